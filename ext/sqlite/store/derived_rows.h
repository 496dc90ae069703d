// Keeping a store's codes and full-text index in step with its main table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sqlite/base/statement.h"
#include "sqlite/store/store.h"

namespace articles::sql {

// The triggers of the store do it, or this does, without them and then makes them again:
//   - if many rows are written: a trigger makes each statement a savepoint, at which FTS5 writes
//     what it has gathered, so that an index costs more than twice the time;
//   - if triggers are switched off, or one of the store's is missing;
//   - with trusted_schema off: SQLite refuses triggers to use FTS5 unless that is INNOCUOUS, which
//     it is not in 3.40 (https://sqlite.org/pragma.html#pragma_trusted_schema).
// For the first reason, no statement of this writes more than one row.
//
// Triggers of the user may change or keep rows behind the back of this. If there are some, the
// store's triggers do it whenever they can, made anew if the user's are newer, because SQLite runs
// the newest first; else all is rebuilt at the end.
//
// All methods throw as check() does.
class DerivedRows {
 public:
  // `store` must outlive this. About so many rows will be written.
  DerivedRows(sqlite3* db, const Store& store, std::size_t rows);

  // Call it before the row is changed or deleted, and one of the others after each change.
  void before_change(std::int64_t id);
  void inserted(std::int64_t id);
  void updated(std::int64_t id);
  void deleted(std::int64_t id);

  // All is written. true: the derived rows must be rebuilt.
  bool finish();

 private:
  using Text = std::optional<std::string>;  // no value: NULL
  // What other tables have of a row.
  struct Source {
    Text title, text, stocks;

    bool same_index(const Source& other) const {
      return title == other.title && text == other.text;
    }
  };
  struct Statements {
    Statement source, add_to_index, remove_from_index, codes, add_code, remove_codes;
  };

  Source source_of(std::int64_t id);
  static void write_index(Statement& statement, std::int64_t id, const Source& source);
  void add_codes(std::int64_t id);
  void remove_codes(std::int64_t id);

  const Store& store_;
  std::optional<Statements> own_;  // no value: the triggers do it, or all is rebuilt
  bool must_rebuild_ = false;
  Source before_;  // of the row that is being changed
};

}  // namespace articles::sql
