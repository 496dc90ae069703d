// The virtual table `articles`: a table-valued function and a module for CREATE VIRTUAL TABLE.
#pragma once

#include "sqlite/base/api.h"

namespace articles::sql {

int register_articles_table(sqlite3* db);

}  // namespace articles::sql
