// Serialising a tree as HTML:
// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
#pragma once

#include <functional>
#include <string>

#include "html/tree/tree.h"

namespace articles {

// The HTML of the node and its descendants, without the subtrees for whose root `skips` is true.
std::string serialize(const HtmlTree& tree, const GumboNode& node,
                      const std::function<bool(const GumboNode&)>& skips);

// The HTML of the node's children, in the same way.
std::string serialize_children(const HtmlTree& tree, const GumboNode& node,
                               const std::function<bool(const GumboNode&)>& skips);

// The name of an attribute as the standard serialises it, with its prefix.
std::string qualified_name(const GumboAttribute& attribute);

}  // namespace articles
