// A reference for the validity of UTF-8: byte by byte.
#pragma once

#include <cstddef>
#include <string_view>

namespace articles {

// As invalid_utf8_at(), by table 3-7 of the Unicode Standard.
inline std::size_t plainly_invalid_at(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto byte = [&](std::size_t i) {
      return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
    };
    const auto within = [&](std::size_t i, unsigned least, unsigned most) {
      return byte(i) >= least && byte(i) <= most;
    };
    const unsigned lead = byte(0);
    std::size_t length = 0;
    if (lead < 0x80) length = 1;
    if (within(0, 0xC2, 0xDF) && within(1, 0x80, 0xBF)) length = 2;
    if (within(0, 0xE0, 0xEF) && within(2, 0x80, 0xBF) &&
        within(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF))
      length = 3;
    if (within(0, 0xF0, 0xF4) && within(2, 0x80, 0xBF) && within(3, 0x80, 0xBF) &&
        within(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF))
      length = 4;
    if (length == 0) return at;
    at += length;
  }
  return at;
}

}  // namespace articles
