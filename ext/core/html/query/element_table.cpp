#include "html/query/element_table.h"

#include <map>
#include <utility>

#include "base/ascii.h"

namespace articles {
namespace {

struct Level {
  const GumboElement* element;
  std::size_t record;  // index of the element; kNoElement for the fragment itself
  unsigned next_child = 0;
  std::size_t last_child = kNoElement;
};

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

}  // namespace

ElementTable::ElementTable(const HtmlTree& tree) : tree_(tree) {
  std::vector<Level> levels;
  std::string buffer;
  const auto add = [&](const GumboNode& node, std::size_t parent, std::size_t previous) {
    const std::string_view name = tree.name_of(node.v.element, buffer);
    elements_.push_back({&node, ascii_lower(name), parent, previous, 0});
    levels.push_back({&node.v.element, elements_.size() - 1});
    return elements_.size() - 1;
  };
  if (tree.is_document())
    add(tree.root(), kNoElement, kNoElement);
  else
    levels.push_back({&tree.root().v.element, kNoElement});
  while (!levels.empty()) {
    Level& level = levels.back();
    if (level.next_child == level.element->children.length) {
      if (level.record != kNoElement) elements_[level.record].end = elements_.size();
      levels.pop_back();
      continue;
    }
    const auto& child =
        *static_cast<const GumboNode*>(level.element->children.data[level.next_child++]);
    if (!is_element(child)) continue;
    const std::size_t previous = std::exchange(level.last_child, elements_.size());
    add(child, level.record, previous);
  }
}

std::vector<SiblingPosition> ElementTable::sibling_positions() const {
  std::vector<SiblingPosition> positions(elements_.size());
  std::map<std::pair<std::size_t, std::string_view>, std::size_t> of_type;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const ElementRecord& one = elements_[i];
    positions[i].child = one.previous == kNoElement ? 1 : positions[one.previous].child + 1;
    positions[i].of_type = ++of_type[{one.parent, one.name}];
  }
  of_type.clear();
  for (std::size_t i = elements_.size(); i-- > 0;) {
    const ElementRecord& one = elements_[i];
    positions[i].of_type_from_end = ++of_type[{one.parent, one.name}];
    if (positions[i].child_from_end == 0) positions[i].child_from_end = 1;
    if (one.previous != kNoElement)
      positions[one.previous].child_from_end = positions[i].child_from_end + 1;
  }
  return positions;
}

}  // namespace articles
