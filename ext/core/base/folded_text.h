// Text folded for matching: character references decoded and full-width forms turned into ASCII,
// with a map from offsets in the folded text to offsets in the text as written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace articles {

// The ASCII character of the full-width form (U+FF01 to U+FF5E, or U+3000) at `at`; 0 if there is
// another character. Each of these has three bytes.
constexpr char narrow_form(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return 0;
  const auto first = static_cast<unsigned char>(text[at]);
  const auto second = static_cast<unsigned char>(text[at + 1]);
  const auto third = static_cast<unsigned char>(text[at + 2]);
  if (first == 0xE3) return second == 0x80 && third == 0x80 ? ' ' : char{0};
  if (first != 0xEF) return 0;
  if (second == 0xBC && third >= 0x81 && third <= 0xBF)
    return static_cast<char>(third - 0x81 + '!');
  if (second == 0xBD && third >= 0x80 && third <= 0x9E)
    return static_cast<char>(third - 0x80 + '`');
  return 0;
}

// Turns full-width characters into ASCII, and U+3000 and U+00A0 into U+0020.
std::string fold_width(std::string_view text);

// Removes white space, U+3000 and U+00A0 at both ends.
std::string_view trim_wide_spaces(std::string_view text);

class FoldedText {
 public:
  // Folds `written`, except for its first `kept` bytes.
  FoldedText(std::string_view written, std::size_t kept);

  std::string_view text() const noexcept { return text_; }

  // The offset in the text as written of the character at `at` in text().
  // REQUIRES: `at` is not less than in the previous call
  std::size_t written_at(std::size_t at);

 private:
  std::string text_;
  // The offsets, folded and written, at which the distance between the two changes.
  std::vector<std::pair<std::size_t, std::size_t>> places_;
  std::size_t place_ = 0;
};

// Decodes the character references that a semicolon ends: numeric ones, those of HTML 4, and the
// names of the brackets, dots and colons that occur beside stock codes. Any other text stays.
std::string decode_references(std::string_view text);

}  // namespace articles
