// Recognising Chinese text in GB18030.
#pragma once

#include <optional>
#include <string_view>

namespace articles {

// Whether bytes that are not UTF-8 are Chinese text in GB18030 (which contains GBK and GB2312),
// rather than damaged UTF-8 or text in another encoding. True if
// - nine tenths of the characters above ASCII are in GB2312 (both bytes from A1 on), where line
//   drawing counts neither for nor against;
// - valid UTF-8 sequences of three and more bytes cover less than half of the bytes above ASCII,
//   and all valid sequences less than four fifths;
// - the frequencies of the rows of GB2312 are those of Chinese. This excludes Big5, EUC-KR, EUC-JP
//   and Cyrillic encodings, which use the same bytes.
// No value if the bytes are not valid GB18030, or hold but ASCII and lines, which are no evidence.
// Linear.
std::optional<bool> guess_gb18030(std::string_view bytes) noexcept;

inline bool is_gb18030(std::string_view bytes) noexcept {
  return guess_gb18030(bytes).value_or(false);
}

}  // namespace articles
