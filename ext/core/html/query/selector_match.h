// Which elements a selector matches: set by set, so that the cost is elements × compounds, whatever
// the combinators.
#pragma once

#include <cstdint>
#include <vector>

#include "articles/error.h"
#include "articles/selector.h"
#include "html/query/element_table.h"

namespace articles {

// One byte an element: 1 if the list matches it. `interrupted` is asked once for each simple
// selector; throws Interrupted.
std::vector<std::uint8_t> match(const ElementTable& table, const Selector::List& list,
                                const InterruptCheck& interrupted);

}  // namespace articles
