// How front matter is told from the body: which opening line goes with which closing one and which
// parser. The rule serves Hexo, Jekyll, Hugo, Astro, gray-matter, Pandoc and notes alike;
// fences.cpp holds its table.
#pragma once

#include <cstddef>
#include <string_view>

#include "front_matter/front_matter.h"

namespace articles {

using FrontMatterParser = FrontMatter (*)(std::string_view block, int first_line);

// What stands between the fences, both excluded. In an object its braces belong to it.
struct Block {
  std::string_view text;
  int line = 0;                       // 1-based, of its first line
  FrontMatterParser parse = nullptr;  // never nullptr in a block that was found
  std::size_t body = 0;               // offset behind the closing fence and its line end
  int body_line = 0;
};

struct BlockSearch {
  enum class Outcome {
    Found,
    WithoutOpener,  // found, as Hexo allows it: only the lines themselves say that they are no text
    NeverClosed,    // `block` is all that follows the opening fence
    UnknownLanguage,  // a fence that names a language which nobody here reads
    NotThere,
    NeedsMore,  // the bytes at hand do not tell
  };
  Outcome outcome = Outcome::NotThere;
  Block block;
  int line = 1;  // 1-based, of the opening fence, or of the first line that is not blank
};

// Looks for front matter at the beginning of `text`, which has no BOM; `whole` says that nothing
// follows it.
BlockSearch find_front_matter(std::string_view text, bool whole);

}  // namespace articles
