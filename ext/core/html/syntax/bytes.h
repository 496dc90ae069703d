// Finding the bytes of HTML text that have a meaning, sixteen at a time where the machine can.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace articles {

// A set of ASCII characters, tested by a table.
class CharacterSet {
 public:
  explicit constexpr CharacterSet(std::string_view characters) {
    for (const char c : characters) contains_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool operator()(char c) const { return contains_[static_cast<unsigned char>(c)]; }

 private:
  bool contains_[256] = {};
};
inline constexpr CharacterSet kEndsTagName(" \t\n\f\r/>");
inline constexpr CharacterSet kEndsAttributeName(" \t\n\f\r/>=");
inline constexpr CharacterSet kEndsUnquotedValue(" \t\n\f\r>");
inline constexpr CharacterSet kBetweenAttributes(" \t\n\f\r/");

// White space, control characters, '<' and '&'. Any other byte is part of a word.
constexpr bool is_special_in_text(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '&';
}

// The offset of the first special byte from `at` on; text.size() if there is none.
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

// The size of the tag's name that `rest` begins with, if the name and the byte that ends it are
// within eight bytes; otherwise 0, and the caller must read the name byte by byte. Packs the name
// in lower case into `name`, its first letter in the lowest byte.
inline std::size_t short_tag_name_size(std::string_view rest, std::uint64_t& name) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  if (rest.size() < sizeof name) return 0;
  std::memcpy(&name, rest.data(), sizeof name);
  // Sets the top bit of each byte below '0' and of each '>'. Above the first of them it may be
  // wrong.
  const std::uint64_t greater = name ^ (kEach * '>');
  const std::uint64_t ends =
      (((name - kEach * '0') & ~name) | ((greater - kEach) & ~greater)) & (kEach * 0x80);
  if (ends == 0) return 0;
  const auto bits = static_cast<unsigned>(__builtin_ctzll(ends)) & ~7U;
  const std::size_t size = bits / 8;
  if (size == 0 || !kEndsTagName(rest[size])) return 0;
  // Setting 0x20 turns capitals into small letters, and turns no other character into a letter or a
  // digit.
  name = (name | (kEach * 0x20)) & ((std::uint64_t{1} << bits) - 1);
  return size;
#else
  static_cast<void>(rest), static_cast<void>(name);
  return 0;
#endif
}

}  // namespace articles
