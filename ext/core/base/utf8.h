// UTF-8: validation, repair, code points. Validity is that of the Unicode Standard, section 3.9;
// how many bytes one error covers is that of the Encoding Standard's decoder
// (https://encoding.spec.whatwg.org/#utf-8-decoder).
#pragma once

#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>

namespace articles {

inline constexpr char32_t kReplacement = 0xFFFD;
inline constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";
inline constexpr std::string_view kNoBreakSpace = "\xC2\xA0";          // U+00A0
inline constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";  // U+3000

// REQUIRES: offset < bytes.size()
constexpr unsigned char byte_at(std::string_view bytes, std::size_t offset) {
  assert(offset < bytes.size());
  return static_cast<unsigned char>(bytes[offset]);
}

// The offset of the first ill-formed sequence; bytes.size() if there is none.
std::size_t invalid_utf8_at(std::string_view bytes) noexcept;

inline bool is_utf8(std::string_view bytes) noexcept {
  return invalid_utf8_at(bytes) == bytes.size();
}

// The number of ASCII bytes that the text begins with.
std::size_t ascii_size(std::string_view bytes) noexcept;

// Replaces each maximal subpart of an ill-formed sequence by U+FFFD. The result is valid UTF-8.
std::string repair_utf8(std::string_view bytes);

// Decodes the code point that begins at `offset` and moves `offset` behind it. For an ill-formed
// sequence it returns kReplacement and moves behind the maximal subpart.
// REQUIRES: offset < text.size()
char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept;

// The last code point of the text; 0 if the text is empty.
// REQUIRES: text is valid UTF-8
char32_t last_code_point(std::string_view text) noexcept;

// Appends the code point as UTF-8.
// REQUIRES: code is a Unicode scalar value: at most U+10FFFF and not a surrogate
void append_utf8(std::string& text, char32_t code);

}  // namespace articles
