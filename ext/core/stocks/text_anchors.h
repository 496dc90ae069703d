// Anchors: the bytes that every form of a stock code contains, and those that end a text. They are
// searched sixteen at a time where the machine has SSE2.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace articles {

// Whether the character at `at` is a full-width letter, digit, dot, colon or dollar sign.
// Full-width brackets and commas are not part of a code.
// REQUIRES: text[at] == '\xEF'
inline bool is_wide_anchor(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return false;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  if (second == 0xBD) return third >= 0x81 && third <= 0x9A;
  return second == 0xBC && (third == 0x84 || third == 0x8E || (third >= 0x90 && third <= 0x9A) ||
                            (third >= 0xA1 && third <= 0xBA));
}

// Whether the character at `at` is a digit, `.`, `:` or `$`, also full-width, or a '<' or '&'.
// REQUIRES: at < text.size()
inline bool is_stock_anchor(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\xEF') return is_wide_anchor(text, at);
  return ascii_digit(c) || c == '.' || c == ':' || c == '$' || c == '<' || c == '&';
}

// Where the first anchor from `at` on is; text.size() if there is none.
inline std::size_t find_stock_anchor(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  const __m128i zero = _mm_set1_epi8('0');
  const __m128i ten = _mm_set1_epi8(':' - '0');  // ':' follows '9' in ASCII
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i above = _mm_sub_epi8(bytes, zero);
    __m128i found = _mm_cmpeq_epi8(_mm_min_epu8(above, ten), above);
    for (const char c : {'.', '$', '<', '&', '\xEF'})
      found = _mm_or_si128(found, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)));
    for (auto mask = static_cast<unsigned>(_mm_movemask_epi8(found)); mask != 0; mask &= mask - 1) {
      const std::size_t place = at + static_cast<std::size_t>(__builtin_ctz(mask));
      if (text[place] != '\xEF' || is_wide_anchor(text, place)) return place;
    }
  }
#endif
  while (at < text.size() && !is_stock_anchor(text, at)) ++at;
  return at;
}

}  // namespace articles
