// xBestIndex of articles(): which conditions a scan takes over, and what it costs.
#pragma once

#include "sqlite/base/api.h"
#include "sqlite/table/columns.h"

namespace articles::sql {

// What the planner must know of a table.
struct PlannedTable {
  sqlite3* db;
  bool is_function;      // articles(dir, glob): the arguments come with the query
  bool pushdown;         // false: SQLite evaluates all conditions
  int declared_columns;  // their number; they follow the standard ones
};

// Fills `info`. Returns SQLITE_OK, SQLITE_CONSTRAINT or SQLITE_NOMEM. May throw bad_alloc.
int make_plan(sqlite3_index_info& info, const PlannedTable& table);

}  // namespace articles::sql
