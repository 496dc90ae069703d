// The check of UTF-8 by blocks, where the processor has the instructions.
#pragma once

#include <cstddef>
#include <string_view>

namespace articles {

// An offset up to which `bytes` is valid UTF-8, at the end of a character; 0 where the processor
// cannot tell by blocks. All but a last block of 32 bytes is covered if it is valid.
std::size_t skip_utf8_blocks(std::string_view bytes) noexcept;

}  // namespace articles
