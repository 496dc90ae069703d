#include "sqlite/store/store.h"

#include <algorithm>
#include <cstdlib>

#include "articles/error.h"
#include "articles/search.h"
#include "base/json.h"
#include "base/quote.h"
#include "sqlite/base/identifier.h"
#include "sqlite/store/migration.h"
#include "sqlite/store/store_sql.h"
#include "store_sql_text.h"

namespace articles::sql {
namespace {

// The tables' layout; another one has another number, and store.sql a section `from version N`.
constexpr std::int64_t kSchemaVersion = 1;

// Keys of the table `store_meta`.
constexpr std::string_view kSchemaKey = "schema";
constexpr std::string_view kTokenizerKey = "tokenizer";
constexpr std::string_view kDirectoryKey = "directory";
constexpr std::string_view kOptionsKey = "options";  // JSON array of text
constexpr std::string_view kLastReadKey = "last_read";

constexpr std::string_view kDeclaredColumns = "/* declared columns */";

void execute(sqlite3* db, const std::string& sql) {
  check(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), db);
}

std::string declaration(const DeclaredColumn& column) {
  return quoted_identifier(column.key) + " " + column.type;
}

bool declares(const std::vector<DeclaredColumn>& columns, const DeclaredColumn& wanted) {
  for (const DeclaredColumn& column : columns)
    if (column.key == wanted.key && column.type == wanted.type) return true;
  return false;
}

}  // namespace

// `table` or `view`; no value: there is no such object.
std::optional<std::string> Store::type_of(const std::string& schema,
                                          const std::string& table) const {
  Statement objects(db_, "SELECT type FROM " + quoted_identifier(schema) +
                             ".sqlite_schema WHERE name = ?1 COLLATE NOCASE AND type <> 'trigger'");
  const Datum name = Datum::text_view(table);
  bind(objects.get(), 1, name);
  if (!objects.step()) return std::nullopt;
  return std::string(objects.text(0));
}

bool Store::exists() const {
  if (name_.schema != "temp")
    if (const auto hiding = type_of("temp", name_.table))
      throw Error("the temporary " + *hiding + " " + quote("temp." + name_.table) +
                  " hides a store of that name");
  const std::optional<std::string> type = type_of(name_.schema, name_.table);
  const bool has_meta = type_of(name_.schema, name_.table + "_meta").has_value();
  if (!type && !has_meta) return false;
  if (!has_meta) refuse_other_object(*type);
  for (const char* const suffix : {"", "_stock", "_fts"})
    if (type_of(name_.schema, name_.table + suffix) != "table")
      throw Error("the store " + quote(name_.table) + " is incomplete: there is no table " +
                  quote(name_.table + suffix));
  if (version() > kSchemaVersion)
    throw Error("the store " + quote(name_.table) + " has version " + std::to_string(version()) +
                " of the tables, and this version of the extension knows " +
                std::to_string(kSchemaVersion) + " at most");
  return true;
}

void Store::refuse_other_object(const std::string& type) const {
  throw Error("the " + type + " " + quote(name_.schema + "." + name_.table) +
              " is not a store: there is no table " + quote(name_.table + "_meta"));
}

std::int64_t Store::version() const {
  const std::optional<std::string> version = meta(kSchemaKey);
  if (!version)
    throw Error("the table " + quote(name_.table + "_meta") + " is not that of a store");
  return std::atoll(version->c_str());
}

bool Store::has_current_layout() const {
  return version() == kSchemaVersion;
}

void Store::migrate() const {
  sql::migrate(db_, name_, kStoreSql, version(), kSchemaVersion);
  set_meta(kSchemaKey, Datum::integer(kSchemaVersion));
}

void Store::create(const std::vector<DeclaredColumn>& columns) const {
  std::string sql = store_sql("tables", name_);
  std::string declared;
  for (const DeclaredColumn& column : columns) declared += declaration(column) + ",\n  ";
  sql.replace(sql.find(kDeclaredColumns), kDeclaredColumns.size(), declared);
  execute(db_, sql);
  run("triggers");
  set_meta(kSchemaKey, Datum::integer(kSchemaVersion));
  set_meta(kTokenizerKey, Datum::integer(kTokenizerVersion));
}

StoreSettings Store::settings() const {
  StoreSettings settings;
  const std::optional<std::string> directory = meta(kDirectoryKey);
  if (!directory)
    throw Error("the table " + quote(name_.table + "_meta") + " has no " +
                quote(std::string(kDirectoryKey)));
  settings.directory = *directory;
  const std::optional<std::string> kept = meta(kOptionsKey);
  Statement values(db_, "SELECT value FROM json_each(?1)");
  const Datum options = kept ? Datum::text_view(*kept) : Datum();
  bind(values.get(), 1, options);
  while (values.step()) settings.options.emplace_back(values.text(0));
  return settings;
}

