// HTML to the text that a reader sees.
#pragma once

#include <string>
#include <string_view>

#include "articles/error.h"
#include "articles/problem.h"

namespace articles {

// The innerText of the standard
// (https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute) of the contents of
// a body with the default style sheet of the standard: no author styles, no scripts, no quirks
// mode. A line break between two East Asian wide characters vanishes, except for Hangul, as CSS
// Text 3 allows. The result is valid UTF-8 and not trimmed. Throws bad_alloc, and Interrupted soon
// after `interrupted` returns true. Linear in time and memory, with a stack of constant depth.
// REQUIRES: html is valid UTF-8
std::string strip_html(std::string_view html, const InterruptCheck& interrupted = {});

// The same. If a limit of the parser was met, so that the text may not be the one of a browser,
// adds a problem that names the limit; `line` counts the lines of the HTML.
std::string strip_html(std::string_view html, Problems& problems,
                       const InterruptCheck& interrupted = {});

}  // namespace articles
