// Text as code forms are written in: character references decoded, full-width forms as ASCII; with
// the way back to the places in the text as written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace articles {

// The ASCII character that a full-width one (U+FF01 to U+FF5E, or U+3000) at `at` stands for; 0: it
// is none. Each has three bytes.
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

// Full-width characters as ASCII, U+3000 and U+00A0 as blanks.
std::string fold_width(std::string_view text);

// Without white space, U+3000 and U+00A0 at both ends.
std::string_view trim_wide_spaces(std::string_view text);

class FoldedText {
 public:
  // The first `kept` bytes stay as they are written.
  FoldedText(std::string_view written, std::size_t kept);

  std::string_view text() const noexcept { return text_; }

  // Where in the text as written the character at `at` begins.
  // REQUIRES: at is not less than in the call before
  std::size_t written_at(std::size_t at);

 private:
  std::string text_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;  // where the distance changes: folded,
                                                             // written
  std::size_t place_ = 0;
};

// The text with its character references decoded: those of HTML 4 that a semicolon ends, numbers,
// and the names of the brackets, dots and colons that codes stand beside. What is none stays.
std::string decode_references(std::string_view text);

}  // namespace articles
