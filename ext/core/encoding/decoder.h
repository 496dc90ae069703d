// The encoding of a file, and its text as UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

inline constexpr const char* kGb18030 = "GB18030";

// The name of the encoding that a byte order mark of UTF-16 or UTF-32 states; nullptr where there
// is none. The mark of UTF-8 is read_document's.
const char* wide_encoding_of_bom(std::string_view bytes) noexcept;

// The name of UTF-16 if the bytes begin with four ASCII characters in it, each beside a NUL, as no
// other text does; nullptr otherwise.
const char* utf16_of_nuls(std::string_view bytes) noexcept;

// Whether bytes that are no UTF-8 are Chinese text in GB18030, or in what it contains, GBK and
// GB2312, rather than damaged UTF-8 or text of another encoding: nine in ten of the characters that
// are not ASCII are those of GB2312 (both bytes from A1 on); valid UTF-8 sequences of three bytes
// and more cover less than half of the high bytes, all of them less than four fifths; and the
// characters are such as Chinese text is made of. The last is what tells Big5, EUC-KR, EUC-JP and
// Cyrillic, whose bytes are as good: see encoding_guess.cpp. No value: they do not decode strictly,
// or are ASCII, which says nothing. Linear.
std::optional<bool> guess_gb18030(std::string_view bytes) noexcept;

inline bool is_gb18030(std::string_view bytes) noexcept {
  return guess_gb18030(bytes).value_or(false);
}

// Decodes text piece by piece, by the C library's iconv. Thread-compatible.
class Decoder {
 public:
  // `encoding` is a name that iconv knows; no value for any other, also if the C library cannot
  // find its module, as in a bare chroot.
  static std::optional<Decoder> open(const std::string& encoding);

  Decoder(Decoder&& other) noexcept;
  Decoder& operator=(Decoder&& other) noexcept;
  ~Decoder();

  // Appends the UTF-8 of `bytes`, which follow those of the calls before, to `text`. A character
  // that they cut off is kept for the next call, unless these are the `last` bytes. What is no
  // character becomes U+FFFD. `text` is the same in every call, and nobody else appends to it.
  void decode(std::string_view bytes, bool last, std::string& text);

  // Where in all of the text the first U+FFFD stands for what is no character.
  std::optional<std::size_t> first_error() const noexcept { return first_error_; }

 private:
  Decoder(void* handle, std::size_t unit) : handle_(handle), unit_(unit) {}
  void append_replacement(std::string& text);

  void* handle_ = nullptr;  // iconv_t
  std::size_t unit_ = 1;    // bytes of an ASCII character: what is left out where there is none
  std::string cut_off_;
  std::optional<std::size_t> first_error_;
};

}  // namespace articles
