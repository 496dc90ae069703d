// A connection to an empty database, in which the extension is registered.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "sqlite/base/statement.h"

namespace articles::sql {

class Connection : public testing::Test {
 protected:
  Connection() { EXPECT_EQ(sqlite3_open(":memory:", &db_), SQLITE_OK) << sqlite3_errmsg(db_); }
  ~Connection() override { EXPECT_EQ(sqlite3_close(db_), SQLITE_OK) << sqlite3_errmsg(db_); }

  // The first column of the first row as text; `NULL` and `(no row)` are spelled out.
  std::string one(const std::string& sql) const {
    Statement statement(db_, sql);
    return one(statement);
  }
  static std::string one(Statement& statement) {
    if (!statement.step()) return "(no row)";
    if (sqlite3_column_type(statement.get(), 0) == SQLITE_NULL) return "NULL";
    return std::string(statement.text(0));
  }

  sqlite3* db_ = nullptr;
};

// The message of the Error that `body` throws; `no error` if it throws none.
template <class Body>
std::string message_of(Body&& body) {
  try {
    body();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace articles::sql
