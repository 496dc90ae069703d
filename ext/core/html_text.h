// The text of any HTML, over gumbo's tree: the slow way, which is always right. The fast one is
// held to it.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// As strip_html() of articles/html.h.
std::string strip_html_by_tree(std::string_view html);

}  // namespace articles
