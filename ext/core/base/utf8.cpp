#include "base/utf8.h"

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

// What may follow a lead byte: the range of the second byte keeps out overlong forms, surrogates
// and what lies beyond U+10FFFF.
struct Lead {
  std::size_t length;
  unsigned char second_least, second_most;
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

Sequence decode(std::string_view text, std::size_t at) noexcept {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t code = first & (0x7FU >> lead.length);
  for (std::size_t i = 1; i < lead.length; ++i) {
    const unsigned char least = i == 1 ? lead.second_least : 0x80;
    const unsigned char most = i == 1 ? lead.second_most : 0xBF;
    if (at + i >= text.size() || byte_at(text, at + i) < least || byte_at(text, at + i) > most)
      return {kReplacement, i, false};
    code = (code << 6) | (byte_at(text, at + i) & 0x3FU);
  }
  return {code, lead.length, true};
}

constexpr std::uint64_t kHighBits = 0x8080808080808080U;

std::uint64_t load_word(std::string_view bytes, std::size_t at) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes.data() + at, sizeof word);
  return word;
}

// Where the ASCII that begins at `at` ends, eight bytes at a time.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) noexcept {
  while (at + sizeof(std::uint64_t) <= bytes.size() && (load_word(bytes, at) & kHighBits) == 0)
    at += sizeof(std::uint64_t);
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
  return at;
}

// A lead byte of three that allows any continuation: all of Chinese, Japanese, most of Korean and
// of punctuation.
constexpr bool is_free_lead(unsigned char byte) {
  return byte != 0xE0 && byte != 0xED;
}

// Where the characters of three bytes that begin at `at` end, or earlier: two at a time by one
// load, which has the first byte lowest.
std::size_t skip_three_byte_characters(std::string_view bytes, std::size_t at) noexcept {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  constexpr std::uint64_t kMask = 0xC0C0F0;
  constexpr std::uint64_t kPattern = 0x8080E0;
  constexpr unsigned kBits = 24;
  while (at + sizeof(std::uint64_t) <= bytes.size()) {
    const std::uint64_t word = load_word(bytes, at);
    if ((word & kMask) != kPattern || !is_free_lead(byte_at(bytes, at))) break;
    at += 3;
    if ((word >> kBits & kMask) != kPattern || !is_free_lead(byte_at(bytes, at))) break;
    at += 3;
  }
#else
  static_cast<void>(bytes);
#endif
  return at;
}

}  // namespace

std::size_t invalid_utf8_at(std::string_view bytes) noexcept {
  for (std::size_t at = skip_utf8_blocks(bytes);;) {
    at = skip_three_byte_characters(bytes, skip_ascii(bytes, at));
    if (at == bytes.size()) return at;
    const Sequence sequence = decode(bytes, at);
    if (!sequence.valid) return at;
    at += sequence.length;
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

char32_t next_code_point(std::string_view text, std::size_t& at) noexcept {
  const Sequence sequence = decode(text, at);
  at += sequence.length;
  return sequence.code;
}

char32_t last_code_point(std::string_view text) noexcept {
  if (text.empty()) return 0;
  std::size_t at = text.size() - 1;
  while (at > 0 && (byte_at(text, at) & 0xC0U) == 0x80) --at;
  return decode(text, at).code;
}

void append_utf8(std::string& text, char32_t code) {
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
