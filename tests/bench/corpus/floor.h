// What the file system takes for the same files, measured without a line of this project.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace bench {

enum class Work { Nothing, Stat, Head, All };

struct Listing {
  std::vector<std::pair<int, std::string>> files;  // number in `folders`, name
  std::vector<int> folders;                        // open, never closed
};

// Every regular file below the root, hidden ones aside, by d_type. The time of this is the walk's.
Listing list_files(const std::filesystem::path& root);

// Does the work to every file, split over so many threads: stat; open, read 4 KB, close; open, read
// all, close.
void touch_files(const Listing& listing, Work work, unsigned threads);

}  // namespace bench
