// The name of a store, and the names of its tables.
#pragma once

#include <string>
#include <string_view>

#include "sqlite/base/api.h"

namespace articles::sql {

struct StoreName {
  std::string schema;  // main, temp or that of an attached database
  std::string table;

  // `suffix` is empty or such as `_fts`: "schema"."table_fts"
  std::string quoted(std::string_view suffix = {}) const;
};

// Reads `news` (of the database main) or `aux.news`. Throws Error if the name cannot be that of a
// store, and as check() does.
StoreName read_store_name(sqlite3* db, std::string_view text);

}  // namespace articles::sql
