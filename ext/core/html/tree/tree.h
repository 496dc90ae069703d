// A parsed HTML fragment: gumbo behind the guards that its version 0.10.1 needs.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "html/tree/control_characters.h"
#include "html/tree/tag_renaming.h"

namespace articles {

class HtmlTree {
 public:
  enum class Kind : std::uint8_t { Fragment, Document };

  // A document begins with a doctype, html, head or body, blanks and comments aside.
  static Kind detect(std::string_view html);

  // Parses the contents of a body, or a whole document; never in quirks mode. Throws bad_alloc. The
  // tree keeps what it needs of `html`.
  explicit HtmlTree(std::string_view html, Kind kind = Kind::Fragment);

  // Of a document the element html; of a fragment an element whose children are the fragment's and
  // whose own attributes mean nothing.
  const GumboNode& root() const noexcept { return *root_; }

  bool is_document() const noexcept { return kind_ == Kind::Document; }
  // What stands around the root of a document: comments, and behind how many of them a doctype of
  // its own; -1: it has none.
  const GumboNode& document() const noexcept { return *document_; }
  int doctype_place() const noexcept { return doctype_place_; }

  // The element's name in lower case, as written if gumbo does not know it. Points into static
  // memory or into `buffer`.
  std::string_view name_of(const GumboElement& element, std::string& buffer) const;

  // Text out of the tree goes through this: what gumbo would not keep comes back.
  void restore(std::string& text) const;

  // The same for a text that may stay where it is; `buffer` holds it if it may not.
  std::string_view restored(const char* text, std::string& buffer) const;

 private:
  Kind kind_;
  int doctype_place_ = -1;
  const GumboNode* document_ = nullptr;
  std::string input_;
  Placeholders placeholders_;
  std::optional<RenamedTags> renamed_;
  Arena arena_;  // all nodes: gumbo's own destructor recurses, so nothing is ever given back to it
  const GumboNode* root_ = nullptr;
};

}  // namespace articles
