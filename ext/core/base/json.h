// Writes JSON (RFC 8259) without white space.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace articles {

// Appends `text` as a JSON string. Bytes that are not UTF-8 become U+FFFD, so that the result is
// always valid.
void append_json_string(std::string& json, std::string_view text);

// A JSON array of strings: `["a","b"]`.
std::string json_array(const std::vector<std::string>& texts);

// Whether `text` is a JSON number by RFC 8259 section 6: 1, -0.5 or 1e3; not 01, +1, .5 or 1_000.
// Numbers beyond the range of a double, such as 1e400, are not: many JSON parsers reject them.
bool is_json_number(std::string_view text) noexcept;

}  // namespace articles
