// JSON to values, by nlohmann-json's SAX parser.
#pragma once

#include <string_view>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// Reads one JSON value (RFC 8259) in the order of the text. `first_line` is the line of the file
// that `text` begins on. A string is Quoted; a number or a boolean is Plain, as typed. If a key
// occurs twice, the last value that is not null counts, and `notes` gets a problem. Fails if JSON
// rejects the text and if it is nested deeper than 100; the problem names the line. Throws
// bad_alloc only.
// REQUIRES: text is valid UTF-8
Result<FieldValue> parse_json(std::string_view text, int first_line, Problems& notes);

}  // namespace articles
