// HTML to the text that a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// The innerText of the standard
// (https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute) for the contents of
// a body with the standard's default styles: no author styles, no scripts, no quirks mode. A line
// break between two East Asian wide characters (Hangul aside) vanishes, as CSS Text 3 allows. The
// result is valid UTF-8 and not trimmed. Throws bad_alloc only. Linear in time and bounded in
// stack, whatever the nesting.
// REQUIRES: html is valid UTF-8
std::string strip_html(std::string_view html);

}  // namespace articles
