// A parsed HTML fragment or document: gumbo, with the guards that its version 0.10.1 needs.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "articles/error.h"
#include "articles/problem.h"
#include "base/arena.h"
#include "html/tree/control_characters.h"
#include "html/tree/input_limits.h"
#include "html/tree/tag_renaming.h"

namespace articles {

// Nodes of a tree.
using NodeSet = std::unordered_set<const GumboNode*>;

class HtmlTree {
 public:
  enum class Kind : std::uint8_t { Fragment, Document };

  // Document if the HTML begins with a doctype or a tag of html, head or body; white space and
  // comments before it are skipped.
  static Kind detect(std::string_view html);

  // Parses the contents of a body, or a whole document; never in quirks mode. Copies what it needs
  // of `html`. Linear in time and memory. `interrupted` is asked now and then; throws bad_alloc and
  // Interrupted.
  // REQUIRES: html is valid UTF-8
  explicit HtmlTree(std::string_view html, Kind kind = Kind::Fragment,
                    const InterruptCheck& interrupted = {});

  // What a limit changed in the HTML (html/tree/input_limits.h): at most one problem, the first.
  // `line` counts the lines of the HTML.
  const Problems& problems() const noexcept { return problems_; }

  // The element html of a document; for a fragment, an element whose children are those of the
  // fragment and whose own name and attributes have no meaning.
  const GumboNode& root() const noexcept { return *root_; }

  bool is_document() const noexcept { return kind_ == Kind::Document; }
  // The node around the root of a document: its children are the root and comments.
  const GumboNode& document() const noexcept { return *document_; }
  // The number of comments before the doctype; -1 if the document has no doctype.
  int doctype_index() const noexcept { return doctype_index_; }

  // The element's name in lower case. Points into static memory, or into `buffer` if gumbo does not
  // know the element.
  std::string_view name_of(const GumboElement& element, std::string& buffer) const;

  // Restores the control characters in a text of the tree (see ControlCharacters). Every text that
  // leaves the tree must pass through one of these.
  void restore_controls(std::string& text) const;
  // The same without a copy, unless there is something to restore: then the result is in `buffer`.
  std::string_view with_controls(const char* text, std::string& buffer) const;

 private:
  // Sets input_ from the HTML, with the limits of input_limits.h, ready for the parser.
  void prepare(std::string_view html);
  // The same without the tags from an offset in input_ on.
  void flatten(std::string_view html, std::size_t offset, Flattening flattening);
  // Parses input_. If it has too many open elements, returns the offset in it of a deep start tag.
  // Linear in time and memory: the parser leaves off there.
  std::optional<std::size_t> try_parse(const InterruptCheck& interrupted);
  // Notes the limit that the tag at an offset in `html` exceeds, if it is the first.
  void note_limit(InputLimit limit, std::string_view html, std::size_t offset);

  Kind kind_;
  Problems problems_;
  int doctype_index_ = -1;
  const GumboNode* document_ = nullptr;
  std::string input_;
  ControlCharacters controls_;
  std::optional<RenamedTags> renamed_;
  Arena arena_;  // holds all nodes; gumbo's own destructor is recursive and is never called
  const GumboNode* root_ = nullptr;
};

}  // namespace articles
