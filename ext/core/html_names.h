// Elements whose tags gumbo 0.10.1 reads wrongly. They are given to it under a name that it reads
// rightly, of the same length, so that every offset stays.
//
//   form      its end tag closes nothing            -> div
//   dialog    unknown, so that it closes no open p  -> div
//   search    the same                              -> div
//   isindex   becomes a form with a text of its own -> an unknown element, as the standard has it
//   now menuitem  has no contents                       -> an unknown element
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace articles {

class RenamedTags {
 public:
  // Renames the tags in `html` in place.
  explicit RenamedTags(std::string& html);

  // The name that stood in the tag which begins at `offset`; empty if it was left alone.
  std::string_view name_at(std::size_t offset) const;

 private:
  std::size_t markup(std::string& html, std::size_t at);
  void rename(std::string& html, std::size_t at, std::size_t name_begin, bool is_end,
              std::string_view name, std::string_view to);

  std::vector<std::pair<std::size_t, std::string_view>> renamed_;  // by offset
  bool form_is_open_ = false;
};

}  // namespace articles
