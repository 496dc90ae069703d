// TOML to values, by toml++ (https://toml.io/en/v1.0.0): the strict reading.
#pragma once

#include <string_view>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// Reads a TOML document as a Map in the order of the text. `first_line` is the line of the file
// that `text` begins on. A string is Quoted; a number, a boolean or a date is Plain, as typed.
// Fails if TOML rejects the text, for instance for a key that occurs twice, and if it is nested
// deeper than 100; the problem names the line. Throws bad_alloc only.
// REQUIRES: text is valid UTF-8
Result<FieldValue> parse_toml(std::string_view text, int first_line);

}  // namespace articles
