// Where CREATE VIRTUAL TABLE keeps the directory as an absolute path: SQLite stores the statement
// as it was typed, and another working directory would give another meaning to `posts`.
#pragma once

#include <string>

#include "sqlite/base/api.h"

namespace articles::sql {

// A table's shadow table, `TABLE_config(key, value)`
// (https://www.sqlite.org/vtab.html#the_xshadowname_method).
class StoredDirectory {
 public:
  StoredDirectory(sqlite3* db, std::string database, std::string table)
      : db_(db), database_(std::move(database)), table_(std::move(table)) {}

  // The path that is kept. If there is none yet, keeps `directory` as an absolute path while the
  // database is being written to, as it is by CREATE VIRTUAL TABLE; else returns `directory`
  // itself. Throws as check() does.
  std::string load_or_keep(const std::string& directory) const;

  // Follow the table. Throw as check() does.
  void rename(const std::string& table) const;
  void drop() const;

  // Whether a table whose name ends in `_` and this suffix belongs to a table of articles.
  static bool is_shadow(const char* suffix);

 private:
  std::string name_of(const std::string& table) const;

  sqlite3* db_;
  std::string database_;
  std::string table_;
};

}  // namespace articles::sql
