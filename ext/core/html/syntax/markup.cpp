#include "html/syntax/markup.h"

#include <cstddef>

#include "base/ascii.h"
#include "html/syntax/markdown_lines.h"

namespace articles {
namespace {

constexpr std::string_view kCommentOpen = "<!--";
constexpr std::string_view kCommentClose = "-->";
constexpr std::string_view kRawElements[] = {"style", "script"};

bool has_prefix_ignoring_case(std::string_view text, std::string_view prefix) {
  return same_ignoring_case(text.substr(0, prefix.size()), prefix);
}

// Where `</name` next begins; npos if nowhere.
std::size_t find_end_tag(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find("</"); at != std::string_view::npos; at = text.find("</", at + 2))
    if (has_prefix_ignoring_case(text.substr(at + 2), name)) return at;
  return std::string_view::npos;
}

std::string_view from(std::string_view text, std::size_t at) {
  return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

bool is_style_or_script(std::string_view text, std::string_view& name) {
  for (const std::string_view one : kRawElements) {
    if (!has_prefix_ignoring_case(text.substr(1), one)) continue;
    if (text.size() > one.size() + 1 && ascii_alnum(text[one.size() + 1])) continue;
    name = one;
    return true;
  }
  return false;
}

// The text from its first character that counts.
std::string_view skip_front(std::string_view text) {
  for (;;) {
    while (!text.empty() && ascii_space(text.front())) text.remove_prefix(1);
    std::string_view name;
    if (starts_with(text, kCommentOpen)) {
      const std::size_t close = text.find(kCommentClose, kCommentOpen.size());
      text = from(text, close == std::string_view::npos ? close : close + kCommentClose.size());
    } else if (starts_with(text, "<") && is_style_or_script(text, name)) {
      const std::string_view end_tag = from(text, find_end_tag(text, name));
      const std::size_t close = end_tag.find('>');
      text = from(end_tag, close == std::string_view::npos ? close : close + 1);
    } else {
      return text;
    }
  }
}

// The text up to its last character that counts.
std::string_view skip_back(std::string_view text) {
  for (;;) {
    while (!text.empty() && ascii_space(text.back())) text.remove_suffix(1);
    std::size_t open = std::string_view::npos;
    if (ends_with(text, kCommentClose)) {
      open = text.rfind(kCommentOpen);
    } else if (ends_with(text, ">")) {
      const std::size_t end_tag = text.rfind("</");
      std::string_view name;
      if (end_tag != std::string_view::npos &&
          is_style_or_script(text.substr(end_tag + 1), name) /* the slash stands for the < */) {
        for (open = text.rfind('<', end_tag - 1); open != std::string_view::npos && open > 0;
             open = text.rfind('<', open - 1))
          if (is_style_or_script(text.substr(open), name)) break;
      }
    }
    if (open == std::string_view::npos) return text;
    text = text.substr(0, open);
  }
}

bool is_tag_at_front(std::string_view text) {
  return text.size() >= 2 && text[0] == '<' &&
         (ascii_alpha(text[1]) || text[1] == '/' || text[1] == '!') && !begins_with_address(text);
}

bool ends_with_tag(std::string_view text) {
  if (!ends_with(text, ">")) return false;
  const std::size_t open = text.rfind('<');
  return open != std::string_view::npos && is_tag_at_front(text.substr(open));
}

}  // namespace

bool is_named_html(std::string_view file) noexcept {
  for (const std::string_view extension : {".html", ".htm", ".xhtml"})
    if (file.size() >= extension.size() &&
        same_ignoring_case(file.substr(file.size() - extension.size()), extension))
      return true;
  return false;
}

bool begins_with_tag(std::string_view text) noexcept {
  return is_tag_at_front(skip_front(text));
}

Markup detect_markup(std::string_view file, std::string_view body) noexcept {
  if (is_named_html(file)) return Markup::Html;
  const std::string_view counted = skip_back(skip_front(body));
  if (!is_tag_at_front(counted) || !ends_with_tag(counted)) return Markup::Markdown;
  return has_markdown_lines(body) ? Markup::Markdown : Markup::Html;
}

}  // namespace articles
