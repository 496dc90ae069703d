// The text of any HTML, over gumbo's tree: the slow way, which is always right. The fast one is
// held to it.
#pragma once

#include <string>
#include <string_view>

#include "html/tree/tree.h"

namespace articles {

// As strip_html() of articles/html.h.
std::string strip_html_by_tree(std::string_view html);

// The innerText of one element of a tree; of an element that has no box (a title, a script) all its
// text.
std::string inner_text(const HtmlTree& tree, const GumboNode& element);

}  // namespace articles
