// SQLite's column affinity, which a virtual table must apply itself
// (https://www.sqlite.org/datatype3.html#type_affinity).
#pragma once

#include <string_view>

#include "sqlite/base/datum.h"

namespace articles::sql {

// `text` as a column declared with `type` stores it. `type` is TEXT, INTEGER, REAL, NUMERIC, BLOB
// or empty. Text that stays text is borrowed.
Datum with_affinity(std::string_view text, std::string_view type);

}  // namespace articles::sql
