// Bringing a store that an older version of the extension made to the present layout.
#pragma once

#include <cstdint>
#include <string_view>

#include "sqlite/base/api.h"
#include "sqlite/store/store_name.h"

namespace articles::sql {

// Runs the sections `from version N` of `store_sql`, for each N from `version` to `current` - 1.
// Throws Error if a section is missing, and as check() does; then the caller rolls back.
void migrate(sqlite3* db, const StoreName& name, std::string_view store_sql, std::int64_t version,
             std::int64_t current);

}  // namespace articles::sql
