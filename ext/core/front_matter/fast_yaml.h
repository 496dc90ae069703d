// The common form of YAML front matter, read without yaml-cpp.
#pragma once

#include <string_view>

#include "articles/document.h"

namespace articles {

// Either fills `result` and returns true, or declines: returns false and leaves `result` in an
// unspecified state. When it returns true, the fields, their lines and the problems are those of
// parse_yaml_front_matter_in_full(); tests and a fuzzer compare the two.
//
// It takes keys, each once per map, whose value is
//   - a scalar on the same line: plain, or quoted without escapes
//   - a list of such scalars: in brackets on the same line, or in lines that begin with '-'
//   - a map in indented lines
//   - nothing
// with comments and blank lines between them. It also takes two malformed forms of a title that
// are common in generated files and that salvage() would recover: one with several quotes on both
// sides, and one that begins with '@'.
// REQUIRES: result is empty
bool try_parse_yaml_front_matter(std::string_view block, int first_line, FrontMatter& result);

}  // namespace articles
