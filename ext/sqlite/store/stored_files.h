// The files that a store knows.
#pragma once

#include <optional>
#include <string>

#include "articles/changes.h"
#include "sqlite/base/statement.h"
#include "sqlite/store/store_name.h"

namespace articles::sql {

// A KnownSource. It reads the store a few rows at a time, so that other connections can write while
// the files are walked; what they write meanwhile may be seen or not.
//
// All methods throw as check() does.
class StoredFiles {
 public:
  // `db` must outlive this.
  StoredFiles(sqlite3* db, const StoreName& name);

  bool next(KnownFile& file);

 private:
  bool step();
  KnownFile row() const;

  Statement rows_;        // behind the path ?1, in order of `file`
  const bool is_sorted_;  // in byte order
  KnownFiles all_;        // unless it is
  KnownSource sorted_;    // of all_
  std::string last_;      // value of `file` in the last row
  unsigned steps_ = 0;    // since the statement was started
  bool is_started_ = false;
};

}  // namespace articles::sql
