// Elements within SVG.
#pragma once

#include <string_view>

#include "base/ascii.h"

namespace articles {

// Whether the SVG element is never drawn where it stands, so that its text is not seen:
// https://www.w3.org/TR/SVG2/render.html#Definitions
// REQUIRES: name is in lower case
constexpr bool is_undrawn_svg(std::string_view name) {
  constexpr std::string_view kNames[] = {"title",  "desc",           "metadata",       "defs",
                                         "symbol", "clippath",       "mask",           "pattern",
                                         "marker", "lineargradient", "radialgradient", "stop",
                                         "filter", "style",          "script"};
  return is_one_of(name, kNames);
}

}  // namespace articles
