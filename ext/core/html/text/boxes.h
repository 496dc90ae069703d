// The boxes that the elements of gumbo's tree make.
#pragma once

#include <gumbo.h>

#include "html/syntax/element_index.h"
#include "html/tree/tree.h"

namespace articles {

inline const GumboNode* child(const GumboElement& element, unsigned index) {
  return static_cast<const GumboNode*>(element.children.data[index]);
}

// The value of the attribute; nullptr if the element has no such attribute.
// REQUIRES: name is in lower case
inline const char* attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&element.attributes, name);
  return found != nullptr ? found->value : nullptr;
}

inline bool has(const GumboElement& element, const char* name) {
  return attribute(element, name) != nullptr;
}

inline bool is_html(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

constexpr bool is_table_part(Display display) {
  return display == Display::Table || display == Display::RowGroup || display == Display::Row ||
         display == Display::Columns;
}

// The row of kElements for an element that gumbo knows; kUnlistedElement if there is none.
// REQUIRES: tag != GUMBO_TAG_UNKNOWN
const Element& element_of_tag(GumboTag tag);

// The display of an element, with regard to its attributes (15.3.1, and the widgets of 15.5, of the
// rendering section). `row` is the element's row in kElements.
Display display_of(const GumboElement& element, const Element& row);

// Whether no later cell in the row, or no later row in the nearest table, has a box (innerText,
// steps 6 and 7). The nodes of `without` do not count.
bool is_last_cell(const GumboNode& cell, const NodeSet& without);
bool is_last_row(const GumboNode& row, const NodeSet& without);

// Whether no other node comes before or after the node in its parent. Those of `without` do not
// count.
bool is_first_child(const GumboNode& node, const NodeSet& without);
bool is_last_child(const GumboNode& node, const NodeSet& without);

}  // namespace articles
