#include "html/text/boxes.h"

#include <array>

#include "base/ascii.h"

namespace articles {
namespace {

// For rows and cells, whose names gumbo knows.
Display table_display(const GumboElement& element) {
  return element_of_tag(element.tag).display;
}

// A cell has a box unless it is hidden; a row always has one.
bool is_cell(const GumboNode& node) {
  return is_html(node) && table_display(node.v.element) == Display::Cell &&
         !has(node.v.element, "hidden");
}
bool is_row(const GumboNode& node) {
  return is_html(node) && node.v.element.tag == GUMBO_TAG_TR;
}

bool attribute_is(const GumboElement& element, const char* name, std::string_view value) {
  const char* const found = attribute(element, name);
  return found != nullptr && same_ignoring_case(found, value);
}

bool contains(const NodeSet& nodes, const GumboNode& node) {
  return !nodes.empty() && nodes.count(&node) != 0;
}

template <class Predicate>
bool any_child_from(const GumboElement& element, std::size_t begin, const NodeSet& without,
                    Predicate matches) {
  for (std::size_t i = begin; i < element.children.length; ++i) {
    const GumboNode& node = *child(element, static_cast<unsigned>(i));
    if (matches(node) && !contains(without, node)) return true;
  }
  return false;
}

bool floats(const GumboElement& element, const Element& row) {
  if (!row.has(kAligned)) return false;
  if (row.name == "input" && !attribute_is(element, "type", "image")) return false;
  return attribute_is(element, "align", "left") || attribute_is(element, "align", "right");
}

}  // namespace

const Element& element_of_tag(GumboTag tag) {
  static const auto table = [] {
    std::array<Element, GUMBO_TAG_LAST + 1> elements{};
    for (std::size_t i = 0; i < GUMBO_TAG_UNKNOWN; ++i)
      elements[i] = element_named(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    return elements;
  }();
  return table[tag];
}

Display display_of(const GumboElement& element, const Element& row) {
  if (row.display == Display::None) return Display::None;
  if (const char* const hidden = attribute(element, "hidden"); hidden != nullptr) {
    // A hidden part of a table has `visibility: collapse`: nothing of it is seen, but a row still
    // counts (see is_row). With until-found the contents of a box are not shown; an inline element
    // has no box.
    const bool until_found = same_ignoring_case(hidden, "until-found");
    const bool is_inline = row.display == Display::Inline || row.display == Display::Quote;
    if (until_found ? !is_inline : row.name != "embed") return Display::None;
  }
  if (row.name == "dialog" && !has(element, "open")) return Display::None;
  if (has(element, "popover") && !(row.name == "dialog" && has(element, "open")))
    return Display::None;
  if (row.name == "audio" && !has(element, "controls")) return Display::None;
  if (row.name == "embed" && !has(element, "src") && !has(element, "type")) return Display::None;
  if (row.name == "input" && attribute_is(element, "type", "hidden")) return Display::None;
  return floats(element, row) ? Display::Float : row.display;
}

bool is_last_cell(const GumboNode& cell, const NodeSet& without) {
  return !any_child_from(cell.parent->v.element, cell.index_within_parent + 1, without, is_cell);
}

// The last row of the nearest table, in any row group.
bool is_last_row(const GumboNode& row, const NodeSet& without) {
  if (any_child_from(row.parent->v.element, row.index_within_parent + 1, without, is_row))
    return false;
  const GumboNode& group = *row.parent;
  if (table_display(group.v.element) != Display::RowGroup || group.parent == nullptr) return true;
  const auto has_row = [&](const GumboNode& node) {
    return is_row(node) || (is_html(node) && table_display(node.v.element) == Display::RowGroup &&
                            any_child_from(node.v.element, 0, without, is_row));
  };
  return !any_child_from(group.parent->v.element, group.index_within_parent + 1, without, has_row);
}

bool is_first_child(const GumboNode& node, const NodeSet& without) {
  for (std::size_t i = node.index_within_parent; i-- > 0;)
    if (!contains(without, *child(node.parent->v.element, static_cast<unsigned>(i)))) return false;
  return true;
}

bool is_last_child(const GumboNode& node, const NodeSet& without) {
  return !any_child_from(node.parent->v.element, node.index_within_parent + 1, without,
                         [](const GumboNode& /*node*/) { return true; });
}

}  // namespace articles
