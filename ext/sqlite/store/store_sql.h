// The statements of sql/store.sql, which is compiled in.
#pragma once

#include <string>
#include <string_view>

#include "sqlite/store/store_name.h"

namespace articles::sql {

// The statements of a section, `-- [SECTION]` in the file, with the store's identifiers.
// REQUIRES: the file has the section
std::string store_sql(std::string_view section, const StoreName& name);

}  // namespace articles::sql
