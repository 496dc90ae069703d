// Front matter in YAML: `---` … `---`.
#pragma once

#include <string_view>

#include "articles/document.h"

namespace articles {

// Reads a YAML block, which is the lines between its fences. `first_line` is the line of the file
// that it begins on. If YAML rejects the block, every top-level key that a person can read is
// salvaged. If the block is not a map of keys, the fields are Null and the problems are not empty.
// Bytes that are not UTF-8 become U+FFFD and NULs are removed, each with a problem. Throws
// bad_alloc only. Thread-safe.
FrontMatter parse_yaml_front_matter(std::string_view block, int first_line);

// The same without the fast path (fast_yaml.h), which the tests compare with it.
FrontMatter parse_yaml_front_matter_in_full(std::string_view block, int first_line);

}  // namespace articles
