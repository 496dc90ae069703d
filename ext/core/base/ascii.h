// The character classes of ASCII, whatever the locale says.
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

constexpr bool starts_with(std::string_view text, std::string_view prefix) noexcept {
  return text.substr(0, prefix.size()) == prefix;
}
constexpr bool ends_with(std::string_view text, std::string_view suffix) noexcept {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

// The size of the first of `words` that `text` begins with, or ends with; 0: with none.
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

// Without the characters of which `is_trimmed` is true at either end.
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

}  // namespace articles
