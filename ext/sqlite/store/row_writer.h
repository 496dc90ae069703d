// Comparing and writing the rows of a store's main table.
#pragma once

#include <cstdint>
#include <string>

#include "sqlite/base/datum.h"
#include "sqlite/base/statement.h"
#include "sqlite/store/derived_rows.h"
#include "sqlite/store/store.h"
#include "sqlite/store/stored_row.h"

namespace articles::sql {

// How a row of the store differs from what is read now.
enum class RowState {
  Unchanged,
  Touched,  // in mtime or fingerprint only
  Changed,
};

// All methods of both classes throw as check() does.
class RowComparison {
 public:
  // `row` must outlive this.
  RowComparison(sqlite3* db, const StoreName& name, const StoredRow& row);

  // Changed also if there is no such row.
  RowState compare(std::int64_t id);

 private:
  const StoredRow& row_;
  Statement select_;
};

class RowWriter {
 public:
  // `store` and `row` must outlive this. `time` is what added_at and changed_at become. About
  // `rows` rows will be written.
  RowWriter(sqlite3* db, const Store& store, const StoredRow& row, std::string time,
            std::size_t rows);

  void insert();
  void update(std::int64_t id);
  void touch(std::int64_t id);  // mtime and fingerprint only
  void remove(std::int64_t id);

  // All is written. true: the derived rows must be rebuilt.
  bool finish() { return derived_.finish(); }

 private:
  void run(Statement& statement, std::int64_t id);

  sqlite3* db_;
  const StoredRow& row_;
  const Datum time_;
  DerivedRows derived_;
  Statement insert_;
  Statement update_;
  Statement touch_;
  Statement remove_;
};

}  // namespace articles::sql
