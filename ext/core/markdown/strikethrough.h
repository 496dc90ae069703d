// Strikethrough in linear time.
#pragma once

#include "markdown/cmark.h"

namespace articles::markdown {

// A copy of the library's extension, which renders the same.
// REQUIRES: `core` is the extension "strikethrough"; it is not called for two different ones
cmark_syntax_extension guarded_strikethrough(const cmark_syntax_extension& core);

}  // namespace articles::markdown
