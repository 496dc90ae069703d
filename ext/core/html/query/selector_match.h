// Which elements a selector matches: set by set, so that the cost is elements × compounds, whatever
// the combinators.
#pragma once

#include <cstdint>
#include <vector>

#include "articles/selector.h"
#include "html/query/element_table.h"

namespace articles {

// One byte an element: 1 if the list matches it.
std::vector<std::uint8_t> match(const ElementTable& table, const Selector::List& list);

}  // namespace articles
