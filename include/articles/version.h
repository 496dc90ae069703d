// The version of the extension.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// `0.1.0`
std::string_view version() noexcept;

// Facts about the build, one per line: `name: value`. The last line ends in a line feed, too.
std::string build_facts();

}  // namespace articles
