// The statements of sql/store.sql, which is compiled in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sqlite/store/store_name.h"

namespace articles::sql {

// The statements of a section, `-- [SECTION]` in the file, with the store's identifiers.
// REQUIRES: the file has the section
std::string store_sql(std::string_view section, const StoreName& name);

// The same of another text; no value: it has no such section.
std::optional<std::string> section_sql(std::string_view text, std::string_view section,
                                       const StoreName& name);

}  // namespace articles::sql
