// Reads the parts of a date, or of a time zone rule, from left to right.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace articles {

// The position in a text. A copy can look ahead. The eat functions read what they name and are
// false, without moving, if something else follows.
class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  bool at_end() const noexcept { return rest_.empty(); }
  std::string_view rest() const noexcept { return rest_; }
  // The next character; NUL at the end.
  char peek() const noexcept { return rest_.empty() ? '\0' : rest_.front(); }

  bool eat(char c) noexcept {
    if (peek() != c || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }
  bool eat(std::string_view text) noexcept {
    if (!starts_with(rest_, text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }
  // The first of `words` that follows.
  template <std::size_t N>
  bool eat_word(const std::string_view (&words)[N]) noexcept {
    return std::any_of(std::begin(words), std::end(words),
                       [this](std::string_view word) { return eat(word); });
  }
  // Any one of `chars`.
  bool eat_any(std::string_view chars) noexcept {
    if (rest_.empty() || chars.find(peek()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // White space of any length.
  bool eat_blanks() noexcept {
    const std::size_t before = rest_.size();
    while (ascii_space(peek())) rest_.remove_prefix(1);
    return rest_.size() != before;
  }

  std::size_t digits_ahead() const noexcept {
    std::size_t count = 0;
    while (count < rest_.size() && ascii_digit(rest_[count])) ++count;
    return count;
  }

  // Reads a number of `min_digits` to `max_digits` digits that no further digit follows.
  // REQUIRES: max_digits <= 9
  bool number(std::size_t min_digits, std::size_t max_digits, int& value) noexcept {
    const std::size_t count = digits_ahead();
    return count >= min_digits && count <= max_digits && fixed(count, value);
  }

  // Reads exactly `count` digits, whatever follows.
  // REQUIRES: count <= 9
  bool fixed(std::size_t count, int& value) noexcept {
    assert(count <= 9);
    if (digits_ahead() < count) return false;
    value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (rest_[i] - '0');
    rest_.remove_prefix(count);
    return true;
  }

  // Reads the ASCII letters that follow.
  std::string_view word() noexcept {
    std::size_t count = 0;
    while (count < rest_.size() && ascii_alpha(rest_[count])) ++count;
    const std::string_view letters = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return letters;
  }

 private:
  std::string_view rest_;
};

}  // namespace articles