void Store::keep(const StoreSettings& settings) const {
  set_meta(kDirectoryKey, Datum::text_view(settings.directory));
  set_meta(kOptionsKey, Datum::text(json_array(settings.options)));
}

std::int64_t Store::last_read() const {
  return std::atoll(meta(kLastReadKey).value_or("0").c_str());
}

void Store::keep_last_read(std::int64_t seconds) const {
  set_meta(kLastReadKey, Datum::integer(seconds));
}

bool Store::has_current_index() const {
  return meta(kTokenizerKey) == std::to_string(kTokenizerVersion);
}

bool Store::is_own_trigger(std::string_view trigger) const {
  for (const char* const table : {"_stock", "_fts"})
    for (const char* const event : {"_insert", "_delete", "_update"})
      if (trigger == name_.table + table + event) return true;
  return false;
}

StoreTriggers Store::triggers() const {
  constexpr int kOwnTriggers = 6;
  int own = 0;
  std::int64_t oldest_own = 0, newest_other = 0;  // rowids in the schema
  StoreTriggers result;
  const Datum table = Datum::text_view(name_.table);
  for (const std::string& schema : {name_.schema, std::string("temp")}) {
    Statement rows(db_, "SELECT name, rowid FROM " + quoted_identifier(schema) +
                            ".sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1 COLLATE "
                            "NOCASE ORDER BY rowid DESC");
    bind(rows.get(), 1, table);
    const bool is_own_schema = schema == name_.schema;
    while (rows.step()) {
      const std::int64_t rowid = sqlite3_column_int64(rows.get(), 1);
      if (is_own_schema && is_own_trigger(rows.text(0))) {
        ++own;
        oldest_own = rowid;
      } else {
        result.others = true;
        if (is_own_schema) newest_other = std::max(newest_other, rowid);
      }
    }
    if (name_.schema == "temp") break;
  }
  result.complete = own == kOwnTriggers;
  result.others_newer = newest_other > oldest_own;
  return result;
}

void Store::forget_fingerprint(std::int64_t id) const {
  Statement row(db_, store_sql("forget the fingerprint", name_));
  sqlite3_bind_int64(row.get(), 1, id);
  row.step();
}

void Store::rebuild_derived_rows() const {
  run("rebuild the derived rows");
  set_meta(kTokenizerKey, Datum::integer(kTokenizerVersion));
}

void Store::change_columns(const std::vector<DeclaredColumn>& before,
                           const std::vector<DeclaredColumn>& after) const {
  const std::string alter = "ALTER TABLE " + name_.quoted();
  for (const DeclaredColumn& column : before)
    if (!declares(after, column))
      execute(db_, alter + " DROP COLUMN " + quoted_identifier(column.key));
  for (const DeclaredColumn& column : after)
    if (!declares(before, column)) add_column(column);
}

void Store::add_column(const DeclaredColumn& column) const {
  Statement present(db_, "SELECT 1 FROM pragma_table_xinfo(?1, ?2) WHERE name = ?3 COLLATE NOCASE");
  const Datum table = Datum::text_view(name_.table), schema = Datum::text_view(name_.schema);
  const Datum key = Datum::text_view(column.key);
  bind(present.get(), 1, table);
  bind(present.get(), 2, schema);
  bind(present.get(), 3, key);
  if (present.step())
    throw Error("the store " + quote(name_.table) + " has a column " + quote(column.key) +
                " already, which was not made by articles_sync()");
  execute(db_, "ALTER TABLE " + name_.quoted() + " ADD COLUMN " + declaration(column));
}

void Store::run(std::string_view section) const {
  execute(db_, store_sql(section, name_));
}

std::optional<std::string> Store::meta(std::string_view key) const {
  Statement rows(db_, store_sql("meta", name_));
  const Datum name = Datum::text_view(key);
  bind(rows.get(), 1, name);
  if (!rows.step() || sqlite3_column_type(rows.get(), 0) == SQLITE_NULL) return std::nullopt;
  return std::string(rows.text(0));
}

void Store::set_meta(std::string_view key, const Datum& value) const {
  Statement row(db_, store_sql("set meta", name_));
  const Datum name = Datum::text_view(key);
  bind(row.get(), 1, name);
  bind(row.get(), 2, value);
  row.step();
}

}  // namespace articles::sql
