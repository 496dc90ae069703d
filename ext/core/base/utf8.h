// UTF-8: validity, repair, code points. The Unicode Standard, section 3.9, and the Encoding
// standard's decoder (https://encoding.spec.whatwg.org/#utf-8-decoder) for what one error covers.
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

// REQUIRES: at < bytes.size()
constexpr unsigned char byte_at(std::string_view bytes, std::size_t at) {
  assert(at < bytes.size());
  return static_cast<unsigned char>(bytes[at]);
}

// The offset of the first byte that does not belong to a valid sequence; bytes.size() if all do.
std::size_t invalid_utf8_at(std::string_view bytes) noexcept;

inline bool is_utf8(std::string_view bytes) noexcept {
  return invalid_utf8_at(bytes) == bytes.size();
}

// The text with U+FFFD for each maximal subpart of an ill-formed sequence. The result is valid
// UTF-8.
std::string repair_utf8(std::string_view bytes);

// The code point that begins at `at`, which is moved behind it. An ill-formed sequence is
// kReplacement and moves by its maximal subpart.
// REQUIRES: at < text.size()
char32_t next_code_point(std::string_view text, std::size_t& at) noexcept;

// The code point that ends at the end of `text`; 0 if it is empty.
// REQUIRES: text is valid UTF-8
char32_t last_code_point(std::string_view text) noexcept;

// REQUIRES: code is a Unicode scalar value
void append_utf8(std::string& text, char32_t code);

}  // namespace articles
