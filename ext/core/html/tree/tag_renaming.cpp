#include "html/tree/tag_renaming.h"

#include <algorithm>

#include "base/ascii.h"
#include "html/syntax/tag_scanner.h"

namespace articles {
namespace {

struct Renaming {
  std::string_view name;
  std::string_view to;
};
constexpr Renaming kRenamings[] = {
    {"form", "dir "},       {"dialog", "dir   "},     {"search", "dir   "},
    {"isindex", "isinde-"}, {"menuitem", "menuite-"},
};
constexpr std::string_view kForm = kRenamings[0].name;

bool may_hold(std::string_view html, std::string_view name) {
  const auto begins = [&](char c) { return ascii_lower(c) == name[0]; };
  for (const auto* at = std::find_if(html.begin(), html.end(), begins); at != html.end();
       at = std::find_if(at + 1, html.end(), begins))
    if (same_ignoring_case(html.substr(static_cast<std::size_t>(at - html.begin()), name.size()),
                           name))
      return true;
  return false;
}

}  // namespace

RenamedTags::RenamedTags(std::string& html) {
  const bool needed =
      std::any_of(std::begin(kRenamings), std::end(kRenamings),
                  [&](const Renaming& renaming) { return may_hold(html, renaming.name); });
  if (!needed) return;
  TagScanner tags(html);
  while (tags.next()) {
    if (!tags.is_tag()) continue;
    for (const Renaming& renaming : kRenamings)
      if (same_ignoring_case(tags.name(), renaming.name)) {
        rename(html, tags, renaming.name, renaming.to);
        break;
      }
  }
}

void RenamedTags::rename(std::string& html, const TagScanner& tag, std::string_view name,
                         std::string_view to) {
  const bool is_end = tag.kind() == TokenKind::EndTag;
  if (name == kForm) {
    // The standard ignores a form within a form and an end tag without an open form. Both become
    // the end tag of a void element, which has no effect.
    if (form_is_open_ != is_end) {
      html.replace(tag.begin(), is_end ? 6 : 5, is_end ? "</link" : "</img");
      return;
    }
    form_is_open_ = !is_end;
  }
  html.replace(tag.name_begin(), to.size(), to);
  if (!is_end) renamed_.emplace_back(tag.begin(), name);
}

std::string_view RenamedTags::name_at(std::size_t offset) const {
  const auto found =
      std::lower_bound(renamed_.begin(), renamed_.end(), offset,
                       [](const auto& one, std::size_t wanted) { return one.first < wanted; });
  return found != renamed_.end() && found->first == offset ? found->second : std::string_view();
}

}  // namespace articles
