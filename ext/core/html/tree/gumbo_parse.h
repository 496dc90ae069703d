// One run of gumbo 0.10.1, which checks neither for a lack of memory nor the depth of its stack.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>

#include "articles/error.h"
#include "base/arena.h"

namespace articles {

// A parse with more open elements or more active formatting elements ends: each tag may cost a walk
// over all of them. What input_limits.h lets through stays below, unless its model of the parser is
// wrong.
inline constexpr std::size_t kMostParserElements = 1'280;

struct GumboParse {
  enum class End : std::uint8_t { Complete, OutOfMemory, TooDeep };

  End end = End::Complete;
  const GumboOutput* output = nullptr;  // of a complete parse; lives in the arena
  std::size_t deep_tag = 0;  // TooDeep: the offset in the text of a start tag that is deep enough
};

// Parses `size` bytes of UTF-8 that begin at `text`; at least one byte more must be readable.
// `context` is the element whose contents the text is, GUMBO_TAG_LAST for a document. The nodes
// live in the arena and point into the text. `interrupted` is asked once for each MB of memory;
// throws what it throws, and Interrupted.
GumboParse gumbo_parse(Arena& arena, const char* text, std::size_t size, GumboTag context,
                       const InterruptCheck& interrupted);

}  // namespace articles
