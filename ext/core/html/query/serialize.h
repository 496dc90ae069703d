// A tree back to HTML:
// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
#pragma once

#include <functional>
#include <string>

#include "html/tree/tree.h"

namespace articles {

// The node and what is in it, without the nodes of which `skips` is true.
std::string serialize(const HtmlTree& tree, const GumboNode& node,
                      const std::function<bool(const GumboNode&)>& skips);

// The children of a node, the same way.
std::string serialize_children(const HtmlTree& tree, const GumboNode& node,
                               const std::function<bool(const GumboNode&)>& skips);

// The name that the standard serialises an attribute by, its prefix before it.
std::string qualified_name(const GumboAttribute& attribute);

}  // namespace articles
