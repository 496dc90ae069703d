#include "html/tree/control_characters.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr char32_t kFirstPrivate = 0x100000;
constexpr char32_t kLastPrivate = 0x10FF00;
constexpr std::size_t kCharacters = 127;  // 28 + 33 + 32 + 34
constexpr char32_t kBlock = 128;          // private-use characters in use: one for each of them

// The characters that gumbo replaces, sorted: C0 controls but NUL and white space, DEL and C1
// controls, the noncharacters of the BMP, and the last two code points of each plane.
constexpr std::array<char32_t, kCharacters> make_characters() {
  std::array<char32_t, kCharacters> characters{};
  std::size_t size = 0;
  for (char32_t code = 1; code < 0x20; ++code)
    if (!ascii_space(static_cast<char>(code))) characters[size++] = code;
  for (char32_t code = 0x7F; code < 0xA0; ++code) characters[size++] = code;
  for (char32_t code = 0xFDD0; code <= 0xFDEF; ++code) characters[size++] = code;
  for (char32_t plane = 0; plane <= 16; ++plane)
    for (const char32_t last : {0xFFFEU, 0xFFFFU}) characters[size++] = plane << 16 | last;
  return characters;
}
constexpr std::array<char32_t, kCharacters> kReplaced = make_characters();

// The index of a character in kReplaced; -1 if gumbo keeps it.
int index_of(char32_t code) {
  const auto* const found = std::lower_bound(kReplaced.begin(), kReplaced.end(), code);
  return found != kReplaced.end() && *found == code ? static_cast<int>(found - kReplaced.begin())
                                                    : -1;
}

template <class Map>
std::string mapped(std::string_view text, Map map) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(result, map(next_code_point(text, at)));
  return result;
}

bool holds_any_of(std::string_view text, char32_t base) {
  for (std::size_t at = text.find('\xF4'); at != std::string_view::npos;
       at = text.find('\xF4', at)) {
    const char32_t code = next_code_point(text, at);
    if (code >= base && code < base + kBlock) return true;
  }
  return false;
}

// Whether a byte occurs with which such a character may begin: a quick answer for nearly every
// text.
bool may_need(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7F) continue;
    if (byte < 0x20 && (byte == 0 || ascii_space(c))) continue;
    if (byte < 0x80 || byte == 0xC2 || byte == 0xEF || byte >= 0xF0) return true;
  }
  return false;
}

}  // namespace

void ControlCharacters::hide(std::string& html) {
  if (!may_need(html)) return;
  bool needed = false;
  for (std::size_t at = 0; at < html.size() && !needed;)
    needed = index_of(next_code_point(html, at)) >= 0;
  if (!needed) return;
  char32_t base = kFirstPrivate;
  while (base < kLastPrivate && holds_any_of(html, base)) base += kBlock;
  if (base >= kLastPrivate) return;
  base_ = base;
  html = mapped(html, [&](char32_t code) {
    const int index = index_of(code);
    return index < 0 ? code : base_ + static_cast<char32_t>(index);
  });
}

void ControlCharacters::restore(std::string& text) const {
  if (base_ == 0) return;
  text = mapped(text, [&](char32_t code) {
    return code >= base_ && code < base_ + kCharacters ? kReplaced[code - base_] : code;
  });
}

}  // namespace articles
