// cmark-gfm, made safe for several threads and for hostile input.
//
// Some functions of the library are replaced when the extension is linked (the linker's --wrap, see
// ext/core/CMakeLists.txt), which needs its static archives. These hold the only copy of the
// library's variables that the extension uses, whatever else the process has loaded.
#pragma once

#include "markdown/cmark.h"

namespace articles::markdown {

struct Extensions {
  cmark_syntax_extension table;
  cmark_syntax_extension strikethrough;
  cmark_syntax_extension autolink;
  cmark_syntax_extension tasklist;
};

// The syntax extensions, with guards of our own. Sets the library up on the first call.
Extensions& extensions();

}  // namespace articles::markdown
