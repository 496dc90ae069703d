// A limit on how deeply blocks nest.
#pragma once

#include "markdown/rendering.h"

namespace articles::markdown {

// Feeds the Markdown of the rendering to the parser. The library's time for a line or an inline
// grows with the number of blocks around it (CVE-2023-24824). Where a marker of a quote, a list
// item or a footnote could open a block deeper than the limit, a backslash makes it text.
void feed_within_nesting_limit(Rendering& rendering, cmark_parser* parser);

}  // namespace articles::markdown
