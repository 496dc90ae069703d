// Elements within SVG.
#pragma once

#include <string_view>

#include "base/ascii.h"

namespace articles {

// Whether the elements in an SVG element of this name are drawn:
// https://www.w3.org/TR/SVG2/render.html#Definitions. A foreignObject is drawn, too; it has HTML.
// REQUIRES: name is in lower case
constexpr bool is_drawn_svg(std::string_view name) {
  constexpr std::string_view kNames[] = {"svg", "g", "a", "switch", "text", "foreignobject"};
  return is_one_of(name, kNames);
}

// Whether the text in an SVG element of this name within a text element is shown:
// https://www.w3.org/TR/SVG2/text.html#TermTextContentChildElement, and a.
// REQUIRES: name is in lower case
constexpr bool is_shown_in_svg_text(std::string_view name) {
  constexpr std::string_view kNames[] = {"tspan", "textpath", "a"};
  return is_one_of(name, kNames);
}

}  // namespace articles
