// A folder of small articles and a connection with the extension loaded.
#pragma once

#include <sqlite3.h>

#include <string>
#include <vector>

#include "loaded_connection.h"
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

  // Prepares `sql`, in which `{}` stands for the folder.
  sqlite3_stmt* prepare(sqlite3* db, const std::string& sql) const {
    return ::prepare(db, sql, root_.string());
  }

  // The first column of all rows; `NULL` is spelled out.
  std::vector<std::string> rows(sqlite3* db, const std::string& sql) const {
    return first_column(db, sql, root_.string());
  }

  // The first column of the only row; the number of rows if there is not exactly one.
  std::string one(const std::string& sql) const { return one_value(db_, sql, root_.string()); }

  sqlite3* db_ = nullptr;
};
