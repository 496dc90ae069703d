// Validation of UTF-8 in blocks of 32 bytes, if the processor has AVX2.
#pragma once

#include <cstddef>
#include <string_view>

namespace articles {

// An offset, at a boundary between characters, up to which `bytes` is valid UTF-8; 0 without AVX2.
// If `bytes` is valid, fewer than 36 bytes remain behind the offset.
std::size_t skip_utf8_blocks(std::string_view bytes) noexcept;

}  // namespace articles
