// A connection with the extension loaded as users load it, and queries over it.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <string>
#include <vector>

// The caller closes the connection. `entry_point` is that of the extension; nullptr: the default
// one.
inline sqlite3* connect(const char* entry_point = nullptr) {
  sqlite3* db = nullptr;
  EXPECT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
  sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
  EXPECT_EQ(sqlite3_load_extension(db, std::getenv("ARTICLES_EXTENSION"), entry_point, nullptr),
            SQLITE_OK)
      << sqlite3_errmsg(db);
  return db;
}

// Prepares `sql`, in which `{}` stands for the folder.
inline sqlite3_stmt* prepare(sqlite3* db, std::string sql, const std::string& folder = "") {
  for (std::size_t at = sql.find("{}"); at != std::string::npos; at = sql.find("{}"))
    sql.replace(at, 2, folder);
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
      << sqlite3_errmsg(db);
  return statement;
}

// The first column of all rows; `NULL` is spelled out.
inline std::vector<std::string> first_column(sqlite3* db, const std::string& sql,
                                             const std::string& folder = "") {
  sqlite3_stmt* const statement = prepare(db, sql, folder);
  std::vector<std::string> values;
  while (sqlite3_step(statement) == SQLITE_ROW) {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    values.emplace_back(text != nullptr ? text : "NULL");
  }
  EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK) << sqlite3_errmsg(db);
  return values;
}

// The first column of the only row; the number of rows if there is not exactly one.
inline std::string one_value(sqlite3* db, const std::string& sql, const std::string& folder = "") {
  const std::vector<std::string> values = first_column(db, sql, folder);
  return values.size() == 1 ? values.front() : std::to_string(values.size()) + " rows";
}
