// The tags of an HTML text as the tokenizer of the standard sees them, without building a tree.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
#pragma once

#include <string_view>

#include "base/ascii.h"

namespace articles {

// What ends the name of a tag, and that of an attribute.
class NameEnds {
 public:
  explicit constexpr NameEnds(std::string_view chars) {
    for (const char c : chars) ends_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool operator()(char c) const { return ends_[static_cast<unsigned char>(c)]; }

 private:
  bool ends_[256] = {};
};
inline constexpr NameEnds kEndsTagName(" \t\n\f\r/>");
inline constexpr NameEnds kEndsAttributeName(" \t\n\f\r/>=");
inline constexpr NameEnds kEndsUnquotedValue(" \t\n\f\r>");
inline constexpr NameEnds kBetweenAttributes(" \t\n\f\r/");

// The attributes of a start tag, one after the other, as written.
class AttributeScanner {
 public:
  // `text` begins behind the tag's name.
  explicit AttributeScanner(std::string_view text) : text_(text) {}

  // Moves to the next attribute; false at the end of the tag.
  bool next() {
    const std::string_view text = text_;  // locals stay in registers
    std::size_t at = at_;
    while (at < text.size() && kBetweenAttributes(text[at])) ++at;
    if (at >= text.size() || text[at] == '>') {
      is_self_closed_ = at > at_ && text[at - 1] == '/';
      at_ = at;
      return false;
    }
    const std::size_t begin = at++;  // an attribute's name may begin with '='
    while (at < text.size() && !kEndsAttributeName(text[at])) ++at;
    name_ = text.substr(begin, at - begin);
    std::size_t equals = at;
    while (equals < text.size() && ascii_space(text[equals])) ++equals;
    value_ = {};
    at_ = at;
    if (equals < text.size() && text[equals] == '=') scan_value(equals + 1);
    return true;
  }

  std::string_view name() const noexcept { return name_; }
  std::string_view value() const noexcept { return value_; }  // entities not decoded

  // Whether the tag ends in '>' and not in the end of the text.
  // REQUIRES: the last next() returned false
  bool is_closed() const noexcept { return at_ < text_.size(); }

  // Whether the tag ends in a slash of its own; one behind an unquoted value belongs to that.
  // REQUIRES: the last next() returned false
  bool is_self_closed() const noexcept { return is_self_closed_ && is_closed(); }

  // Behind the tag's '>', or the end of the text if the tag is not closed.
  std::size_t end() const noexcept { return at_ < text_.size() ? at_ + 1 : text_.size(); }

 private:
  void scan_value(std::size_t at) {
    const std::string_view text = text_;
    while (at < text.size() && ascii_space(text[at])) ++at;
    at_ = at;
    if (at >= text.size() || text[at] == '>') return;
    const char quote = text[at];
    if (quote == '"' || quote == '\'') {
      const std::size_t close = text.find(quote, at + 1);
      const std::size_t end = close == std::string_view::npos ? text.size() : close;
      value_ = text.substr(at + 1, end - at - 1);
      at_ = end == text.size() ? end : end + 1;
      return;
    }
    const std::size_t begin = at;
    while (at < text.size() && !kEndsUnquotedValue(text[at])) ++at;
    value_ = text.substr(begin, at - begin);
    at_ = at;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string_view name_;
  std::string_view value_;
  bool is_self_closed_ = false;
};

// Where the contents of a script or style that begins at `at` end: at its end tag, or at the end of
// the text.
inline std::size_t raw_text_end(std::string_view html, std::size_t at, std::string_view name) {
  for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view end_tag = html.substr(at + 2);
    if (!same_ignoring_case(end_tag.substr(0, name.size()), name)) continue;
    if (end_tag.size() == name.size() || ascii_space(end_tag[name.size()]) ||
        end_tag[name.size()] == '>' || end_tag[name.size()] == '/')
      return at;
  }
  return html.size();
}

// Behind the comment that begins at `at` with `<!--`.
inline std::size_t comment_end(std::string_view html, std::size_t at) {
  at += 4;
  if (html.substr(at, 1) == ">") return at + 1;
  if (html.substr(at, 2) == "->") return at + 2;
  for (std::size_t dashes = html.find("--", at); dashes != std::string_view::npos;
       dashes = html.find("--", dashes + 1)) {
    if (html.substr(dashes + 2, 1) == ">") return dashes + 3;
    if (html.substr(dashes + 2, 2) == "!>") return dashes + 4;
  }
  return html.size();
}

}  // namespace articles
