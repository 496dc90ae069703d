// A parsed HTML fragment: gumbo behind the guards that its version 0.10.1 needs.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

#include "arena.h"
#include "html_names.h"
#include "html_placeholders.h"

namespace articles {

class HtmlTree {
 public:
  // Parses the contents of a body. Throws bad_alloc. The tree keeps what it needs of `html`.
  explicit HtmlTree(std::string_view html);

  // The element whose children are those of the body. Its own attributes mean nothing.
  const GumboNode& root() const noexcept { return *root_; }

  // The element's name in lower case, as written if gumbo does not know it. Points into static
  // memory or into `buffer`.
  std::string_view name_of(const GumboElement& element, std::string& buffer) const;

  // Text out of the tree goes through this: what gumbo would not keep comes back.
  void restore(std::string& text) const;

 private:
  std::string input_;
  Placeholders placeholders_;
  std::optional<RenamedTags> renamed_;
  Arena arena_;  // all nodes: gumbo's own destructor recurses, so nothing is ever given back to it
  const GumboNode* root_ = nullptr;
};

}  // namespace articles
