// Character classes, comparison and trimming of ASCII text. Nothing here depends on the locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace articles {

constexpr bool ascii_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr bool ascii_alpha(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool ascii_alnum(char c) noexcept {
  return ascii_digit(c) || ascii_alpha(c);
}
constexpr bool ascii_blank(char c) noexcept {
  return c == ' ' || c == '\t';
}
// White space as HTML defines it: https://infra.spec.whatwg.org/#ascii-whitespace
constexpr bool ascii_space(char c) noexcept {
  constexpr std::uint64_t kSpaces =
      1ULL << ' ' | 1ULL << '\t' | 1ULL << '\n' | 1ULL << '\f' | 1ULL << '\r';
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' && (kSpaces >> byte & 1U) != 0;
}
constexpr bool ascii_capital(char c) noexcept {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii(char c) noexcept {
  return static_cast<unsigned char>(c) < 0x80;
}
constexpr bool is_ascii(std::string_view text) noexcept {
  for (const char c : text)
    if (!is_ascii(c)) return false;
  return true;
}
// The value of a hexadecimal digit; -1 for any other character.
constexpr int hex_value(char c) noexcept {
  if (ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}
constexpr char ascii_lower(char c) noexcept {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
constexpr char ascii_upper(char c) noexcept {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

constexpr bool same_ignoring_case(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (ascii_lower(a[i]) != ascii_lower(b[i])) return false;
  return true;
}

// Whether `names` contains `name`.
template <std::size_t N>
constexpr bool is_one_of(std::string_view name, const std::string_view (&names)[N]) {
  for (const std::string_view candidate : names)
    if (candidate == name) return true;
  return false;
}
template <std::size_t N>
constexpr bool is_one_of_ignoring_case(std::string_view name, const std::string_view (&names)[N]) {
  for (const std::string_view candidate : names)
    if (same_ignoring_case(candidate, name)) return true;
  return false;
}

constexpr bool starts_with(std::string_view text, std::string_view prefix) noexcept {
  return text.substr(0, prefix.size()) == prefix;
}
constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) noexcept {
  return same_ignoring_case(text.substr(0, prefix.size()), prefix);
}
constexpr bool ends_with(std::string_view text, std::string_view suffix) noexcept {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

// The size of the first of `words` that `text` begins with, or ends with; 0 if there is none.
template <class Words>
constexpr std::size_t size_of_first(std::string_view text, const Words& words) {
  for (const std::string_view word : words)
    if (starts_with(text, word)) return word.size();
  return 0;
}
template <class Words>
constexpr std::size_t size_of_last(std::string_view text, const Words& words) {
  for (const std::string_view word : words)
    if (ends_with(text, word)) return word.size();
  return 0;
}

// Removes the characters at both ends for which `is_trimmed` is true.
template <class Predicate>
constexpr std::string_view trim_if(std::string_view text, Predicate is_trimmed) {
  while (!text.empty() && is_trimmed(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_trimmed(text.back())) text.remove_suffix(1);
  return text;
}
constexpr std::string_view trim_blanks(std::string_view text) {
  return trim_if(text, ascii_blank);
}
constexpr std::string_view trim_spaces(std::string_view text) {
  return trim_if(text, ascii_space);
}
constexpr std::string_view trim_trailing_blanks(std::string_view text) {
  while (!text.empty() && ascii_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Removes all that `forms` lists from both ends; a form may have several bytes.
template <std::size_t N>
constexpr std::string_view trim_forms(std::string_view text, const std::string_view (&forms)[N]) {
  while (const std::size_t size = size_of_first(text, forms)) text.remove_prefix(size);
  while (const std::size_t size = size_of_last(text, forms)) text.remove_suffix(size);
  return text;
}

// The number of blanks (U+0020 and TAB) that the text begins with.
constexpr std::size_t leading_blanks(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && ascii_blank(text[count])) ++count;
  return count;
}

// Whether the white-space-separated list `words` contains one for which `matches` is true. This is
// how HTML's class attribute is read.
template <class Predicate>
constexpr bool any_word(std::string_view words, Predicate matches) {
  for (std::size_t end = 0; !words.empty(); words.remove_prefix(end)) {
    while (!words.empty() && ascii_space(words.front())) words.remove_prefix(1);
    end = 0;
    while (end < words.size() && !ascii_space(words[end])) ++end;
    if (end > 0 && matches(words.substr(0, end))) return true;
  }
  return false;
}

}  // namespace articles
