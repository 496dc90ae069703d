// YAML to values, by yaml-cpp: the strict reading. What it rejects goes to salvage.h.
#pragma once

#include <string_view>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// Reads one YAML document. `first_line` is the line of the file on which `text` begins.
// Anchors, aliases and merge keys are applied. Of a key that stands twice the last value that is
// not null counts, and `notes` says so. Fails on what YAML rejects, and on unknown tags, keys that
// are no text, a second document, nesting deeper than 100 and aliases that expand to more than
// 10,000 values: the problem names the line. Never throws but bad_alloc. REQUIRES: text is valid
// UTF-8 without NUL (yaml-cpp takes NUL for an escape character).
Result<Value> parse_yaml(std::string_view text, int first_line, Problems& notes);

}  // namespace articles
