// Serialising a tree as HTML:
// https://html.spec.whatwg.org/multipage/parsing.html#serialising-html-fragments
#pragma once

#include <string>

#include "html/tree/tree.h"

namespace articles {

// The HTML of the node and its descendants, but for the nodes of `without` and all in them.
std::string serialize(const HtmlTree& tree, const GumboNode& node, const NodeSet& without = {});

// The HTML of the node's children, in the same way.
std::string serialize_children(const HtmlTree& tree, const GumboNode& node,
                               const NodeSet& without = {});

// The name of an attribute as the standard serialises it, with its prefix.
std::string qualified_name(const GumboAttribute& attribute);

}  // namespace articles
