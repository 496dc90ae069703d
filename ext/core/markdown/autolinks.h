// Bare addresses as links: https://github.github.com/gfm/#autolinks-extension-
#pragma once

#include "markdown/cmark.h"

namespace articles::markdown {

// The library's extension with its two functions replaced. They find the same links, in linear
// time, without reading in front of the text (CVE-2023-22485), and decode character references in
// an address, which the library would escape a second time.
// REQUIRES: `core` is the extension "autolink"
cmark_syntax_extension linear_autolink(const cmark_syntax_extension& core);

}  // namespace articles::markdown
