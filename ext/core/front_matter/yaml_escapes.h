// Escapes of double-quoted YAML scalars that yaml-cpp 0.7 does not decode.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// yaml-cpp 0.7 decodes `\_` and `\N` to single bytes, which are not UTF-8, and rejects the
// surrogate pairs that JSON writers produce (`\ud83d\ude00`). By YAML 1.2.2, section 5.7, they are
// U+00A0 and U+0085; JSON (RFC 8259, section 7) defines the pairs. This class replaces the
// backslash of each by the escape of a character that does not occur in the text, and so can tell
// after the parse which of them were escapes: outside double quotes the replacement is still there,
// letter by letter.
class YamlEscapes {
 public:
  explicit YamlEscapes(std::string_view text);

  // The text for the parser. Its line breaks are those of the original.
  std::string take_text() { return std::move(text_); }

  // The value of a scalar of the parser, with the escapes decoded or put back as typed.
  std::string restored(std::string scalar) const;

 private:
  std::string text_;
  std::string marker_;         // a character in UTF-8; empty: nothing was replaced
  std::string marker_escape_;  // `\uE000`
};

}  // namespace articles
