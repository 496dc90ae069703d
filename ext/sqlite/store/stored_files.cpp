#include "sqlite/store/stored_files.h"

#include "sqlite/base/database.h"
#include "sqlite/base/datum.h"
#include "sqlite/store/store_sql.h"

namespace articles::sql {
namespace {

constexpr unsigned kRowsAtATime = 512;

// Columns of the section `known files`.
constexpr int kId = 0;
constexpr int kFile = 1;
constexpr int kRawFile = 2;
constexpr int kFingerprint = 3;

}  // namespace

StoredFiles::StoredFiles(sqlite3* db, const StoreName& name)
    : rows_(db, store_sql("known files", name)), is_sorted_(is_utf8_database(db)) {
  if (is_sorted_) return;
  // UTF-16 is in another order.
  while (step()) all_.add(row());
  rows_.reset();
  sorted_ = all_.sorted();
}

bool StoredFiles::next(KnownFile& file) {
  if (!is_sorted_) return sorted_(file);
  if (!step()) {
    rows_.reset();
    return false;
  }
  file = row();
  return true;
}

// Moves to the next row. Begins anew behind the rows that were given, once these are enough; rows
// with the same `file` stay together.
bool StoredFiles::step() {
  for (;;) {
    if (!is_started_) {
      const Datum last = Datum::text_view(last_);
      bind(rows_.get(), 1, last);
      is_started_ = true;
      steps_ = 0;
    }
    if (!rows_.step()) return false;
    const std::string_view file = rows_.text(kFile);
    if (++steps_ > kRowsAtATime && file != last_) {
      rows_.reset();
      is_started_ = false;
      continue;
    }
    last_ = file;
    return true;
  }
}

KnownFile StoredFiles::row() const {
  const auto has = [&](int column) {
    return sqlite3_column_type(rows_.get(), column) != SQLITE_NULL;
  };
  KnownFile file;
  file.id = sqlite3_column_int64(rows_.get(), kId);
  file.path = has(kRawFile) ? rows_.blob(kRawFile) : rows_.text(kFile);
  if (has(kFingerprint)) file.stat = FileStat::of_fingerprint(rows_.text(kFingerprint));
  return file;
}

}  // namespace articles::sql
