#include "base/utf8.h"

#include <cassert>
#include <cstdint>
#include <cstring>

#include "base/utf8_blocks.h"

namespace articles {
namespace {

struct Sequence {
  char32_t code;       // kReplacement if ill-formed
  std::size_t length;  // bytes, or those of the maximal subpart
  bool valid;
};

// What follows a lead byte. The range of the second byte excludes overlong forms, surrogates and
// code points beyond U+10FFFF.
struct Lead {
  std::size_t length;
  unsigned char second_min, second_max;
};

constexpr Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4, 0x80, 0xBF};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

Sequence decode(std::string_view text, std::size_t offset) noexcept {
  const unsigned char first = byte_at(text, offset);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t code = first & (0x7FU >> lead.length);
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char min = i == 1 ? lead.second_min : 0x80;
    const unsigned char max = i == 1 ? lead.second_max : 0xBF;
    if (offset + i >= text.size() || byte_at(text, offset + i) < min ||
        byte_at(text, offset + i) > max)
      return {kReplacement, i, false};
    code = (code << 6) | (byte_at(text, offset + i) & 0x3FU);
  }
  return {code, lead.length, true};
}

constexpr std::uint64_t kHighBits = 0x8080808080808080U;

std::uint64_t load_word(std::string_view bytes, std::size_t offset) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + offset, sizeof word);
  return word;
}

// The offset of the first byte from `offset` on that is not ASCII. Tests eight bytes at a time.
std::size_t skip_ascii(std::string_view bytes, std::size_t offset) noexcept {
  while (offset + sizeof(std::uint64_t) <= bytes.size() &&
         (load_word(bytes, offset) & kHighBits) == 0)
    offset += sizeof(std::uint64_t);
  while (offset < bytes.size() && byte_at(bytes, offset) < 0x80) ++offset;
  return offset;
}

// Whether any two continuation bytes may follow a lead byte of a three-byte sequence. This holds
// for Chinese, Japanese, most of Korean and most punctuation.
constexpr bool allows_any_continuation(unsigned char byte) {
  return byte != 0xE0 && byte != 0xED;
}

// The end of the three-byte characters that begin at `offset`, or an earlier boundary between
// characters. Tests two characters with one load, whose lowest byte is the first.
std::size_t skip_three_byte_characters(std::string_view bytes, std::size_t offset) noexcept {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  constexpr std::uint64_t kMask = 0xC0C0F0;
  constexpr std::uint64_t kPattern = 0x8080E0;
  constexpr unsigned kBits = 24;
  while (offset + sizeof(std::uint64_t) <= bytes.size()) {
    const std::uint64_t word = load_word(bytes, offset);
    if ((word & kMask) != kPattern || !allows_any_continuation(byte_at(bytes, offset))) break;
    offset += 3;
    if ((word >> kBits & kMask) != kPattern || !allows_any_continuation(byte_at(bytes, offset)))
      break;
    offset += 3;
  }
#else
  static_cast<void>(bytes);
#endif
  return offset;
}

}  // namespace

std::size_t ascii_size(std::string_view bytes) noexcept {
  return skip_ascii(bytes, 0);
}

std::size_t invalid_utf8_at(std::string_view bytes) noexcept {
  for (std::size_t offset = skip_utf8_blocks(bytes);;) {
    offset = skip_three_byte_characters(bytes, skip_ascii(bytes, offset));
    if (offset == bytes.size()) return offset;
    const Sequence sequence = decode(bytes, offset);
    if (!sequence.valid) return offset;
    offset += sequence.length;
  }
}

std::string repair_utf8(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t good = invalid_utf8_at(bytes);
    text.append(bytes.substr(0, good));
    bytes.remove_prefix(good);
    if (bytes.empty()) break;
    append_utf8(text, kReplacement);
    bytes.remove_prefix(decode(bytes, 0).length);
  }
  return text;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept {
  const Sequence sequence = decode(text, offset);
  offset += sequence.length;
  return sequence.code;
}

char32_t last_code_point(std::string_view text) noexcept {
  if (text.empty()) return 0;
  std::size_t offset = text.size() - 1;
  while (offset > 0 && (byte_at(text, offset) & 0xC0U) == 0x80) --offset;
  return decode(text, offset).code;
}

void append_utf8(std::string& text, char32_t code) {
  assert(code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF));
  const auto tail = [&](unsigned shift) {
    return static_cast<char>(0x80U | ((static_cast<unsigned>(code) >> shift) & 0x3FU));
  };
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0U | (code >> 6));
    text += tail(0);
  } else if (code < 0x10000) {
    text += static_cast<char>(0xE0U | (code >> 12));
    text += tail(6);
    text += tail(0);
  } else {
    text += static_cast<char>(0xF0U | (code >> 18));
    text += tail(12);
    text += tail(6);
    text += tail(0);
  }
}

}  // namespace articles
