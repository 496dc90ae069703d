// The transaction in which a store is written.
#pragma once

#include <optional>
#include <string>

#include "sqlite/base/statement.h"

namespace articles::sql {

// Whether the connection is within a statement of its own that writes, outside a transaction: then
// none can be begun and ended.
bool is_within_write(sqlite3* db) noexcept;

// Ends as it began: without commit(), all that was written since is undone. In the caller's
// transaction it is a savepoint. If an interrupt is pending, SQLite refuses to return to a
// savepoint: then the caller's whole transaction is undone.
class Transaction {
 public:
  // Takes the write lock of the database `schema`. Throws as check() does, SQLITE_BUSY after the
  // connection's busy handler gave up, and Error within a statement that writes.
  Transaction(sqlite3* db, const std::string& schema);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Throws as check() does; then all is undone.
  void commit();

 private:
  void roll_back() noexcept;

  sqlite3* db_;
  bool is_savepoint_;
  bool is_open_ = false;
  std::optional<Statement> write_;  // a statement that would write, but has nothing to do
};

}  // namespace articles::sql
