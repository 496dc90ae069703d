// The arguments of CREATE VIRTUAL TABLE … USING articles(…).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sqlite/table/declared_column.h"
#include "sqlite/table/options.h"

namespace articles::sql {

struct ModuleArguments {
  std::string directory;
  TableOptions options;
  std::vector<DeclaredColumn> columns;
};

// Reads `'directory'`, then options and columns in any order. `arguments` are as SQLite passes
// them, quotes included. Throws Error, which names the argument and the reason.
ModuleArguments read_module_arguments(const std::vector<std::string_view>& arguments);

}  // namespace articles::sql
