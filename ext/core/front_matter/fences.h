// Where front matter begins and ends: which opening line goes with which closing line and which
// parser. One rule serves Hexo, Jekyll, Hugo, Astro, gray-matter, Pandoc and notes; fences.cpp
// holds its table.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "articles/document.h"

namespace articles {

using FrontMatterParser = FrontMatter (*)(std::string_view block, int first_line);

// The text between the fences. The braces of a JSON object belong to it.
struct Block {
  std::string_view text;
  int line = 0;                       // 1-based line of the document that it begins on
  FrontMatterParser parse = nullptr;  // not nullptr in a block that was found
  std::size_t body = 0;               // offset after the closing fence and its line end
  int body_line = 0;
};

struct BlockSearch {
  enum class Outcome {
    Found,
    FoundWithoutOpener,  // as Hexo allows: only the keys can tell that the lines are not text
    NotClosed,           // `block` is everything after the opening fence
    UnknownLanguage,     // the opening fence names a language for which there is no parser
    NotThere,
  };
  Outcome outcome = Outcome::NotThere;
  Block block;
  int line = 1;  // 1-based line of the opening fence, or the first line that is not blank
};

// Looks for front matter at the beginning of `text`. `whole` says that nothing follows `text`. No
// value means that more bytes are needed to decide, which never happens if `whole`.
// REQUIRES: text does not begin with a byte order mark
std::optional<BlockSearch> find_front_matter(std::string_view text, bool whole);

}  // namespace articles
