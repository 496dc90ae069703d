// What every parser of front matter is given.
#pragma once

#include <string>
#include <string_view>

#include "articles/problem.h"

namespace articles {

// The block without what parsers must not see (yaml-cpp takes NUL for an escape character): bytes
// that are no UTF-8, NULs, line ends that are a CR alone. `problems` says what was replaced.
std::string clean_front_matter(std::string_view block, int first_line, Problems& problems);

}  // namespace articles
