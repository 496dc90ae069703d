#include "html/tree/tag_renaming.h"

#include <algorithm>

#include "base/ascii.h"
#include "html/syntax/contents.h"
#include "html/syntax/tag.h"

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
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at))
    at = markup(html, at);
}

std::size_t RenamedTags::markup(std::string& html, std::size_t at) {
  const std::string_view view = html;
  if (starts_with(view.substr(at), "<!--")) return comment_end(view, at);
  const bool is_end = view.substr(at + 1, 1) == "/";
  const std::size_t begin = at + (is_end ? 2 : 1);
  if (begin >= view.size()) return view.size();
  if (!ascii_alpha(view[begin])) {
    const bool is_comment = is_end || view[begin] == '!' || view[begin] == '?';
    return is_comment ? std::min(view.find('>', begin), view.size()) : at + 1;
  }
  std::size_t name_end = begin;
  while (name_end < view.size() && !kEndsTagName(view[name_end])) ++name_end;
  const std::string_view name = view.substr(begin, name_end - begin);
  AttributeScanner attributes(view.substr(name_end));
  while (attributes.next()) {
  }
  const std::size_t end = name_end + attributes.end();
  if (!is_end && is_text_element(name)) return text_element_end(view, end, name);
  for (const Renaming& renaming : kRenamings)
    if (same_ignoring_case(name, renaming.name))
      rename(html, at, begin, is_end, renaming.name, renaming.to);
  return end;
}

void RenamedTags::rename(std::string& html, std::size_t at, std::size_t name_begin, bool is_end,
                         std::string_view name, std::string_view to) {
  if (name == kForm) {
    // A form within a form is none, nor is the end of one that is not open: the end tag of an
    // element that never was is ignored.
    if (form_is_open_ != is_end) {
      html.replace(at, is_end ? 6 : 5, is_end ? "</link" : "</img");
      return;
    }
    form_is_open_ = !is_end;
  }
  html.replace(name_begin, to.size(), to);
  if (!is_end) renamed_.emplace_back(at, name);
}

std::string_view RenamedTags::name_at(std::size_t offset) const {
  const auto found =
      std::lower_bound(renamed_.begin(), renamed_.end(), offset,
                       [](const auto& one, std::size_t wanted) { return one.first < wanted; });
  return found != renamed_.end() && found->first == offset ? found->second : std::string_view();
}

}  // namespace articles
