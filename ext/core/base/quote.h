// Quoting what a user wrote in a message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace articles {

// How much of a text a message repeats.
inline constexpr std::size_t kMaxQuotedBytes = 100;

// The text in single quotes, as valid UTF-8 without NUL: what is not UTF-8, and NUL, becomes
// U+FFFD. Of a longer text only the beginning, at most kMaxQuotedBytes bytes, and `…`.
std::string quote(std::string_view text);

}  // namespace articles
