// A work-around for elements that gumbo 0.10.1 reads against the standard: their tags are renamed
// in its input. The new name has the same length, so that every offset stays.
//
// - form (gumbo ignores its end tag), dialog and search (gumbo does not know them and leaves an
// open
//   p around them) become dir, which is parsed as div is and hardly ever occurs.
// - isindex (gumbo makes it a form with a prompt) and menuitem (gumbo gives it no contents) become
//   unknown elements, which they are in today's standard.
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

  // The original name of the tag that begins at `offset`; empty if it was not renamed.
  std::string_view name_at(std::size_t offset) const;

 private:
  void rename(std::string& html, const TagScanner& tag, std::string_view name, std::string_view to);

  std::vector<std::pair<std::size_t, std::string_view>>
      renamed_;  // offset and original name, sorted
  bool form_is_open_ = false;
};

}  // namespace articles
