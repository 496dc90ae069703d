// The columns that a user declares in CREATE VIRTUAL TABLE: keys of the front matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "articles/article.h"
#include "sqlite/base/datum.h"

namespace articles::sql {

struct DeclaredColumn {
  std::string key;   // of the front matter; a dot leads into maps
  std::string type;  // TEXT, INTEGER, REAL, NUMERIC, BLOB; empty if none is given
};

// Reads `key [TYPE]`, the key quoted as in SQL if necessary, and appends it to `columns`. Throws
// Error, which names the column and the reason, also if a standard column or one of `columns` has
// that name.
void read_declared_column(std::string_view argument, std::vector<DeclaredColumn>& columns);

// The column's value in one article, with the affinity of its type. The datum lives until the
// article is moved on. Throws what reading the article throws.
Datum value_of(const DeclaredColumn& column, Article& article);

}  // namespace articles::sql
