// Text folded for matching: character references decoded and full-width forms turned into ASCII,
// with a map from offsets in the folded text to offsets in the text as written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace articles {

// The ASCII character of the full-width form (U+FF01 to U+FF5E, or U+3000) that begins at `offset`;
// 0 if another character begins there. A full-width form has three bytes.
constexpr char narrow_form(std::string_view text, std::size_t offset) {
  if (offset + 2 >= text.size()) return 0;
  const auto first = static_cast<unsigned char>(text[offset]);
  const auto second = static_cast<unsigned char>(text[offset + 1]);
  const auto third = static_cast<unsigned char>(text[offset + 2]);
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

// Owns the folded text; `written` need not outlive the constructor.
class FoldedText {
 public:
  // Folds `written`, except for its first `kept` bytes.
  // REQUIRES: kept <= written.size()
  FoldedText(std::string_view written, std::size_t kept);

  std::string_view text() const noexcept { return text_; }

  // The offset, in the text as written, of the character at `offset` in text(). The offsets of
  // successive calls must ascend, so that a walk over the text takes linear time.
  // REQUIRES: offset is not less than in the previous call, and at most text().size()
  std::size_t written_at(std::size_t offset);

 private:
  std::string text_;
  // The (folded, written) offsets behind each character whose size was changed, in ascending order.
  std::vector<std::pair<std::size_t, std::size_t>> anchors_;
  std::size_t next_anchor_ = 0;  // the first that is beyond the offset of the last call
  std::size_t last_offset_ = 0;  // of the last call
};

// Decodes character references that end with a semicolon: numeric ones, those of HTML 4, and the
// names of the punctuation that occurs beside stock codes. Any other text stays as it is.
std::string decode_references(std::string_view text);

}  // namespace articles
