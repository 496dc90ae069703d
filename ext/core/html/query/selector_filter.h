// A look at the HTML as text that saves the parser where a selector cannot match.
#pragma once

#include <string_view>

#include "articles/selector.h"

namespace articles {

// false: no element of the HTML, whether parsed as a fragment or as a document, is matched by the
// list, because a class, an id or a tag that it needs is nowhere in the HTML. Linear in the HTML,
// for each name in the list.
bool may_match(const Selector::List& list, std::string_view html);

}  // namespace articles
