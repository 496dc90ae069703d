// innerText over gumbo's tree: the reference implementation of strip_html(). try_strip_html() must
// give the same bytes.
#pragma once

#include <string>
#include <string_view>

#include "html/tree/tree.h"

namespace articles {

// The same contracts as strip_html() of articles/html.h.
std::string strip_html_by_tree(std::string_view html, const InterruptCheck& interrupted = {});
std::string strip_html_by_tree(std::string_view html, Problems& problems,
                               const InterruptCheck& interrupted = {});

// The text of a whole tree without some nodes and all in them: as of its HTML without them, by
// strip_html(). In a document, the tags of html, head and body have no effect.
std::string page_text(const HtmlTree& tree, NodeSet without);

// The innerText of one element of a tree. For an element without a box (a title, a script): its
// text content.
std::string inner_text(const HtmlTree& tree, const GumboNode& element);

}  // namespace articles
