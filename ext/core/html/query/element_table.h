// The elements of a tree in document order, in the form in which selectors are matched.
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
  std::size_t parent;    // index; kNoElement at the top
  std::size_t previous;  // index of the previous sibling element; kNoElement if there is none
  std::size_t end;       // index behind the last element in it
};

// Positions among the sibling elements, 1-based, from both ends.
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
