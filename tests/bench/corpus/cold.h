// Queries over files that are not in the page cache, beside plain reads and ripgrep.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace bench {

// Removes all files from the page cache. Returns an empty text, or why that is not permitted.
std::string drop_page_cache();

// Prints what the directory takes with an empty page cache, the median of `runs` in milliseconds:
// open, read and close with 1 to 32 threads, `rg` with as many if it is installed, and the queries
// for title and text, which `run_sql` runs. Each is measured in turn, so that a disk that becomes
// slower or faster meanwhile concerns all of them. Throws runtime_error if the page cache cannot be
// dropped.
void measure_cold(const std::filesystem::path& directory, int runs,
                  const std::function<void(const std::string& sql)>& run_sql);

}  // namespace bench
