#include "sqlite/table/stored_directory.h"

#include <optional>
#include <string_view>

#include "base/ascii.h"
#include "sqlite/base/absolute_path.h"
#include "sqlite/base/datum.h"
#include "sqlite/base/identifier.h"
#include "sqlite/base/statement.h"

namespace articles::sql {
namespace {

constexpr std::string_view kSuffix = "config";

void run(sqlite3* db, const std::string& sql) {
  Statement(db, sql).step();
}

std::optional<std::string> load(sqlite3* db, const std::string& table) {
  try {
    Statement select(db, "SELECT value FROM " + table + " WHERE key = 'directory'");
    if (select.step() && sqlite3_column_type(select.get(), 0) == SQLITE_TEXT)
      return std::string(select.text(0));
  } catch (const Error&) {
    // There is no such table.
  }
  return std::nullopt;
}

}  // namespace

std::string StoredDirectory::name_of(const std::string& table) const {
  return quoted_identifier(database_) + "." + quoted_identifier(table + "_" + std::string(kSuffix));
}

std::string StoredDirectory::load_or_keep(const std::string& directory) const {
  const std::string table = name_of(table_);
  if (const std::optional<std::string> kept = load(db_, table)) return *kept;
  if (sqlite3_txn_state(db_, database_.c_str()) != SQLITE_TXN_WRITE) return directory;
  const Datum path = Datum::text(absolute_path(directory));
  run(db_, "CREATE TABLE " + table + "(key TEXT PRIMARY KEY, value) WITHOUT ROWID");
  Statement insert(db_, "INSERT INTO " + table + " VALUES ('directory', ?1)");
  bind(insert.get(), 1, path);
  insert.step();
  return std::string(path.as_text());
}

void StoredDirectory::rename(const std::string& table) const {
  if (!load(db_, name_of(table_))) return;
  run(db_, "ALTER TABLE " + name_of(table_) + " RENAME TO " +
               quoted_identifier(table + "_" + std::string(kSuffix)));
}

void StoredDirectory::drop() const {
  run(db_, "DROP TABLE IF EXISTS " + name_of(table_));
}

bool StoredDirectory::is_shadow(const char* suffix) {
  return same_ignoring_case(suffix, kSuffix);
}

}  // namespace articles::sql
