// The values of one row, as the table shows them and as a store keeps them.
#pragma once

#include <vector>

#include "sqlite/base/datum.h"
#include "sqlite/table/columns.h"
#include "sqlite/table/declared_column.h"

namespace articles::sql {

// A value that is longer than SQLite allows (SQLITE_LIMIT_LENGTH) is NULL, and the columns `error`
// and `problems` say so; in strict mode it is an Error.
class RowValues {
 public:
  // All must outlive this.
  RowValues(sqlite3* db, const Row& row, const std::vector<DeclaredColumn>& declared)
      : db_(db), row_(row), declared_(declared) {}

  // A column by its number: the standard ones, then the declared ones. The datum lives until the
  // article is moved on. Throws what reading the article throws.
  Datum value(int column) const;

 private:
  Datum unlimited_value(int column) const;
  const char* name_of(int column) const;
  std::size_t limit() const;
  bool fits(const Datum& datum) const;
  Problems problems() const;
  Datum error() const;

  sqlite3* db_;
  const Row& row_;
  const std::vector<DeclaredColumn>& declared_;
};

}  // namespace articles::sql
