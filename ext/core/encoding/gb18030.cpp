// Whether bytes are Chinese in GB18030.
#include <cstdint>

#include "base/utf8.h"
#include "encoding/decoder.h"

namespace articles {
namespace {

constexpr bool is_within(unsigned char least, unsigned char byte, unsigned char most) {
  return least <= byte && byte <= most;
}

// How many bytes the character that begins at `at`, above ASCII, has; 0 if none does. GB18030-2005,
// table 1.
std::size_t character_size(std::string_view bytes, std::size_t at) {
  if (at + 1 >= bytes.size() || !is_within(0x81, byte_at(bytes, at), 0xFE)) return 0;
  const unsigned char second = byte_at(bytes, at + 1);
  if (is_within(0x40, second, 0xFE) && second != 0x7F) return 2;
  const bool four = at + 3 < bytes.size() && is_within(0x30, second, 0x39) &&
                    is_within(0x81, byte_at(bytes, at + 2), 0xFE) &&
                    is_within(0x30, byte_at(bytes, at + 3), 0x39);
  return four ? 4 : 0;
}

// What characters above ASCII a text has, by the rows of GB2312.
struct Census {
  std::size_t characters = 0;
  std::size_t gb2312 = 0;  // both bytes from A1 on
  std::size_t odd = 0;     // kana, Greek, Cyrillic, lines, and rows that GB2312 leaves empty
  std::size_t early = 0;   // hanzi of level 1, the common ones, by pinyin: a to qu
  std::size_t late = 0;    // of level 1, from there on: ran to zuo
  std::size_t rare = 0;    // of level 2

  void count(unsigned char row, unsigned char cell) {
    ++characters;
    if (row < 0xA1 || cell < 0xA1) return;
    ++gb2312;
    if (is_within(0xA4, row, 0xAF) || row >= 0xF8) ++odd;
    if (is_within(0xB0, row, 0xC8)) ++early;
    if (is_within(0xC9, row, 0xD7)) ++late;
    if (is_within(0xD8, row, 0xF7)) ++rare;
  }

  // The hangul of EUC-KR are all early; so are, or odd, the common characters of Big5. Half of
  // Japanese is kana, which are odd, also in EUC-JP. Cyrillic letters come out rare, and so do the
  // remains of UTF-8. Of Chinese half is late and a twentieth is rare.
  bool is_chinese() const {
    const std::size_t hanzi = early + late + rare;
    return hanzi > 0 && odd * 10 <= gb2312 && late * 10 >= hanzi && rare * 2 <= hanzi;
  }
};

// How many bytes belong to valid sequences of UTF-8 above ASCII.
struct Utf8Bytes {
  std::size_t of_two = 0;   // in sequences of two bytes: European letters
  std::size_t of_more = 0;  // in longer ones
};

Utf8Bytes utf8_bytes(std::string_view bytes) {
  Utf8Bytes covered;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t before = at;
    if (byte_at(bytes, at) < 0x80) {
      ++at;
    } else if (next_code_point(bytes, at) != kReplacement) {
      (at - before == 2 ? covered.of_two : covered.of_more) += at - before;
    }
  }
  return covered;
}

// In Chinese text a third of the characters happen to be, or to hold, a sequence of two bytes, in
// one title or another most of them; longer ones are few.
bool is_damaged_utf8(std::string_view bytes, std::size_t high_bytes) {
  const Utf8Bytes covered = utf8_bytes(bytes);
  return covered.of_more * 2 >= high_bytes ||
         (covered.of_two + covered.of_more) * 5 >= high_bytes * 4;
}

}  // namespace

std::optional<bool> guess_gb18030(std::string_view bytes) noexcept {
  Census census;
  std::size_t high_bytes = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (byte_at(bytes, at) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t size = character_size(bytes, at);
    if (size == 0) return std::nullopt;
    census.count(byte_at(bytes, at), byte_at(bytes, at + 1));
    for (std::size_t i = 0; i < size; ++i) high_bytes += byte_at(bytes, at + i) >= 0x80 ? 1 : 0;
    at += size;
  }
  if (census.characters == 0) return std::nullopt;  // ASCII says nothing
  return census.gb2312 * 10 >= census.characters * 9 && census.is_chinese() &&
         !is_damaged_utf8(bytes, high_bytes);
}

}  // namespace articles
