// The common form of YAML front matter, read without yaml-cpp.
#pragma once

#include <string_view>

#include "front_matter/front_matter.h"

namespace articles {

// Fills `result`, which is empty, and returns true; or returns false, and then `result` is of no
// meaning: the block holds something that only YAML gets right. Never anything else than what
// parse_front_matter_by_yaml says, problems included: tests and a fuzzer compare the two.
//
// It takes keys in the first column, each once, with a scalar on the same line (plain, or quoted
// without escapes), with a list of such scalars, in brackets on the same line or in lines that
// begin with '-', or with nothing; comments and blank lines between; and the title lines that
// salvage() would mend of a generator that quotes in a loop or begins a title with '@'.
bool try_parse_front_matter(std::string_view block, int first_line, FrontMatter& result);

// The way that takes everything.
FrontMatter parse_front_matter_by_yaml(std::string_view block, int first_line);

}  // namespace articles
