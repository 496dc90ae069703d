// The tokens of a text that may be JSON, without a judgement on its syntax: enough to find where an
// object ends and to take a malformed one apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace articles {

// The token that the text begins with: a string (to the end of its line if nothing closes it), a
// comment (`//` to the end of its line, `/*…*/`), or any other single byte.
// REQUIRES: !text.empty()
std::string_view next_json_token(std::string_view text) noexcept;

bool is_json_comment(std::string_view token) noexcept;

// The key that the text begins with, quotes included: a string, or an unquoted name as JavaScript
// allows it; empty if there is none.
std::string_view json_key(std::string_view text) noexcept;

// The size of the object that the text begins with; npos if nothing closes it.
// REQUIRES: text begins with '{'
std::size_t json_object_size(std::string_view text) noexcept;

}  // namespace articles
