// innerText over gumbo's tree. Steps are those of
// https://html.spec.whatwg.org/#rendered-text-collection-steps
#include "html/text/inner_text.h"

#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "html/syntax/element_index.h"
#include "html/syntax/svg_elements.h"
#include "html/text/boxes.h"
#include "html/text/text_flow.h"
#include "html/tree/tree.h"

namespace articles {
namespace {

// Which children of an element are shown.
enum class VisibleChildren : std::uint8_t {
  All,
  FirstSummary,  // a closed details
  OptionGroups,  // select
  Options,       // optgroup
  TextElements,  // svg and math: the contents of their text elements
  SvgText,       // a text of svg: its text, and the elements that continue it
  HtmlOnly,      // svg that is not drawn: HTML elements, which end svg
};

struct Context {
  VisibleChildren visible = VisibleChildren::All;
  bool preserves = false;
  bool is_table_part = false;  // white space alone makes no box here
};

struct OpenElement {
  const GumboElement* element;
  unsigned next_child = 0;
  Display display = Display::Inline;
  Context context;
  char separator = '\0';  // appended behind the element: after a cell or a row that is not the last
  bool had_summary = false;  // within FirstSummary
};

class InnerText {
 public:
  explicit InnerText(const HtmlTree& tree, NodeSet without = {})
      : tree_(tree), without_(std::move(without)) {}

  // The text of the node's contents.
  std::string run(const GumboNode& node) {
    open_.push_back({&node.v.element, 0, Display::Inline, context_of(node), '\0'});
    if (is_html(node) && node.parent != nullptr && node.parent->type == GUMBO_NODE_ELEMENT) {
      const Element row = element_of(node.v.element);
      if (row.display == Display::Atomic || row.display == Display::Break) return {};
      open_.back().next_child = node.v.element.children.length;  // only enter() is to visit them
      enter(node, row, row.display);
      open_.back().separator = '\0';
    }
    visit_all();
    return std::move(text_);
  }

  // The text of the whole tree.
  std::string run_page() {
    const GumboElement& root = tree_.root().v.element;
    if (!tree_.is_document()) return run(tree_.root());
    for (unsigned i = root.children.length; i-- > 0;) {
      const GumboNode& part = *child(root, i);
      const bool is_shown = without_.count(&tree_.root()) == 0 && without_.count(&part) == 0;
      if (is_shown && part.type == GUMBO_NODE_ELEMENT)
        open_.push_back({&part.v.element, 0, Display::Inline, {}, '\0'});
    }
    visit_all();
    return std::move(text_);
  }

 private:
  void visit_all() {
    while (!open_.empty()) {
      OpenElement& top = open_.back();
      if (top.next_child == top.element->children.length) {
        leave(top);
        open_.pop_back();
      } else {
        visit(*child(*top.element, top.next_child++));
      }
    }
  }

  // White space is kept if the element or an element around it keeps it.
  Context context_of(const GumboNode& node) const {
    Context context;
    static constexpr std::string_view kContainers[] = {"svg", "g", "switch"};
    std::string buffer;
    if (node.v.element.tag_namespace == GUMBO_NAMESPACE_SVG &&
        is_one_of(tree_.name_of(node.v.element, buffer), kContainers))
      context.visible = VisibleChildren::TextElements;
    for (const GumboNode* around = node.parent;
         around != nullptr && around->type == GUMBO_NODE_ELEMENT; around = around->parent)
      context.preserves =
          context.preserves || (is_html(*around) && element_of(around->v.element).has(kPreserves));
    return context;
  }

  Element element_of(const GumboElement& element) const {
    // Only an element that is dir or unknown to gumbo may have been renamed (RenamedTags).
    if (element.tag != GUMBO_TAG_UNKNOWN && element.tag != GUMBO_TAG_DIR)
      return element_of_tag(element.tag);
    std::string buffer;
    return element_named(tree_.name_of(element, buffer));
  }

  void visit(const GumboNode& node) {
    if (!without_.empty() && without_.count(&node) != 0) return;
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
    if (context.visible != VisibleChildren::All && context.visible != VisibleChildren::SvgText)
      return;
    if (context.is_table_part && node.type == GUMBO_NODE_WHITESPACE) return;
    // Controls are restored here and not at the end: the flow looks at the characters around a line
    // break.
    const std::string_view text = tree_.with_controls(node.v.text.text, restored_);
    if (context.preserves)
      flow_.preserved_text(text);
    else
      flow_.text(text);
  }

