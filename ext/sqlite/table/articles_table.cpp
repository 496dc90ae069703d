#include "sqlite/table/articles_table.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>
#include <vector>

#include "articles/corpus.h"
#include "articles/error.h"
#include "base/quote.h"
#include "sqlite/base/guard.h"
#include "sqlite/base/identifier.h"
#include "sqlite/base/interrupt_probe.h"
#include "sqlite/base/module.h"
#include "sqlite/base/statement.h"
#include "sqlite/table/columns.h"
#include "sqlite/table/declared_column.h"
#include "sqlite/table/module_arguments.h"
#include "sqlite/table/plan.h"
#include "sqlite/table/plan_arguments.h"
#include "sqlite/table/planner.h"
#include "sqlite/table/row_values.h"
#include "sqlite/table/stored_directory.h"

namespace articles::sql {
namespace {

constexpr char kName[] = "articles";

struct Table : sqlite3_vtab {
  sqlite3* db = nullptr;
  std::string database;
  std::string name;
  bool is_function = false;   // articles(dir, glob, options): the arguments come with the query
  std::string directory;      // as typed
  std::string absolute_path;  // of the directory, as it was when the table was created
  TableOptions options;
  std::vector<DeclaredColumn> columns;

  StoredDirectory stored_directory() const { return {db, database, name}; }
};

struct Cursor : sqlite3_vtab_cursor {
  explicit Cursor(sqlite3* db) : sqlite3_vtab_cursor(), probe(db) {}

