#include "sqlite/store/transaction.h"

#include "sqlite/base/identifier.h"

namespace articles::sql {
namespace {

constexpr char kSavepoint[] = "articles_sync";

constexpr char kWithinWrite[] =
    "the store cannot be written within a statement that writes: run SELECT articles_sync(…) by "
    "itself";

bool run(sqlite3* db, const std::string& sql) noexcept {
  return sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
}

}  // namespace

bool is_within_write(sqlite3* db) noexcept {
  return sqlite3_get_autocommit(db) != 0 && sqlite3_txn_state(db, nullptr) == SQLITE_TXN_WRITE;
}

Transaction::Transaction(sqlite3* db, const std::string& schema)
    : db_(db), is_savepoint_(sqlite3_get_autocommit(db) == 0) {
  if (is_within_write(db)) throw Error(kWithinWrite);
  try {
    Statement(db_, is_savepoint_ ? std::string("SAVEPOINT ") + kSavepoint : "BEGIN").step();
  } catch (const SqliteError& error) {
    if (is_savepoint_ && error.code() == SQLITE_BUSY) throw Error(kWithinWrite);
    throw;
  }
  is_open_ = true;
  try {
    // Takes the write lock of this database only: BEGIN IMMEDIATE would take it of all that are
    // attached. It frees at most one page, if the database is in incremental mode.
    write_.emplace(db_, "PRAGMA " + quoted_identifier(schema) + ".incremental_vacuum(1)");
    write_->step();
    write_->reset();
  } catch (...) {
    roll_back();
    throw;
  }
}

Transaction::~Transaction() {
  if (is_open_) roll_back();
}

void Transaction::commit() {
  Statement(db_, is_savepoint_ ? std::string("RELEASE ") + kSavepoint : "COMMIT").step();
  is_open_ = false;
}

void Transaction::roll_back() noexcept {
  is_open_ = false;
  // After some errors SQLite has ended the transaction itself.
  if (sqlite3_get_autocommit(db_) != 0) return;
  const std::string savepoint = kSavepoint;
  const bool done = is_savepoint_
                        ? run(db_, "ROLLBACK TO " + savepoint) && run(db_, "RELEASE " + savepoint)
                        : run(db_, "ROLLBACK");
  // While an interrupt is pending SQLite executes nothing, but a write statement that it ends takes
  // the transaction with it.
  if (!done && write_) sqlite3_step(write_->get());
}

}  // namespace articles::sql
