// The tables of a store, and what it keeps about itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sqlite/base/statement.h"
#include "sqlite/store/store_name.h"
#include "sqlite/store/sync_arguments.h"

namespace articles::sql {

// The triggers on a store's main table.
struct StoreTriggers {
  bool complete = false;      // the store's own are all there
  bool others = false;        // the user has made some
  bool others_newer = false;  // one of these is newer than the store's, and so runs before them
};

// All methods throw as check() does.
class Store {
 public:
  // `db` must outlive the store.
  Store(sqlite3* db, StoreName name) : db_(db), name_(std::move(name)) {}

  const StoreName& name() const noexcept { return name_; }

  // Throws Error, which names the object, if something else has the store's name, a table of the
  // store is missing, or a later version of the extension made it.
  bool exists() const;

  // Makes the tables and triggers.
  // REQUIRES: !exists()
  void create(const std::vector<DeclaredColumn>& columns) const;

  // REQUIRES for these: exists()
  bool has_current_layout() const;
  void migrate() const;  // to the current layout
  StoreSettings settings() const;
  std::int64_t last_read() const;  // seconds since 1970; see ChangeFinder
  bool has_current_index() const;  // it was made by this version of the tokenizer
  StoreTriggers triggers() const;

  void keep(const StoreSettings& settings) const;
  void keep_last_read(std::int64_t seconds) const;
  void rebuild_derived_rows() const;  // the index and the codes

  // The next sync reads the file of this row again.
  void forget_fingerprint(std::int64_t id) const;

  // Adds the columns that are new, and removes those that are not declared any more.
  void change_columns(const std::vector<DeclaredColumn>& before,
                      const std::vector<DeclaredColumn>& after) const;

  // Runs the statements of a section of sql/store.sql.
  void run(std::string_view section) const;

 private:
  std::optional<std::string> type_of(const std::string& schema, const std::string& table) const;
  std::optional<std::string> meta(std::string_view key) const;
  void set_meta(std::string_view key, const Datum& value) const;
  bool is_own_trigger(std::string_view trigger) const;
  void add_column(const DeclaredColumn& column) const;
  void refuse_other_object(const std::string& type) const;
  std::int64_t version() const;

  sqlite3* db_;
  StoreName name_;
};

}  // namespace articles::sql
