// Text in another encoding to UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

// The name of the encoding of a byte order mark of UTF-16 or UTF-32; nullptr if the bytes begin
// with neither. (read_document() removes the byte order mark of UTF-8.)
const char* wide_encoding_of_bom(std::string_view bytes) noexcept;

// The name of UTF-16, with its byte order, if the bytes begin with four ASCII characters in it,
// each beside a NUL: no text in another encoding begins so. nullptr otherwise.
const char* utf16_of_nuls(std::string_view bytes) noexcept;

// Whether the bytes are ASCII and hold an escape that begins Japanese characters: ISO-2022-JP, and
// no other text. The escapes of terminals begin none. Linear.
bool is_iso_2022_jp(std::string_view bytes) noexcept;

// Decodes text piece by piece, by the C library's iconv. Thread-compatible.
class Decoder {
 public:
  // `encoding` is a name that iconv knows. No value for any other name, and if the C library cannot
  // load its module for that encoding, as in a bare chroot.
  static std::optional<Decoder> open(const std::string& encoding);

  Decoder(Decoder&& other) noexcept;
  Decoder& operator=(Decoder&& other) noexcept;
  ~Decoder();

  // Appends the UTF-8 of `bytes`, which continue those of the previous call, to `text`. Incomplete
  // bytes at the end are kept for the next call, unless these are the `last` bytes. What is not a
  // character becomes U+FFFD; an escape that iconv does not know stays, as a control character.
  // REQUIRES: `text` is as the previous call left it
  void decode(std::string_view bytes, bool last, std::string& text);

  // Offset in the text of the first U+FFFD that stands for what is not a character, or of the first
  // escape that iconv does not know.
  std::optional<std::size_t> first_error() const noexcept { return first_error_; }

 private:
  Decoder(void* handle, std::size_t unit, bool has_escapes)
      : handle_(handle), unit_(unit), has_escapes_(has_escapes) {}
  void append_replacement(std::string& text);
  void look_for_escapes(std::string_view text, std::size_t begin);

  void* handle_ = nullptr;  // iconv_t
  std::size_t unit_ = 1;    // bytes of an ASCII character; so many are skipped after an error
  bool has_escapes_;        // the encoding switches sets of characters by escapes
  std::string incomplete_;  // bytes at the end of the last call's that may begin a character
  std::optional<std::size_t> first_error_;
};

}  // namespace articles
