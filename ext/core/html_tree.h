// A parsed HTML fragment: gumbo behind the guards that its version 0.10.1 needs.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

#include "arena.h"

namespace articles {

class HtmlTree {
 public:
  // Parses the contents of a body. Throws bad_alloc. The tree keeps what it needs of `html`.
  explicit HtmlTree(std::string_view html);

  // The element whose children are those of the body. Its own attributes mean nothing.
  const GumboNode& root() const noexcept { return *root_; }

 private:
  std::string input_;
  Arena arena_;  // all nodes: gumbo's own destructor recurses, so nothing is ever given back to it
  const GumboNode* root_ = nullptr;
};

// The element's name in lower case, gumbo's or, for one that gumbo does not know, as written.
// Points into static memory or into `buffer`.
std::string_view tag_name(const GumboElement& element, std::string& buffer);

}  // namespace articles
