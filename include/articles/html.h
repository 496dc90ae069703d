// HTML to the text that a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// The innerText of the standard
// (https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute) for the contents of
// a body with the standard's default styles: no author styles, no scripts, no quirks mode. A line
// break between two East Asian wide characters (Hangul aside) vanishes, as CSS Text 3 allows. Bytes
// that are no UTF-8 become U+FFFD. The result is valid UTF-8 and not trimmed. Throws bad_alloc
// only. Bounded stack, whatever the nesting.
std::string strip_html(std::string_view html);

}  // namespace articles