  InterruptProbe probe;
  CallArguments call;
  std::string directory;
  TableOptions options;
  ScanThreads threads;  // they serve every scan of the cursor
  std::optional<Scan> scan;
  bool at_row = false;
};

Table& self(sqlite3_vtab* table) {
  return *static_cast<Table*>(table);
}
Cursor& self(sqlite3_vtab_cursor* cursor) {
  return *static_cast<Cursor*>(cursor);
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

// Whether xConnect is called for articles(…), which is in the main database under the module's
// name, and not for a table of that name that CREATE VIRTUAL TABLE made.
bool is_eponymous(sqlite3* db, const char* database, const char* table) {
  try {
    Statement databases(db, "SELECT 1 FROM pragma_database_list WHERE seq = 0 AND name = ?1");
    const Datum name = Datum::text_view(database);
    bind(databases.get(), 1, name);
    if (!databases.step()) return false;
    Statement created(db, "SELECT 1 FROM " + quoted_identifier(database) +
                              ".sqlite_schema WHERE type = 'table' AND name = ?1 COLLATE NOCASE");
    const Datum table_name = Datum::text_view(table);
    bind(created.get(), 1, table_name);
    return !created.step();
  } catch (const Error&) {
    return true;  // an authorizer forbids the look
  }
}

int connect(sqlite3* db, void* /*aux*/, int argc, const char* const* argv, sqlite3_vtab** out,
            char** error) {
  return guarded(error, kName, [&] {
    constexpr int kFixedArguments = 3;  // module, database, table
    auto table = std::make_unique<Table>();
    table->db = db;
    const std::vector<std::string_view> arguments(argv + kFixedArguments, argv + argc);
    table->database = argv[1];
    table->name = argv[2];
    table->is_function = arguments.empty() && std::string_view(argv[2]) == argv[0] &&
                         is_eponymous(db, argv[1], argv[2]);
    if (!table->is_function) {
      ModuleArguments read = read_module_arguments(arguments);
      table->directory = std::move(read.directory);
      table->options = std::move(read.options);
      table->columns = std::move(read.columns);
      table->absolute_path = table->stored_directory().load_or_keep(table->directory);
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

// articles(dir, glob, options): what the call says.
void set_source(const CallArguments& call, Cursor& cursor) {
  if (!call.dir)
    throw Error(
        "the directory is missing: SELECT … FROM articles('posts'); articles_help lists what "
        "there is");
  cursor.directory = *call.dir;
  OptionSetter setter(cursor.options);
  if (call.glob && !call.glob->empty()) {
    cursor.options.walk.glob = std::make_shared<const Glob>(*call.glob);
    setter.forbid("glob");
  }
  if (!call.options) return;
  for (const Setting& setting : read_setting_list(*call.options)) setter.set(setting);
}

// A created table has its own arguments: those of a call, or of a condition on the hidden columns,
// must be the same.
void require_own_source(const CallArguments& call, const Table& table) {
  const std::string& glob = table.options.walk.glob->pattern();
  const std::string full_name = table.database + "." + table.name;
  const std::string of_table = "the table " + full_name + " reads ";
  if (call.dir && *call.dir != table.directory && *call.dir != table.absolute_path)
    throw Error(of_table + quote(table.directory) + ", it cannot read " + quote(*call.dir));
  if (call.glob && !call.glob->empty() && *call.glob != glob)
    throw Error(of_table + "the glob " + quote(glob) + ", it cannot read " + quote(*call.glob));
  if (call.options && !call.options->empty())
    throw Error("the table " + full_name + " has the options of its CREATE VIRTUAL TABLE");
}

void start_scan(const Table& table, Cursor& cursor, const Plan& plan, sqlite3_value** operands) {
  cursor.scan.reset();
  cursor.at_row = false;
  cursor.call = {};
  cursor.options = table.options;
  cursor.directory = table.absolute_path;
  const PlanArguments arguments(plan, operands);
  const bool consistent = arguments.read_call(cursor.call);
  if (table.is_function)
    set_source(cursor.call, cursor);
  else
    require_own_source(cursor.call, table);
  Selection selection;
  if (cursor.options.pushdown && !arguments.read_selection(selection)) return;
  if (!consistent) return;
  limit_file_size(table.db, cursor.options.article);
  cursor.scan.emplace(
      cursor.directory, cursor.options, std::move(selection),
      [&cursor] { return cursor.probe.interrupted(); }, &cursor.threads);
  cursor.at_row = cursor.scan->next();
}

int filter(sqlite3_vtab_cursor* base, [[maybe_unused]] int operands, const char* plan,
           [[maybe_unused]] int argc, sqlite3_value** argv) {
  assert(operands == argc);
  return guarded(*base->pVtab, kName,
                 [&] { start_scan(self(base->pVtab), self(base), Plan::parse(plan), argv); });
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

// The glob as passed: '' also stands for the default one.
std::string_view glob_of(const Cursor& cursor) {
  return cursor.call.glob ? *cursor.call.glob : cursor.options.walk.glob->pattern();
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  guarded(context, kName, [&] {
    const Table& table = self(base->pVtab);
    Cursor& cursor = self(base);
    const Row row{cursor.scan->article(), table.is_function ? *cursor.call.dir : table.directory,
                  glob_of(cursor), cursor.call.options, cursor.options.article.strict};
    give_result(context, RowValues(table.db, row, table.columns).value(index));
  });
  return SQLITE_OK;
}

// --- Created tables

int rename_table(sqlite3_vtab* base, const char* name) {
  return guarded(*base, kName, [&] {
    Table& table = self(base);
    table.stored_directory().rename(name);
    table.name = name;
  });
}

int destroy(sqlite3_vtab* base) {
  const int code = guarded(*base, kName, [&] { self(base).stored_directory().drop(); });
  return code == SQLITE_OK ? delete_table<Table>(base) : code;
}

int shadow_name(const char* suffix) {
  return StoredDirectory::is_shadow(suffix) ? 1 : 0;
}

constexpr sqlite3_module make_module() {
  sqlite3_module module = eponymous_module<Table, Cursor>(connect, best_index, open_cursor, filter,
                                                          next, eof, column, rowid);
  constexpr int kVersionWithShadowName = 3;
  module.iVersion = kVersionWithShadowName;
  module.xCreate = connect;  // the same as xConnect: so there is articles(…) without CREATE, too
  module.xDestroy = destroy;
  module.xRename = rename_table;
  module.xShadowName = shadow_name;
  return module;
}

constexpr sqlite3_module kModule = make_module();

}  // namespace

int register_articles_table(sqlite3* db) {
  return sqlite3_create_module_v2(db, kName, &kModule, nullptr, nullptr);
}

}  // namespace articles::sql
