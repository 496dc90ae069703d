// Front matter: the block of metadata before the body, to ordered fields.
#pragma once

#include <string_view>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

struct FrontMatter {
  Value fields;       // a Map in the order of the file; Null where the block holds no keys
  Problems problems;  // lines are those of the file
};

// Reads a YAML block, the lines between its fences. `first_line` is the line of the file on which
// it begins. Where YAML rejects it, every top-level key that a person can read is salvaged. The
// fields are Null if there is none: then the block is no front matter. Bytes that are no UTF-8
// become U+FFFD, NULs are removed; the problems say so. Never throws but bad_alloc.
FrontMatter parse_front_matter(std::string_view block, int first_line);

}  // namespace articles
