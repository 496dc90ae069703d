// The two parts of a document: front matter and body.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

// The block of metadata that comes before the body.
struct FrontMatter {
  FieldValue fields;  // a Map in the order of the file; Null if the block is not a map of keys
  Problems problems;  // their lines are lines of the file
};

// The front matter ends within this many bytes of the beginning, or counts as not closed.
inline constexpr std::size_t kMaxFrontMatterBytes = 262'144;

struct Document {
  // Its fields are a Map, which is empty if the document has no front matter.
  FrontMatter front_matter;
  // Offset of the body: after the closing fence and its line end, or after a byte order mark.
  std::size_t body = 0;
  // 1-based line that the body begins on.
  int body_line = 1;
  // Offset after the last line of the front matter: `body`, or less if the front matter is not
  // closed; 0 if the document has none.
  std::size_t front_matter_end = 0;
};

// Reads the front matter of a document that begins with `bytes`; `whole` says that nothing follows
// them. No value means that more bytes are needed to decide, which never happens if `whole` or if
// there are kMaxFrontMatterBytes. The result does not depend on how many more bytes than needed are
// given. Lines end at LF, CRLF or CR, also mixed in one document. Bytes that are not UTF-8 become
// U+FFFD in the fields, with a problem. Throws bad_alloc only. Thread-safe.
//
// Blank lines come first, then the front matter in one of these forms (the table is in
// ext/core/front_matter/fences.cpp; the rules of other tools are in
// https://jekyllrb.com/docs/front-matter/, https://gohugo.io/content-management/front-matter/ and
// https://hexo.io/docs/front-matter):
//   - YAML between lines of three or more `-`; `...` closes it, too
//   - TOML between lines of `+++`
//   - JSON as an object of its own (`{…}`, `<!--{…}-->`) or between lines of three or more `;`
//   - any of the three after `---yaml`, `---toml` or `---json`
//   - as in Hexo, without an opening line, if every line down to the closing one has the form of a
//     key and one of the keys is a usual one
// If the block is not a map of keys, the whole document is the body.
std::optional<Document> read_document(std::string_view bytes, bool whole);

}  // namespace articles
