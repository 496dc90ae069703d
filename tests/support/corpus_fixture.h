// A folder of small articles and a connection with the extension loaded.
#pragma once

#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "temp_folder.h"

class CorpusFixture : public TempFolder {
 protected:
  static constexpr int kFiles = 1'000;

  void SetUp() override {
    TempFolder::SetUp();
    for (int i = 0; i < kFiles; ++i) write(file_name(i), article("T" + std::to_string(i)));
    db_ = connect();
  }

  void TearDown() override {
    sqlite3_close(db_);
    TempFolder::TearDown();
  }

  static std::string file_name(int i) {
    return "folder" + std::to_string(i % 4) + "/" + std::to_string(1'000 + i) + ".md";
  }

  static std::string article(const std::string& title) {
    return "---\ntitle: " + title + "\n---\n<p>text of " + title + "</p>\n";
  }

  static sqlite3* connect() {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(":memory:", &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    EXPECT_EQ(sqlite3_load_extension(db, std::getenv("ARTICLES_EXTENSION"), nullptr, nullptr),
              SQLITE_OK);
    return db;
  }

  // `{}` stands for the folder.
  sqlite3_stmt* prepare(sqlite3* db, std::string sql) const {
    for (std::size_t at = sql.find("{}"); at != std::string::npos; at = sql.find("{}"))
      sql.replace(at, 2, root_.string());
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
        << sqlite3_errmsg(db);
    return statement;
  }

  // The first column of all rows.
  std::vector<std::string> rows(sqlite3* db, const std::string& sql) const {
    sqlite3_stmt* const statement = prepare(db, sql);
    std::vector<std::string> values;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      values.emplace_back(text != nullptr ? text : "NULL");
    }
    EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK) << sqlite3_errmsg(db);
    return values;
  }

  std::string one(const std::string& sql) const {
    const std::vector<std::string> values = rows(db_, sql);
    return values.size() == 1 ? values.front() : std::to_string(values.size()) + " rows";
  }

  sqlite3* db_ = nullptr;
};
