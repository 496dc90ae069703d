// Whether a scan gives an article.
#pragma once

#include "articles/corpus.h"

namespace articles {

// Whether the article meets the conditions. Reads no more of it than that takes. Throws what the
// article's members throw.
bool is_selected(const Selection& selection, Article& article);

}  // namespace articles
