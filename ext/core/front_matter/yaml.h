// YAML to values, by yaml-cpp: the strict reading. salvage.h reads what it rejects.
#pragma once

#include <string_view>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// Reads one YAML document (https://yaml.org/spec/1.2.2/). `first_line` is the line of the file that
// `text` begins on. Anchors, aliases and merge keys are applied. If a key occurs twice, the last
// value that is not null counts, and `notes` gets a problem. Fails if YAML rejects the text, and on
// unknown tags, keys that are not text, a second document, nesting deeper than 100 and aliases that
// expand to more than 10,000 values; the problem names the line. Throws bad_alloc only.
// REQUIRES: text is valid UTF-8 without NUL, which yaml-cpp takes for an escape character
Result<FieldValue> parse_yaml(std::string_view text, int first_line, Problems& notes);

}  // namespace articles
