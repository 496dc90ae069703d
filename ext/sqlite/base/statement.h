// Prepared statements that finalize themselves, with SQLite's result codes as exceptions.
#pragma once

#include <cassert>
#include <new>
#include <string_view>
#include <utility>

#include "articles/error.h"
#include "sqlite/base/api.h"
#include "sqlite/base/sqlite_error.h"

namespace articles::sql {

// Throws what `code` stands for: bad_alloc, Interrupted, or SqliteError with the connection's
// message. Returns for SQLITE_OK.
inline void check(int code, sqlite3* db) {
  if (code == SQLITE_OK) return;
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  if (code == SQLITE_INTERRUPT) throw Interrupted();
  throw SqliteError(code, sqlite3_errmsg(db));
}

// One statement of a connection. Thread-compatible, as the connection is.
class Statement {
 public:
  // `db` must outlive the statement. `flags` are those of sqlite3_prepare_v3(). Throws as check()
  // does.
  Statement(sqlite3* db, std::string_view sql, unsigned flags = 0) {
    check(sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), flags, &statement_,
                             nullptr),
          db);
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}
  Statement& operator=(Statement&&) = delete;

  // For sqlite3_bind_*() and sqlite3_column_*().
  sqlite3_stmt* get() const noexcept { return statement_; }

  // Moves to the next row; false at the end. Throws as check() does, and is reset then.
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    check(sqlite3_reset(statement_), sqlite3_db_handle(statement_));
    return false;
  }

  // Makes the statement ready to run again. Its parameters stay bound.
  void reset() noexcept { sqlite3_reset(statement_); }

  // A column of the current row as text, which lives until the next step() or reset().
  // REQUIRES: the last step() returned true, and the column is not NULL
  std::string_view text(int column) const {
    assert(sqlite3_column_type(statement_, column) != SQLITE_NULL);
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    if (text == nullptr) throw std::bad_alloc();
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

  // The same for a column that is a blob: its bytes as they are, whatever the database's encoding.
  std::string_view blob(int column) const {
    assert(sqlite3_column_type(statement_, column) == SQLITE_BLOB);
    const void* const bytes = sqlite3_column_blob(statement_, column);
    const int size = sqlite3_column_bytes(statement_, column);
    if (size == 0) return {};
    if (bytes == nullptr) throw std::bad_alloc();
    return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace articles::sql
