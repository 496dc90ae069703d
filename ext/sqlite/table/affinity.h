// SQLite's column affinity, which virtual tables must apply themselves
// (https://www.sqlite.org/datatype3.html#type_affinity).
#pragma once

#include <string_view>

#include "sqlite/base/api.h"

namespace articles::sql {

// Gives `text` as the result, as a column declared with `type` would hold it. `type` is one of
// TEXT, INTEGER, REAL, NUMERIC, BLOB or empty.
void result_with_affinity(sqlite3_context* context, std::string_view text, std::string_view type);

}  // namespace articles::sql
