// The table `articles_help`: every column, option and function, from the lists that define them.
#pragma once

#include "sqlite/base/api.h"

namespace articles::sql {

int register_help_table(sqlite3* db);

}  // namespace articles::sql
