// Elements whose tags gumbo 0.10.1 reads wrongly. They are given to it under a name that it reads
// rightly, of the same length, so that every offset stays.
//
// form, whose end tag closes nothing, and dialog and search, which it does not know and so lets
// stand within an open p, become dir: that is read as div is, and nobody writes it. isindex, which
// becomes a form with a text of its own, and menuitem, which has no contents, become elements that
// it does not know, as the standard has them now.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/syntax/tag_scanner.h"

namespace articles {

class RenamedTags {
 public:
  // Renames the tags in `html` in place.
  explicit RenamedTags(std::string& html);

  // The name that stood in the tag which begins at `offset`; empty if it was left alone.
  std::string_view name_at(std::size_t offset) const;

 private:
  void rename(std::string& html, const TagScanner& tag, std::string_view name, std::string_view to);

  std::vector<std::pair<std::size_t, std::string_view>> renamed_;  // by offset
  bool form_is_open_ = false;
};

}  // namespace articles
