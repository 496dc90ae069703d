// The row that a store has for an article: the same values that articles() shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "articles/article.h"
#include "sqlite/base/datum.h"
#include "sqlite/base/statement.h"
#include "sqlite/table/declared_column.h"

namespace articles::sql {

class StoredRow {
 public:
  // All must outlive this. `directory` and `strict`, the option, are for messages of errors.
  StoredRow(sqlite3* db, const std::vector<DeclaredColumn>& declared, const std::string& directory,
            bool strict);

  // Reads all columns of an article. They live until the scan moves on. `is_readable`: its
  // fingerprint proves that it need not be read again. Throws what reading the article throws.
  void read(Article& article, bool is_readable);

  // Names of the columns, each in double quotes. Column number i is parameter kFirstParameter + i.
  const std::vector<std::string>& columns() const noexcept { return names_; }
  static constexpr int kIdParameter = 1;
  static constexpr int kTimeParameter = 2;
  static constexpr int kFirstParameter = 3;

  // Binds the values that were read, and the two other parameters, as far as the statement has
  // them. The row and `time` must live
  // until the statement is done. Throws as check() does.
  void bind_to(Statement& statement, std::int64_t id, const Datum& time) const;

 private:
  bool is_kept_as_text(const std::string& path) const;

  sqlite3* db_;
  const bool is_utf8_database_;
  const std::vector<DeclaredColumn>& declared_;
  const std::string& directory_;
  const bool strict_;
  std::vector<std::string> names_;
  std::vector<int> numbers_;  // as RowValues counts them
  std::vector<Datum> values_;
  std::string raw_file_;  // empty: NULL
};

}  // namespace articles::sql
