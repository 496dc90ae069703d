// The encodings that a page can declare, and the labels that name them.
// https://encoding.spec.whatwg.org/#names-and-labels
#pragma once

#include <string_view>

namespace articles {

struct Encoding {
  const char* name;        // as the standard and our messages write it
  const char* iconv_name;  // the encoding of iconv that has the standard's characters
  bool is_single_byte;
};

inline constexpr Encoding kGb18030 = {"GB18030", "GB18030", false};
// The extension for iconv (RFC 1554) has half-width kana and JIS X 0212, which texts use under the
// plain name.
inline constexpr Encoding kIso2022Jp = {"ISO-2022-JP", "ISO-2022-JP-2", false};

// The encoding that the standard means by `label`, in any ASCII case and with white space around
// it. nullptr for UTF-8 and UTF-16, which files state by their bytes; for ISO-2022-JP, which is
// known by its escapes; for "replacement" and x-user-defined, which stand for no text; and for any
// other label.
const Encoding* encoding_of_label(std::string_view label) noexcept;

}  // namespace articles
