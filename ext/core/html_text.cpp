// innerText over gumbo's tree. Steps are those of
// https://html.spec.whatwg.org/#rendered-text-collection-steps
#include <array>
#include <vector>

#include "articles/ascii.h"
#include "articles/html.h"
#include "articles/utf8.h"
#include "html_elements.h"
#include "html_tree.h"
#include "text_flow.h"

namespace articles {
namespace {

// What of an element's contents is shown.
enum class Shows : std::uint8_t {
  All,
  FirstSummary,  // a closed details
  OptionGroups,  // select
  Options,       // optgroup
  SvgText,       // svg outside of its text elements
};

struct Context {
  Shows shows = Shows::All;
  bool preserves = false;
  bool is_table_part = false;  // white space alone makes no box here
};

struct OpenElement {
  const GumboElement* element;
  unsigned next_child = 0;
  Display display = Display::Inline;
  Context context;
  char separator = '\0';  // behind the element: after a cell or a row that is not the last
};

using DisplayTable = std::array<Element, GUMBO_TAG_LAST + 1>;

const DisplayTable& elements_by_tag() {
  static const DisplayTable table = [] {
    DisplayTable elements{};
    for (std::size_t tag = 0; tag < GUMBO_TAG_UNKNOWN; ++tag)
      elements[tag] = element_named(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
    return elements;
  }();
  return table;
}

const GumboNode* child(const GumboElement& element, unsigned index) {
  return static_cast<const GumboNode*>(element.children.data[index]);
}

const char* attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&element.attributes, name);
  return found != nullptr ? found->value : nullptr;
}

bool has(const GumboElement& element, const char* name) {
  return attribute(element, name) != nullptr;
}

bool is_table_part(Display display) {
  return display == Display::Table || display == Display::RowGroup || display == Display::Row ||
         display == Display::Columns;
}

Element html_element(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return elements_by_tag()[element.tag];
  std::string buffer;
  return element_named(tag_name(element, buffer));
}

// Display of one element, its attributes considered (15.3.1 and the widgets of 15.5).
Display display_of(const GumboElement& element, const Element& row) {
  if (row.display == Display::None) return Display::None;
  if (const char* const hidden = attribute(element, "hidden"); hidden != nullptr) {
    // A hidden part of a table is `visibility: collapse`: nothing of it is seen, though it is still
    // there (see is_row).
    const bool until_found = same_ignoring_case(hidden, "until-found");
    if (row.name != "embed" && !until_found) return Display::None;
  }
  if (row.name == "dialog" && !has(element, "open")) return Display::None;
  if (has(element, "popover") && !(row.name == "dialog" && has(element, "open")))
    return Display::None;
  if (row.name == "audio" && !has(element, "controls")) return Display::None;
  if (row.name == "input") {
    const char* const type = attribute(element, "type");
    if (type != nullptr && same_ignoring_case(type, "hidden")) return Display::None;
  }
  return row.display;
}

bool is_html(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
}

// A cell has a box unless it is hidden; a row always has one.
bool is_cell(const GumboNode& node) {
  return is_html(node) && html_element(node.v.element).display == Display::Cell &&
         !has(node.v.element, "hidden");
}
bool is_row(const GumboNode& node) {
  return is_html(node) && node.v.element.tag == GUMBO_TAG_TR;
}

template <class Predicate>
bool any_child_from(const GumboElement& element, std::size_t begin, Predicate matches) {
  for (std::size_t i = begin; i < element.children.length; ++i)
    if (matches(*child(element, static_cast<unsigned>(i)))) return true;
  return false;
}

bool is_last_cell(const GumboNode& cell) {
  return !any_child_from(cell.parent->v.element, cell.index_within_parent + 1, is_cell);
}

// The last row of the nearest table, whatever group it is in.
bool is_last_row(const GumboNode& row) {
  if (any_child_from(row.parent->v.element, row.index_within_parent + 1, is_row)) return false;
  const GumboNode& group = *row.parent;
  if (html_element(group.v.element).display != Display::RowGroup || group.parent == nullptr)
    return true;
  return !any_child_from(
      group.parent->v.element, group.index_within_parent + 1, [](const GumboNode& node) {
        return is_row(node) ||
               (is_html(node) && html_element(node.v.element).display == Display::RowGroup &&
                any_child_from(node.v.element, 0, is_row));
      });
}

class InnerText {
 public:
  std::string of(const GumboNode& root) {
    open_.push_back({&root.v.element, 0, Display::Inline, {}, '\0'});
    while (!open_.empty()) {
      OpenElement& top = open_.back();
      if (top.next_child == top.element->children.length) {
        leave(top);
        open_.pop_back();
      } else {
        visit(*child(*top.element, top.next_child++));
      }
    }
    return flow_.take();
  }

 private:
  void visit(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        text(node);
        return;
      case GUMBO_NODE_ELEMENT:
        if (node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML)
          html(node);
        else
          foreign(node);
        return;
      default:
        return;  // comments and templates
    }
  }

