// The text that every parser of front matter reads.
#pragma once

#include <string>
#include <string_view>

#include "articles/problem.h"

namespace articles {

// The block as valid UTF-8 with U+FFFD for other bytes, without NUL characters (yaml-cpp takes NUL
// for an escape character), and with LF for every line end. Adds a problem for invalid bytes and
// one for NULs; `first_line` is the line of the file that the block begins on.
std::string clean_front_matter(std::string_view block, int first_line, Problems& problems);

}  // namespace articles