  void html(const GumboNode& node) {
    const Element row = element_of(node.v.element);
    if (is_shown(row)) show(node, row);
  }

  void show(const GumboNode& node, const Element& row) {
    const Display display = display_of(node.v.element, row);
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
      case Display::Float:
        flow_.floating();
        return;
      default:
        enter(node, row, display);
        return;
    }
  }

  bool is_shown(const Element& row) {
    OpenElement& parent = open_.back();
    switch (parent.context.visible) {
      case VisibleChildren::All:
        break;
      case VisibleChildren::FirstSummary:
        return row.name == "summary" && !std::exchange(parent.had_summary, true);
      case VisibleChildren::OptionGroups:
        return row.display == Display::OptionGroup || row.display == Display::Option;
      case VisibleChildren::Options:
        return row.display == Display::Option;
      case VisibleChildren::TextElements:
      case VisibleChildren::SvgText:
      case VisibleChildren::HtmlOnly:
        return false;
    }
    // A form that the parser leaves within a table has `display: none !important`.
    return !(row.name == "form" && is_table_part(parent.display));
  }

  void enter(const GumboNode& node, const Element& row, Display display) {
    const GumboElement& element = node.v.element;
    OpenElement open{&element, 0, display, open_.back().context, '\0'};
    open.context.visible = VisibleChildren::All;
    if (row.has(kPreserves)) open.context.preserves = true;
    if (row.name == "nobr" || (display == Display::Cell && has(element, "nowrap")))
      open.context.preserves = false;
    open.context.is_table_part = is_table_part(display);
    switch (display) {
      case Display::Cell:
        if (!is_last_cell(node, without_)) open.separator = '\t';
        flow_.cell_edge();
        break;
      case Display::Row:
        if (!is_last_row(node, without_)) open.separator = '\n';
        break;
      case Display::Select:
        open.context.visible = VisibleChildren::OptionGroups;
        [[fallthrough]];
      case Display::InlineBlock:
        flow_.atomic_begin();
        break;
      case Display::OptionGroup:
        open.context.visible = VisibleChildren::Options;
        break;
      case Display::Quote:
        flow_.atomic();
        break;
      default:
        break;
    }
    if (element.tag == GUMBO_TAG_DETAILS && !has(element, "open"))
      open.context.visible = VisibleChildren::FirstSummary;
    block_edge(display);
    open_.push_back(open);
  }

