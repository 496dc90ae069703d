// Reading the pieces of a date from left to right.
#pragma once

#include <string_view>

#include "base/ascii.h"

namespace articles {

class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : rest_(text) {}

  bool at_end() const noexcept { return rest_.empty(); }
  std::string_view rest() const noexcept { return rest_; }
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
  bool eat_any(std::string_view chars) noexcept {
    if (rest_.empty() || chars.find(peek()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
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

  // A number of `least` to `most` digits that no further digit follows.
  bool number(std::size_t least, std::size_t most, int& value) noexcept {
    const std::size_t count = digits_ahead();
    return count >= least && count <= most && fixed(count, value);
  }

  // Exactly `count` digits, whatever follows.
  // REQUIRES: count <= 9
  bool fixed(std::size_t count, int& value) noexcept {
    if (digits_ahead() < count) return false;
    value = 0;
    for (std::size_t i = 0; i < count; ++i) value = value * 10 + (rest_[i] - '0');
    rest_.remove_prefix(count);
    return true;
  }

  // The ASCII letters ahead.
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
