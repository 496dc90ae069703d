// Elements whose contents are not markup: void ones, which have none, and those of text.
// https://html.spec.whatwg.org/#elements-2 and #parsing-html-fragments
#pragma once

#include <string_view>

#include "base/ascii.h"
#include "html/syntax/tag.h"

namespace articles {

constexpr bool is_void_element(std::string_view name) {
  constexpr std::string_view kNames[] = {"area",  "base",  "basefont", "bgsound", "br",    "col",
                                         "embed", "frame", "hr",       "img",     "input", "keygen",
                                         "link",  "meta",  "param",    "source",  "track", "wbr"};
  return is_one_of_ignoring_case(name, kNames);
}

// No tag and no character reference means anything within.
constexpr bool is_raw_text_element(std::string_view name) {
  constexpr std::string_view kNames[] = {"script",  "style",    "xmp",      "iframe",
                                         "noembed", "noframes", "plaintext"};
  return is_one_of_ignoring_case(name, kNames);
}

// No tag means anything within.
constexpr bool is_text_element(std::string_view name) {
  constexpr std::string_view kEscapable[] = {"textarea", "title"};
  return is_raw_text_element(name) || is_one_of_ignoring_case(name, kEscapable);
}

// Where the contents of the text element `name` end that begin at `at`.
inline std::size_t text_element_end(std::string_view html, std::size_t at, std::string_view name) {
  return same_ignoring_case(name, "plaintext") ? html.size() : raw_text_end(html, at, name);
}

}  // namespace articles
