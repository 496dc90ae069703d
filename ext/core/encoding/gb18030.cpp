#include "encoding/gb18030.h"

#include <cstddef>

#include "base/utf8.h"

namespace articles {
namespace {

constexpr bool is_within(unsigned char least, unsigned char byte, unsigned char most) {
  return least <= byte && byte <= most;
}

// The size in bytes of the character above ASCII that begins at `at`; 0 if none begins there.
// GB18030-2005, table 1.
std::size_t character_size(std::string_view bytes, std::size_t at) {
  if (at + 1 >= bytes.size() || !is_within(0x81, byte_at(bytes, at), 0xFE)) return 0;
  const unsigned char second = byte_at(bytes, at + 1);
  if (is_within(0x40, second, 0xFE) && second != 0x7F) return 2;
  const bool four = at + 3 < bytes.size() && is_within(0x30, second, 0x39) &&
                    is_within(0x81, byte_at(bytes, at + 2), 0xFE) &&
                    is_within(0x30, byte_at(bytes, at + 3), 0x39);
  return four ? 4 : 0;
}

// Whether the character draws lines or blocks: U+2500 to U+259F, which are in row A9 of GB2312 and
// in row A8 of GBK. Trees of directories and tables consist of them, in any language.
constexpr bool is_line_drawing(unsigned char row, unsigned char cell) {
  return (row == 0xA9 && is_within(0xA4, cell, 0xEF)) ||
         (row == 0xA8 && is_within(0x54, cell, 0x8A));
}

// The characters above ASCII of a text, but for line drawing, counted by the rows of GB2312.
struct Census {
  std::size_t characters = 0;
  std::size_t gb2312 = 0;         // both bytes from A1 on
  std::size_t symbols = 0;        // kana, Greek, Cyrillic, and rows that GB2312 leaves empty
  std::size_t level1_a_to_q = 0;  // hanzi of level 1, the common ones, by pinyin: a to qu
  std::size_t level1_r_to_z = 0;  // hanzi of level 1: ran to zuo
  std::size_t level2 = 0;         // the rare hanzi

  void count(unsigned char row, unsigned char cell) {
    if (is_line_drawing(row, cell)) return;
    ++characters;
    if (row < 0xA1 || cell < 0xA1) return;
    ++gb2312;
    if (is_within(0xA4, row, 0xAF) || row >= 0xF8) ++symbols;
    if (is_within(0xB0, row, 0xC8)) ++level1_a_to_q;
    if (is_within(0xC9, row, 0xD7)) ++level1_r_to_z;
    if (is_within(0xD8, row, 0xF7)) ++level2;
  }

  // In Chinese text half of the hanzi are in level1_r_to_z and a twentieth in level2. The hangul of
  // EUC-KR are all in level1_a_to_q; the common characters of Big5 are there or in symbols. Half of
  // Japanese text is kana, which are symbols, also in EUC-JP. Cyrillic letters and the bytes of
  // UTF-8 are in level2.
  bool is_chinese() const {
    const std::size_t hanzi = level1_a_to_q + level1_r_to_z + level2;
    return hanzi > 0 && symbols * 10 <= gb2312 && level1_r_to_z * 10 >= hanzi &&
           level2 * 2 <= hanzi;
  }
};

// The number of bytes in valid UTF-8 sequences above ASCII.
struct Utf8Bytes {
  std::size_t in_two_byte_sequences = 0;  // European letters
  std::size_t in_longer_sequences = 0;
};

Utf8Bytes utf8_bytes(std::string_view bytes) {
  Utf8Bytes covered;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t before = at;
    if (byte_at(bytes, at) < 0x80) {
      ++at;
    } else if (next_code_point(bytes, at) != kReplacement) {
      (at - before == 2 ? covered.in_two_byte_sequences : covered.in_longer_sequences) +=
          at - before;
    }
  }
  return covered;
}

// In Chinese text in GB18030 a third of the characters are or contain a valid two-byte sequence by
// chance, and in some titles most of them. Valid longer sequences are few.
bool is_damaged_utf8(std::string_view bytes, std::size_t high_bytes) {
  const Utf8Bytes covered = utf8_bytes(bytes);
  return covered.in_longer_sequences * 2 >= high_bytes ||
         (covered.in_two_byte_sequences + covered.in_longer_sequences) * 5 >= high_bytes * 4;
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
  if (census.characters == 0) return std::nullopt;  // ASCII and lines are no evidence
  return census.gb2312 * 10 >= census.characters * 9 && census.is_chinese() &&
         !is_damaged_utf8(bytes, high_bytes);
}

}  // namespace articles
