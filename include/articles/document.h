// A document's two parts: front matter and body.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "front_matter/front_matter.h"

namespace articles {

// Front matter is looked for in that many bytes from the beginning, no further.
inline constexpr std::size_t kMaxFrontMatterBytes = 262'144;

struct Document {
  FrontMatter front_matter;  // fields: a Map, empty where the document has none
  std::size_t body = 0;  // offset where the body begins: behind the closing fence and its line end,
                         // or behind a BOM
  int body_line = 1;     // 1-based line on which it begins
  std::size_t front_matter_end = 0;  // offset behind its last line, which is where `body` begins
                                     // unless it is not closed; 0 where the document has none
};

// Reads the front matter of a document that begins with `bytes`; `whole` says that nothing follows
// them. No value means that more bytes are needed to tell; never so if `whole` or from
// kMaxFrontMatterBytes on. What it says does not depend on how many more bytes than needed are
// given. Lines end at LF or CRLF, at CR alone in a text without LF.
//
// Blank lines first, then the front matter: YAML between rows of `-` (`...` closes, too), TOML
// between `+++`, JSON as an object of its own (`{…}` or `<!--{…}-->`) or between rows of `;`, and
// any of the three behind `---yaml`, `---toml`, `---json`; ext/core/fences.cpp has the table. Or,
// as Hexo allows it, no opening line, if every line down to the closing one looks like a key's and
// one of them is a usual one. Where the block is no map of keys all is body.
std::optional<Document> read_document(std::string_view bytes, bool whole);

}  // namespace articles
