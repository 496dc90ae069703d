#include "sqlite/functions/help_table.h"

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "articles/metadata.h"
#include "sqlite/base/guard.h"
#include "sqlite/base/module.h"
#include "sqlite/base/sql_value.h"
#include "sqlite/base/statement.h"
#include "sqlite/functions/functions.h"
#include "sqlite/functions/html_tables.h"
#include "sqlite/functions/stock_tables.h"
#include "sqlite/table/columns.h"
#include "sqlite/table/options.h"

namespace articles::sql {
namespace {

constexpr char kName[] = "articles_help";
constexpr std::array kHelpColumns{"kind", "name", "usage", "meaning", "example"};
using HelpRow = std::array<std::string, kHelpColumns.size()>;

std::string usage_of(const Column& column) {
  std::string text = column.name;
  text += ' ';
  text += column.type;
  if (column.hidden) text += ", hidden";
  return text + ", reads " + read_level(column.parts).name;
}

std::vector<HelpRow> help_rows() {
  std::vector<HelpRow> rows;
  rows.push_back({"table", "articles", "articles(dir [, glob [, options]])",
                  "the articles below a directory, one row for each",
                  "SELECT file, title FROM articles('posts')"});
  rows.push_back(
      {"table", "articles_help", "articles_help", "this table", "SELECT * FROM articles_help"});
  for (const Column& column : kColumns)
    rows.push_back({"column", column.name, usage_of(column), column.meaning,
                    std::string("SELECT ") + column.name + " FROM articles('posts')"});
  for (const ColumnKeys& column : column_keys()) {
    std::string keys;
    for (const std::string_view key : column.keys)
      keys += (keys.empty() ? "" : ", ") + std::string(key);
    const std::string name(column.column);
    rows.push_back(
        {"key", name, keys,
         "the front-matter keys that " + name + " is read from; the first one present counts",
         "SELECT " + name + " FROM articles('posts')"});
  }
  for (const Option& option : options())
    rows.push_back({"option", option.name, option.usage, option.meaning,
                    std::string("CREATE VIRTUAL TABLE temp.news USING articles('posts', ") +
                        option.usage + ")"});
  for (const Function& function : functions())
    rows.push_back({"function", function.name, function.usage, function.meaning, function.example});
  for (const auto* const tables : {&html_tables(), &stock_tables()})
    for (const DocumentTable& table : *tables)
      rows.push_back({"function", table.name, table.usage, table.meaning, table.example});
  rows.push_back(
      {"tokenizer", "cjk", "cjk [remove_diacritics 0|1|2] [simplified 0|1]",
       "a tokenizer of FTS5: a token for each Chinese, Japanese or Korean character, and "
       "for each other word as unicode61 has it; full-width forms are folded. simplified "
       "1: traditional characters are found as simplified ones, and the other way round",
       "CREATE VIRTUAL TABLE temp.search USING fts5(title, text, tokenize='cjk')"});
  return rows;
}

struct Cursor : sqlite3_vtab_cursor {
  std::vector<HelpRow> rows;
  std::size_t row = 0;
};

Cursor& self(sqlite3_vtab_cursor* cursor) {
  return *static_cast<Cursor*>(cursor);
}

int connect(sqlite3* db, void* /*aux*/, int /*argc*/, const char* const* /*argv*/,
            sqlite3_vtab** out, char** error) {
  return guarded(error, kName, [&] {
    std::string schema;
    for (const char* const name : kHelpColumns)
      schema +=
          (schema.empty() ? "CREATE TABLE articles_help(" : ", ") + std::string(name) + " TEXT";
    auto table = std::make_unique<sqlite3_vtab>();
    check(sqlite3_declare_vtab(db, (schema + ")").c_str()), db);
    check(sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS), db);
    *out = table.release();
  });
}

int best_index(sqlite3_vtab* /*table*/, sqlite3_index_info* info) {
  constexpr double kRows = 50;
  info->estimatedCost = kRows;
  info->estimatedRows = static_cast<sqlite3_int64>(kRows);
  return SQLITE_OK;
}

int open_cursor(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  return guarded(*table, kName, [&] { *out = new Cursor{}; });
}

int filter(sqlite3_vtab_cursor* base, int /*number*/, const char* /*text*/, int /*argc*/,
           sqlite3_value** /*argv*/) {
  return guarded(*base->pVtab, kName, [&] {
    self(base).rows = help_rows();
    self(base).row = 0;
  });
}

int next(sqlite3_vtab_cursor* base) {
  ++self(base).row;
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) {
  return self(base).row >= self(base).rows.size() ? 1 : 0;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  const Cursor& cursor = self(base);
  result_text(context, cursor.rows[cursor.row][static_cast<std::size_t>(index)]);
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = static_cast<sqlite3_int64>(self(base).row) + 1;
  return SQLITE_OK;
}

constexpr sqlite3_module kModule = eponymous_module<sqlite3_vtab, Cursor>(
    connect, best_index, open_cursor, filter, next, eof, column, rowid);

}  // namespace

int register_help_table(sqlite3* db) {
  return sqlite3_create_module_v2(db, kName, &kModule, nullptr, nullptr);
}

}  // namespace articles::sql
