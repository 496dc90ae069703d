#include "articles/html_document.h"

#include <cassert>

#include "base/ascii.h"
#include "base/json.h"
#include "html/query/element_table.h"
#include "html/query/selector_match.h"
#include "html/query/serialize.h"
#include "html/text/inner_text.h"
#include "html/tree/tree.h"

namespace articles {

struct HtmlDocument::State {
  State(std::string_view html, const InterruptCheck& interrupted)
      : tree(html, HtmlTree::detect(html), interrupted), table(tree) {}

  const GumboNode& node(std::size_t element) const {
    assert(element < table.elements().size());
    return *table.elements()[element].node;
  }
  NodeSet nodes(const std::vector<std::size_t>& elements) const {
    NodeSet nodes;
    for (const std::size_t element : elements) nodes.insert(&node(element));
    return nodes;
  }
  std::string with_controls(std::string text) const {
    tree.restore_controls(text);
    return text;
  }

  HtmlTree tree;
  ElementTable table;
};

HtmlDocument::HtmlDocument(std::string_view html, const InterruptCheck& interrupted)
    : state_(std::make_unique<State>(html, interrupted)) {}
HtmlDocument::~HtmlDocument() = default;

const Problems& HtmlDocument::problems() const noexcept {
  return state_->tree.problems();
}

std::vector<std::size_t> HtmlDocument::select(const Selector& selector,
                                              const InterruptCheck& interrupted) const {
  const std::vector<std::uint8_t> matched = match(state_->table, selector.list(), interrupted);
  std::vector<std::size_t> elements;
  for (std::size_t i = 0; i < matched.size(); ++i)
    if (matched[i] != 0) elements.push_back(i);
  return elements;
}

std::string HtmlDocument::text(std::size_t element) const {
  return inner_text(state_->tree, state_->node(element));
}

std::string HtmlDocument::outer_html(std::size_t element) const {
  return serialize(state_->tree, state_->node(element));
}

std::string_view HtmlDocument::tag(std::size_t element) const {
  return state_->table.elements()[element].name;
}

std::optional<std::string> HtmlDocument::attribute(std::size_t element,
                                                   std::string_view name) const {
  const GumboVector& attributes = state_->node(element).v.element.attributes;
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
    if (!same_ignoring_case(state_->with_controls(qualified_name(attribute)), name)) continue;
    return state_->with_controls(attribute.value);
  }
  return std::nullopt;
}

std::string HtmlDocument::attributes_json(std::size_t element) const {
  const GumboVector& attributes = state_->node(element).v.element.attributes;
  std::string json = "{";
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
    if (i > 0) json += ',';
    // Controls are restored before the text is escaped: JSON must not hold them as they are.
    append_json_string(json, state_->with_controls(qualified_name(attribute)));
    json += ':';
    append_json_string(json, state_->with_controls(attribute.value));
  }
  return json + '}';
}

std::string HtmlDocument::without(const std::vector<std::size_t>& elements) const {
  const NodeSet nodes = state_->nodes(elements);
  const HtmlTree& tree = state_->tree;
  if (!tree.is_document()) return serialize_children(tree, tree.root(), nodes);
  std::string html;
  const GumboVector& children = tree.document().v.document.children;
  for (int i = 0; i < static_cast<int>(children.length); ++i) {
    if (i == tree.doctype_index()) html += "<!DOCTYPE html>";
    html += serialize(tree, *static_cast<const GumboNode*>(children.data[i]), nodes);
  }
  return html;
}

std::string HtmlDocument::text_without(const std::vector<std::size_t>& elements) const {
  return page_text(state_->tree, state_->nodes(elements));
}

}  // namespace articles
