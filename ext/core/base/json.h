// Writing JSON (RFC 8259), compact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace articles {

// Appends `text` as a JSON string. Bytes that are no UTF-8 become U+FFFD, so the result is always
// valid.
void append_json_string(std::string& json, std::string_view text);

// `["a","b"]`
std::string json_array(const std::vector<std::string>& texts);

// Whether `text` is a JSON number as RFC 8259 section 6 writes it: 1, -0.5, 1e3; not 01, +1, .5,
// 1_000; and not 1e400, which no double holds and many readers of JSON reject.
bool is_json_number(std::string_view text) noexcept;

}  // namespace articles
