// Claim: validation by words and blocks agrees with the plain decoder, at any offset of the bytes
// within a block.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "../support/plain_utf8.h"
#include "base/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  for (const std::size_t before : {0U, 13U, 30U}) {
    const std::string text = std::string(before, ' ') + bytes;
    if (articles::invalid_utf8_at(text) != articles::plainly_invalid_at(text)) std::abort();
  }
  return 0;
}
