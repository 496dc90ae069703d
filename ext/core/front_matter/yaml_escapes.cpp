#include "front_matter/yaml_escapes.h"

#include <algorithm>
#include <cstdio>

#include "base/ascii.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr char32_t kFirstPrivate = 0xE000;
constexpr char32_t kLastPrivate = 0xF8FF;

// The number of four hexadecimal digits after `u` at the beginning of the text; 0 if there are
// none.
char32_t code_unit(std::string_view text) {
  if (text.size() < 5 || text[0] != 'u') return 0;
  char32_t code = 0;
  for (const char c : text.substr(1, 4)) {
    const int digit = hex_value(c);
    if (digit < 0) return 0;
    code = code * 16 + static_cast<char32_t>(digit);
  }
  return code;
}

bool is_high_surrogate(char32_t code) {
  return code >= 0xD800 && code <= 0xDBFF;
}
bool is_low_surrogate(char32_t code) {
  return code >= 0xDC00 && code <= 0xDFFF;
}

// The size of the escapes that `text` begins with, if this class decodes them, where `backslash` is
// how a backslash is written; else 0.
std::size_t escape_size(std::string_view text, std::string_view backslash) {
  if (!starts_with(text, backslash)) return 0;
  const std::string_view after = text.substr(backslash.size());
  if (starts_with(after, "_") || starts_with(after, "N")) return backslash.size() + 1;
  if (!is_high_surrogate(code_unit(after))) return 0;
  const std::string_view second = after.substr(5);
  if (!starts_with(second, backslash)) return 0;
  return is_low_surrogate(code_unit(second.substr(backslash.size()))) ? 2 * backslash.size() + 10
                                                                      : 0;
}

// The character of the escapes that `text` begins with.
// REQUIRES: escape_size(text, backslash) > 0
char32_t decoded(std::string_view text, std::string_view backslash) {
  const std::string_view after = text.substr(backslash.size());
  if (after[0] == '_') return 0xA0;
  if (after[0] == 'N') return 0x85;
  const char32_t high = code_unit(after);
  const char32_t low = code_unit(after.substr(5 + backslash.size()));
  return 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00);
}

// The offset of the next escape from `at` on that this class decodes. Two backslashes are one
// escape, wherever escapes are decoded at all.
std::size_t next_escape(std::string_view text, std::size_t at) {
  for (at = text.find('\\', at); at != std::string_view::npos; at = text.find('\\', at)) {
    if (escape_size(text.substr(at), "\\") > 0) return at;
    at += 2;
  }
  return std::string_view::npos;
}

// Four hexadecimal digits of a private-use character that do not occur in the text; empty if all
// do.
std::string unused_digits(std::string_view text) {
  const std::string lower = ascii_lower(text);
  for (char32_t code = kFirstPrivate; code <= kLastPrivate; ++code) {
    char digits[5];
    std::snprintf(digits, sizeof digits, "%04x", static_cast<unsigned>(code));
    std::string character;
    append_utf8(character, code);
    if (lower.find(digits) == std::string::npos && lower.find(character) == std::string::npos)
      return digits;
  }
  return {};
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, begin)) {
    result.append(text, begin, at - begin).append(to);
    begin = at + from.size();
  }
  text = result.append(text, begin);
}

}  // namespace

YamlEscapes::YamlEscapes(std::string_view text) : text_(text) {
  std::size_t at = next_escape(text, 0);
  if (at == std::string_view::npos) return;
  const std::string digits = unused_digits(text);
  if (digits.empty()) return;
  append_utf8(marker_, static_cast<char32_t>(std::stoul(digits, nullptr, 16)));
  marker_escape_ = "\\u" + digits;
  std::string replaced;
  std::size_t begin = 0;
  for (; at != std::string_view::npos; at = next_escape(text, begin)) {
    replaced.append(text, begin, at - begin);
    std::string escapes(text.substr(at, escape_size(text.substr(at), "\\")));
    begin = at + escapes.size();
    replace_all(escapes, "\\", marker_escape_);
    replaced += escapes;
  }
  text_ = replaced.append(text, begin);
}

std::string YamlEscapes::restored(std::string scalar) const {
  if (marker_.empty()) return scalar;
  replace_all(scalar, marker_escape_, "\\");
  std::string result;
  std::size_t begin = 0;
  for (std::size_t at = scalar.find(marker_); at != std::string::npos;
       at = scalar.find(marker_, begin)) {
    result.append(scalar, begin, at - begin);
    const std::string_view rest = std::string_view(scalar).substr(at);
    append_utf8(result, decoded(rest, marker_));
    begin = at + escape_size(rest, marker_);
  }
  return result.append(scalar, begin);
}

}  // namespace articles
