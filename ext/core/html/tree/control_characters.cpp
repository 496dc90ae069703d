#include "html/tree/control_characters.h"

#include "base/ascii.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr char32_t kFirstPrivate = 0x100000;
constexpr char32_t kLastPrivate = 0x10FF00;
constexpr char32_t kBlock = 128;  // room for one placeholder each: 29 + 32 + 32 + 34 characters

// The number of a character among those that need a placeholder; -1 if it needs none.
int number_of(char32_t code) {
  if (code < 0x20)
    return code == 0 || ascii_space(static_cast<char>(code)) ? -1 : static_cast<int>(code);
  if (code >= 0x7F && code < 0xA0) return 0x20 + static_cast<int>(code - 0x7F);
  if (code >= 0xFDD0 && code <= 0xFDEF) return 0x41 + static_cast<int>(code - 0xFDD0);
  if ((code & 0xFFFEU) == 0xFFFE) {
    const char32_t plane = code >> 16;
    if (plane < 15) return 0x61 + static_cast<int>(plane * 2 + (code & 1U));
    // The last two planes take the numbers of NUL, TAB, LF and FF, which need none.
    constexpr int kFree[] = {0, 9, 10, 12};
    return kFree[(plane - 15) * 2 + (code & 1U)];
  }
  return -1;
}

char32_t character_of(int number) {
  for (const char32_t code : {U'\U000FFFFE', U'\U000FFFFF', U'\U0010FFFE', U'\U0010FFFF'})
    if (number_of(code) == number) return code;
  if (number < 0x20) return static_cast<char32_t>(number);
  if (number < 0x41) return static_cast<char32_t>(number - 0x20 + 0x7F);
  if (number < 0x61) return static_cast<char32_t>(number - 0x41) + 0xFDD0;
  const auto rest = static_cast<char32_t>(number - 0x61);
  return ((rest / 2) << 16) + 0xFFFE + rest % 2;
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

// All such characters but DEL begin so: a quick no for nearly every text.
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

void Placeholders::insert(std::string& html) {
  if (!may_need(html)) return;
  bool needed = false;
  for (std::size_t at = 0; at < html.size() && !needed;)
    needed = number_of(next_code_point(html, at)) >= 0;
  if (!needed) return;
  char32_t base = kFirstPrivate;
  while (base < kLastPrivate && holds_any_of(html, base)) base += kBlock;
  if (base >= kLastPrivate) return;  // a text that uses every private character there is
  base_ = base;
  html = mapped(html, [&](char32_t code) {
    const int number = number_of(code);
    return number < 0 ? code : base_ + static_cast<char32_t>(number);
  });
}

void Placeholders::restore(std::string& text) const {
  if (base_ == 0) return;
  text = mapped(text, [&](char32_t code) {
    return code >= base_ && code < base_ + kBlock ? character_of(static_cast<int>(code - base_))
                                                  : code;
  });
}

}  // namespace articles
