// Keeping the full-text index in step where the triggers cannot.
#pragma once

#include <cstdint>
#include <optional>

#include "sqlite/base/statement.h"
#include "sqlite/store/store.h"

namespace articles::sql {

// Triggers write the index. With trusted_schema off, SQLite refuses them to use FTS5 unless that is
// INNOCUOUS, which it is not in 3.40 (https://sqlite.org/pragma.html#pragma_trusted_schema). Then
// this drops them, writes the index itself, and makes them again.
class IndexWriter {
 public:
  // `store` must outlive this. Throws as check() does, as all methods do.
  IndexWriter(sqlite3* db, const Store& store);

  // The row was inserted or is up to date again.
  void add(std::int64_t id);

  // Before the row is changed or deleted.
  void remove(std::int64_t id);

  // All is written.
  void finish();

 private:
  const Store& store_;
  std::optional<Statement> add_;  // no value: the triggers do it
  std::optional<Statement> remove_;
};

}  // namespace articles::sql
