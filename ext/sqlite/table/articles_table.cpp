#include "sqlite/table/articles_table.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "articles/corpus.h"
#include "articles/error.h"
#include "sqlite/base/guard.h"
#include "sqlite/base/interrupt_probe.h"
#include "sqlite/base/module.h"
#include "sqlite/base/statement.h"
#include "sqlite/table/columns.h"
#include "sqlite/table/declared_column.h"
#include "sqlite/table/module_arguments.h"
#include "sqlite/table/plan.h"
#include "sqlite/table/plan_arguments.h"
#include "sqlite/table/planner.h"

namespace articles::sql {
namespace {

constexpr char kName[] = "articles";

struct Table : sqlite3_vtab {
  sqlite3* db = nullptr;
  bool is_function = false;  // articles(dir, glob): the arguments come with the query
  std::string directory;
  TableOptions options;
  std::vector<DeclaredColumn> columns;
};

struct Cursor : sqlite3_vtab_cursor {
  explicit Cursor(sqlite3* db) : sqlite3_vtab_cursor(), probe(db) {}

  InterruptProbe probe;
  std::string directory;
  CorpusOptions options;
  std::optional<Scan> scan;
  bool at_row = false;
};

Table& self(sqlite3_vtab* table) {
  return *static_cast<Table*>(table);
}
Cursor& self(sqlite3_vtab_cursor* cursor) {
  return *static_cast<Cursor*>(cursor);
}

std::string quoted_identifier(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? "\"\"" : std::string(1, c);
  return text + '"';
}

std::string schema(const std::vector<DeclaredColumn>& declared) {
  std::string text;
  for (const Column& column : kColumns) {
    text += text.empty() ? "CREATE TABLE articles(" : ", ";
    text += column.name;
    text += ' ';
    text += column.type;
    if (column.hidden) text += " HIDDEN";
  }
  for (const DeclaredColumn& column : declared)
    text += ", " + quoted_identifier(column.key) + ' ' + column.type;
  return text + ")";
}

int connect(sqlite3* db, void* /*aux*/, int argc, const char* const* argv, sqlite3_vtab** out,
            char** error) {
  return guarded(error, kName, [&] {
    constexpr int kFixedArguments = 3;  // module, database, table
    auto table = std::make_unique<Table>();
    table->db = db;
    const std::vector<std::string_view> arguments(argv + kFixedArguments, argv + argc);
    // A table used as a function is in the database main and has the module's name.
    table->is_function = arguments.empty() && std::string_view(argv[1]) == "main" &&
                         std::string_view(argv[2]) == argv[0];
    if (!table->is_function) {
      ModuleArguments read = read_module_arguments(arguments);
      table->directory = std::move(read.directory);
      table->options = std::move(read.options);
      table->columns = std::move(read.columns);
    }
    check(sqlite3_declare_vtab(db, schema(table->columns).c_str()), db);
    check(sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY), db);
    *out = table.release();
  });
}

int best_index(sqlite3_vtab* base, sqlite3_index_info* info) {
  int code = SQLITE_OK;
  const int guard = guarded(*base, kName, [&] {
    const Table& table = self(base);
    code = make_plan(*info, {table.db, table.is_function, table.options.pushdown,
                             static_cast<int>(table.columns.size())});
  });
  return guard == SQLITE_OK ? code : guard;
}

// --- Scanning

int open_cursor(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  return guarded(*table, kName, [&] { *out = new Cursor(self(table).db); });
}

// A file that is longer than a value may be is not read.
void limit_file_size(sqlite3* db, ArticleOptions& options) {
  const auto limit = static_cast<std::uint64_t>(sqlite3_limit(db, SQLITE_LIMIT_LENGTH, -1));
  options.max_file_size = std::min(options.max_file_size, limit);
}

int filter(sqlite3_vtab_cursor* base, int number, const char* /*text*/, int /*argc*/,
           sqlite3_value** argv) {
  return guarded(*base->pVtab, kName, [&] {
    const Table& table = self(base->pVtab);
    Cursor& cursor = self(base);
    cursor.scan.reset();
    cursor.at_row = false;
    const Plan plan = Plan::decode(number);
    if (table.is_function && !plan.has(Condition::Dir))
      throw Error(
          "the directory is missing: SELECT … FROM articles('posts'); articles_help lists what "
          "there is");
    cursor.options = static_cast<const CorpusOptions&>(table.options);
    cursor.directory = table.directory;
    limit_file_size(table.db, cursor.options.article);
    PlanArguments arguments(plan, argv);
    Selection selection;
    if (!arguments.read_source(cursor.directory, cursor.options.walk) ||
        !arguments.read_selection(selection))
      return;
    cursor.scan.emplace(cursor.directory, cursor.options, std::move(selection),
                        [&cursor] { return cursor.probe.interrupted(); });
    cursor.at_row = cursor.scan->next();
  });
}

int next(sqlite3_vtab_cursor* base) {
  return guarded(*base->pVtab, kName, [&] { self(base).at_row = self(base).scan->next(); });
}

int eof(sqlite3_vtab_cursor* base) {
  return self(base).at_row ? 0 : 1;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = self(base).scan->article().rowid();
  return SQLITE_OK;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  guarded(context, kName, [&] {
    Cursor& cursor = self(base);
    Article& article = cursor.scan->article();
    if (index < kColumnCount) {
      const Row row{article, cursor.directory, cursor.options.walk.glob->pattern()};
      give_result(context, kColumns[static_cast<std::size_t>(index)].value(row));
    } else {
      const auto declared = static_cast<std::size_t>(index - kColumnCount);
      give_result(context, value_of(self(base->pVtab).columns[declared], article));
    }
  });
  return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
  sqlite3_module module = eponymous_module<Table, Cursor>(connect, best_index, open_cursor, filter,
                                                          next, eof, column, rowid);
  module.xCreate = connect;
  module.xDestroy = module.xDisconnect;
  return module;
}

constexpr sqlite3_module kModule = make_module();

}  // namespace

int register_articles_table(sqlite3* db) {
  return sqlite3_create_module_v2(db, kName, &kModule, nullptr, nullptr);
}

}  // namespace articles::sql
