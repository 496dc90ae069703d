// Finding the bytes of HTML text that mean something, sixteen at a time where the machine can.
#pragma once

#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace articles {

// White space, control characters, '<' and '&'; all else is a character like any other.
constexpr bool is_special_in_text(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '&';
}

// Where the first special byte from `at` on is; text.size() if there is none.
inline std::size_t find_special_in_text(std::string_view text, std::size_t at) {
#if defined(__SSE2__)
  const __m128i space = _mm_set1_epi8(' ');
  const __m128i less = _mm_set1_epi8('<');
  const __m128i ampersand = _mm_set1_epi8('&');
  for (; at + 16 <= text.size(); at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const __m128i blank = _mm_cmpeq_epi8(_mm_min_epu8(bytes, space), bytes);
    const __m128i mark =
        _mm_or_si128(_mm_cmpeq_epi8(bytes, less), _mm_cmpeq_epi8(bytes, ampersand));
    const int mask = _mm_movemask_epi8(_mm_or_si128(blank, mark));
    if (mask != 0) return at + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(mask)));
  }
#endif
  while (at < text.size() && !is_special_in_text(text[at])) ++at;
  return at;
}

}  // namespace articles
