// The elements of a tree in the order of the document, as selectors look at them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/tree/tree.h"

namespace articles {

inline constexpr std::size_t kNoElement = static_cast<std::size_t>(-1);

struct ElementRecord {
  const GumboNode* node;
  std::string name;      // in lower case
  std::size_t parent;    // kNoElement at the top
  std::size_t previous;  // the element before it among its siblings; kNoElement if it is the first
  std::size_t end;       // behind the last element within it
};

// Positions among the siblings, 1-based, from both ends.
struct SiblingPosition {
  std::size_t child = 0, child_from_end = 0, of_type = 0, of_type_from_end = 0;
};

class ElementTable {
 public:
  // `tree` must outlive the table.
  explicit ElementTable(const HtmlTree& tree);

  const std::vector<ElementRecord>& elements() const noexcept { return elements_; }
  const HtmlTree& tree() const noexcept { return tree_; }

  std::vector<SiblingPosition> sibling_positions() const;

 private:
  std::vector<ElementRecord> elements_;
  const HtmlTree& tree_;
};

}  // namespace articles