  void leave(const OpenElement& open) {
    if (open.display == Display::Cell) flow_.cell_edge();
    if (open.display == Display::Quote) flow_.atomic();
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

  // SVG and MathML. The elements of MathML stay in the line, as a reader sees a formula; browsers
  // make each of them a block.
  void foreign(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    const VisibleChildren visible = open_.back().context.visible;
    if (visible == VisibleChildren::FirstSummary || visible == VisibleChildren::OptionGroups ||
        visible == VisibleChildren::Options)
      return;
    std::string buffer;
    const std::string_view name = tree_.name_of(element, buffer);
    if (breaks_out(element, name)) return show(node, element_named(name));
    if (element.tag_namespace == GUMBO_NAMESPACE_MATHML) {
      if (is_shown_math(node, name)) math(node, name);
    } else if (visible == VisibleChildren::All && name != "svg") {
      show(node, element_named(name));  // in an element that broke out
    } else {
      svg(element, name);
    }
  }

  // The standard's parser ends foreign content at these start tags (13.2.6.5); gumbo leaves them in
  // it when it parses a fragment.
  static bool breaks_out(const GumboElement& element, std::string_view name) {
    if (name == "font")
      return has(element, "color") || has(element, "face") || has(element, "size");
    return element_named(name).has(kEndsForeign);
  }

  static bool is_drawn(const GumboElement& element, std::string_view name, VisibleChildren around) {
    const char* const display = attribute(element, "display");
    if (display != nullptr && same_ignoring_case(trim_spaces(display), "none")) return false;
    if (around == VisibleChildren::SvgText) return is_shown_in_svg_text(name);
    return around != VisibleChildren::HtmlOnly && is_drawn_svg(name);
  }

  void svg(const GumboElement& element, std::string_view name) {
    Context context = open_.back().context;
    const bool is_text_content =
        name == "text" || (context.visible == VisibleChildren::SvgText && name != "a");
    if (!is_drawn(element, name, context.visible)) {
      const bool contains_html = name == "title" || name == "desc" || name == "foreignobject";
      context.visible = VisibleChildren::HtmlOnly;
      return contains_html ? void() : open_foreign(element, Display::Inline, context);
    }
    const GumboAttribute* const space = gumbo_get_attribute(&element.attributes, "space");
    if (space != nullptr && space->attr_namespace == GUMBO_ATTR_NAMESPACE_XML && is_text_content)
      context.preserves = std::string_view(space->value) == "preserve";
    if (name == "svg") {
      context.visible = VisibleChildren::TextElements;
      flow_.atomic_begin();
      return open_foreign(element, Display::InlineBlock, context);
    }
    if (name != "text" && name != "foreignobject")
      return open_foreign(element, Display::Inline, context);
    context.visible = name == "text" ? VisibleChildren::SvgText : VisibleChildren::All;
    flow_.block_edge(1);
    open_foreign(element, Display::Block, context);
  }

  bool is_shown_math(const GumboNode& node, std::string_view name) const {
    if (name == "annotation" || name == "annotation-xml" || name == "mphantom") return false;
    return node.parent == nullptr || !shows_first_child(*node.parent) ||
           is_first_child(node, without_);
  }

  void math(const GumboNode& node, std::string_view name) {
    static constexpr std::string_view kTokens[] = {"mi", "mn", "mo", "ms", "mtext"};
    const GumboElement& element = node.v.element;
    Context context = open_.back().context;
    Display display = Display::Inline;
    char separator = '\0';
    if (name == "math") {
      context.visible = VisibleChildren::TextElements;
      const char* const style = attribute(element, "display");
      if (style != nullptr && same_ignoring_case(style, "block")) display = Display::Block;
    } else if (is_one_of(name, kTokens)) {
      context.visible = VisibleChildren::All;
    } else if (name == "mtr" || name == "mtd") {
      if (!is_last_child(node, without_)) separator = name == "mtr" ? '\n' : '\t';
    }
    block_edge(display);
    open_foreign(element, display, context);
    open_.back().separator = separator;
  }

  void open_foreign(const GumboElement& element, Display display, Context context) {
    context.is_table_part = false;
    open_.push_back({&element, 0, display, context, '\0'});
  }

  bool shows_first_child(const GumboNode& node) const {
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    if (node.v.element.tag_namespace != GUMBO_NAMESPACE_MATHML) return false;
    std::string buffer;
    const std::string_view name = tree_.name_of(node.v.element, buffer);
    return name == "semantics" || name == "maction";
  }

  const HtmlTree& tree_;
  const NodeSet without_;
  std::string text_;
  std::string restored_;  // the text of a node in which controls had to be restored
  TextFlow flow_{text_};
  std::vector<OpenElement> open_;
};

std::string text_content(const HtmlTree& tree, const GumboNode& element) {
  std::string text;
  std::vector<const GumboNode*> to_visit{&element};
  while (!to_visit.empty()) {
    const GumboNode& node = *to_visit.back();
    to_visit.pop_back();
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
        node.type == GUMBO_NODE_WHITESPACE)
      text += node.v.text.text;
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) continue;
    for (unsigned i = node.v.element.children.length; i-- > 0;)
      to_visit.push_back(child(node.v.element, i));
  }
  tree.restore_controls(text);
  return text;
}

}  // namespace

std::string strip_html_by_tree(std::string_view html, const InterruptCheck& interrupted) {
  Problems unused;
  return strip_html_by_tree(html, unused, interrupted);
}

std::string strip_html_by_tree(std::string_view html, Problems& problems,
                               const InterruptCheck& interrupted) {
  const HtmlTree tree(html, HtmlTree::Kind::Fragment, interrupted);
  problems.insert(problems.end(), tree.problems().begin(), tree.problems().end());
  return InnerText(tree).run_page();
}

std::string page_text(const HtmlTree& tree, NodeSet without) {
  return InnerText(tree, std::move(without)).run_page();
}

// https://html.spec.whatwg.org/multipage/dom.html#the-innertext-idl-attribute, step 1
std::string inner_text(const HtmlTree& tree, const GumboNode& element) {
  std::string buffer;
  const Element row = element_named(tree.name_of(element.v.element, buffer));
  const bool has_box = display_of(element.v.element, row) != Display::None;
  return has_box ? InnerText(tree).run(element) : text_content(tree, element);
}

}  // namespace articles
