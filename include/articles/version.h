// What was built.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// `0.1.0`
std::string_view version() noexcept;

// Facts of the build and of the libraries at run time, one a line: `name: value`. Ends in a line
// feed.
std::string build_facts();

}  // namespace articles
