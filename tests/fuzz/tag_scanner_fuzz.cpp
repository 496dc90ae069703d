// Claim: TagScanner reads the tokens of the reference tokenizer: kinds, offsets, names, attributes,
// raw text. Aims at: tags and comments that are cut off, quotes left open, slashes, names of all
// lengths, raw text without an end tag.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "../support/tag_scanner_reference.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  if (articles::scanned_tokens(html) == articles::ReferenceTokenizer(html).run()) return 0;
  std::fprintf(stderr, "the tokens differ from those of the reference tokenizer\nhtml: %.*s\n",
               static_cast<int>(html.size()), html.data());
  std::abort();
}
