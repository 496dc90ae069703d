// Elements within SVG and MathML, by name in lower case.
#pragma once

#include <string_view>

#include "base/ascii.h"

namespace articles {

// The start tags at which the parser leaves foreign content; font does with color, face or size,
// too. https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
inline bool breaks_out_of_foreign_content(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "b",      "big",  "blockquote", "body",  "br",   "center", "code",    "dd",   "div",
      "dl",     "dt",   "em",         "embed", "h1",   "h2",     "h3",      "h4",   "h5",
      "h6",     "head", "hr",         "i",     "img",  "li",     "listing", "menu", "meta",
      "nobr",   "ol",   "p",          "pre",   "ruby", "s",      "small",   "span", "strong",
      "strike", "sub",  "sup",        "table", "tt",   "u",      "ul",      "var"};
  return is_one_of(name, kNames);
}

// SVG elements that are never drawn where they stand, so that their text is not seen.
inline bool is_undrawn_svg(std::string_view name) {
  static constexpr std::string_view kNames[] = {
      "title",          "desc", "metadata", "defs",   "symbol",
      "clippath",       "mask", "pattern",  "marker", "lineargradient",
      "radialgradient", "stop", "filter",   "style",  "script"};
  return is_one_of(name, kNames);
}

}  // namespace articles
