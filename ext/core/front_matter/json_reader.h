// JSON to values, by nlohmann-json's SAX parser.
#pragma once

#include <string_view>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// Reads one JSON value (RFC 8259) in the order of the text; `first_line` is the line of the file on
// which `text` begins. A string is Quoted; a number or a boolean is Plain, as typed. Of a key that
// stands twice the last value that is not null counts, and `notes` says so. Fails on what JSON
// rejects and on nesting deeper than 100: the problem names the line. Never throws but bad_alloc.
// REQUIRES: text is valid UTF-8
Result<Value> parse_json(std::string_view text, int first_line, Problems& notes);

}  // namespace articles
