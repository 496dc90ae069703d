// What the virtual tables have in common: the list of callbacks, and those that only delete.
#pragma once

#include "sqlite/base/api.h"

namespace articles::sql {

template <class Table>
int delete_table(sqlite3_vtab* table) {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

template <class Cursor>
int delete_cursor(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

// A read-only table that exists without CREATE VIRTUAL TABLE (an eponymous-only virtual table:
// https://www.sqlite.org/vtab.html#epoovtab).
template <class Table, class Cursor>
constexpr sqlite3_module eponymous_module(
    decltype(sqlite3_module::xConnect) connect, decltype(sqlite3_module::xBestIndex) best_index,
    decltype(sqlite3_module::xOpen) open, decltype(sqlite3_module::xFilter) filter,
    decltype(sqlite3_module::xNext) next, decltype(sqlite3_module::xEof) eof,
    decltype(sqlite3_module::xColumn) column, decltype(sqlite3_module::xRowid) rowid) {
  sqlite3_module module{};
  module.xConnect = connect;
  module.xBestIndex = best_index;
  module.xDisconnect = delete_table<Table>;
  module.xOpen = open;
  module.xClose = delete_cursor<Cursor>;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = rowid;
  return module;
}

}  // namespace articles::sql