  void text(const GumboNode& node) {
    const Context& context = open_.back().context;
    if (context.shows != Shows::All) return;
    if (context.is_table_part && node.type == GUMBO_NODE_WHITESPACE) return;
    if (context.preserves)
      flow_.preserved_text(node.v.text.text);
    else
      flow_.text(node.v.text.text);
  }

  void html(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    const Element row = html_element(element);
    if (!is_shown(node, row)) return;
    const Display display = display_of(element, row);
    switch (display) {
      case Display::None:
      case Display::Columns:
        return;
      case Display::Break:
        flow_.separator('\n');
        return;
      case Display::Atomic:
        flow_.atomic();
        return;
      default:
        enter(node, row, display);
        return;
    }
  }

  bool is_shown(const GumboNode& node, const Element& row) const {
    const OpenElement& parent = open_.back();
    switch (parent.context.shows) {
      case Shows::All:
        break;
      case Shows::FirstSummary:
        return is_first_summary(node);
      case Shows::OptionGroups:
        return row.display == Display::OptionGroup || row.display == Display::Option;
      case Shows::Options:
        return row.display == Display::Option;
      case Shows::SvgText:
        return false;
    }
    // A form that the parser leaves within a table is `display: none !important`.
    return !(node.v.element.tag == GUMBO_TAG_FORM && is_table_part(parent.display));
  }

  static bool is_first_summary(const GumboNode& node) {
    if (!is_html(node) || node.v.element.tag != GUMBO_TAG_SUMMARY) return false;
    const GumboElement& parent = node.parent->v.element;
    for (unsigned i = 0; i < node.index_within_parent; ++i)
      if (is_html(*child(parent, i)) && child(parent, i)->v.element.tag == GUMBO_TAG_SUMMARY)
        return false;
    return true;
  }

  void enter(const GumboNode& node, const Element& row, Display display) {
    const GumboElement& element = node.v.element;
    OpenElement open{&element, 0, display, open_.back().context, '\0'};
    open.context.shows = Shows::All;
    open.context.preserves = open.context.preserves || row.preserves;
    open.context.is_table_part = is_table_part(display);
    switch (display) {
      case Display::Cell:
        if (!is_last_cell(node)) open.separator = '\t';
        flow_.cell_edge();
        break;
      case Display::Row:
        if (!is_last_row(node)) open.separator = '\n';
        break;
      case Display::Select:
        open.context.shows = Shows::OptionGroups;
        [[fallthrough]];
      case Display::InlineBlock:
        flow_.atomic_begin();
        break;
      case Display::OptionGroup:
        open.context.shows = Shows::Options;
        break;
      default:
        break;
    }
    if (element.tag == GUMBO_TAG_DETAILS && !has(element, "open"))
      open.context.shows = Shows::FirstSummary;
    block_edge(display);
    open_.push_back(open);
  }

  void leave(const OpenElement& open) {
    if (open.display == Display::Cell) flow_.cell_edge();
    if (open.display == Display::Select || open.display == Display::InlineBlock) flow_.atomic_end();
    if (open.separator != '\0') flow_.separator(open.separator);
    block_edge(open.display);
  }

  void block_edge(Display display) {
    if (display == Display::Paragraph)
      flow_.block_edge(2);
    else if (is_block_level(display))
      flow_.block_edge(1);
  }

  // SVG and MathML.
  void foreign(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    std::string buffer;
    const std::string_view name = tag_name(element, buffer);
    OpenElement open{&element, 0, Display::Inline, open_.back().context, '\0'};
    if (open.context.shows != Shows::All && open.context.shows != Shows::SvgText) return;
    open.context.is_table_part = false;
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
      for (const std::string_view none :
           {"title", "desc", "metadata", "defs", "symbol", "clippath", "mask", "pattern", "marker",
            "lineargradient", "radialgradient", "stop", "filter", "style", "script"})
        if (same_ignoring_case(name, none)) return;
      if (name == "svg") {
        flow_.atomic();
        open.context.shows = Shows::SvgText;
      } else if (same_ignoring_case(name, "text") || same_ignoring_case(name, "foreignobject")) {
        open.context.shows = Shows::All;
        open.display = Display::Block;
        flow_.block_edge(1);
      }
    } else {
      if (name == "annotation" || name == "annotation-xml" || name == "mphantom") return;
      if (node.parent != nullptr && is_semantics(*node.parent) && node.index_within_parent > 0)
        return;
    }
    open_.push_back(open);
  }

  static bool is_semantics(const GumboNode& node) {
    std::string buffer;
    return node.type == GUMBO_NODE_ELEMENT &&
           node.v.element.tag_namespace == GUMBO_NAMESPACE_MATHML &&
           tag_name(node.v.element, buffer) == "semantics";
  }

  TextFlow flow_;
  std::vector<OpenElement> open_;
};

}  // namespace

std::string strip_html(std::string_view html) {
  const HtmlTree tree(html);
  return InnerText().of(tree.root());
}

}  // namespace articles
