#include "articles_table.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "affinity.h"
#include "articles/corpus.h"
#include "articles/error.h"
#include "columns.h"
#include "guard.h"
#include "options.h"
#include "plan.h"
#include "value.h"

namespace articles::sql {
namespace {

// The planner's idea of a corpus; what it holds is known only after the walk.
constexpr double kExpectedFiles = 10'000;

// What a row costs, by what must be read for it; 1 is the walk's share.
double cost_of(Needs needs) {
  switch (needs) {
    case Needs::Directory:
      return 1;
    case Needs::Stat:
      return 2;
    case Needs::Head:
      return 8;
    case Needs::All:
      return 50;
  }
  return 1;
}

struct Table : sqlite3_vtab {
  sqlite3* db = nullptr;
  bool is_function = false;  // articles(dir, glob): the arguments come with the query
  std::string directory;
  CorpusOptions options;
  std::vector<DeclaredColumn> columns;
};

struct Cursor : sqlite3_vtab_cursor {
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

void check(int code, sqlite3* db) {
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  if (code != SQLITE_OK) throw Error(sqlite3_errmsg(db));
}

int connect(sqlite3* db, void* /*aux*/, int argc, const char* const* argv, sqlite3_vtab** out,
            char** error) {
  return guarded(error, [&] {
    constexpr int kFixedArguments = 3;  // module, database, table
    auto table = std::make_unique<Table>();
    table->db = db;
    const std::vector<std::string_view> arguments(argv + kFixedArguments, argv + argc);
    // SQLite names the table after the module, in main, when it is used as a function.
    table->is_function = arguments.empty() && std::string_view(argv[1]) == "main" &&
                         std::string_view(argv[2]) == argv[0];
    if (!table->is_function) {
      TableArguments read = read_arguments(arguments);
      table->directory = std::move(read.directory);
      table->options = std::move(read.options);
      table->columns = std::move(read.columns);
    }
    check(sqlite3_declare_vtab(db, schema(table->columns).c_str()), db);
    check(sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY), db);
    *out = table.release();
  });
}

int disconnect(sqlite3_vtab* table) {
  delete &self(table);
  return SQLITE_OK;
}

// --- Planning

// A column's bit in colUsed; the last one stands for all columns from it on.
bool uses(const sqlite3_index_info& info, int column) {
  constexpr int kLastBit = 63;
  return (info.colUsed >> std::min(column, kLastBit) & 1U) != 0;
}

Needs needs_of(const sqlite3_index_info& info, const Table& table) {
  Needs needs = Needs::Directory;
  for (int i = 0; i < kColumnCount; ++i)
    if (uses(info, i)) needs = std::max(needs, kColumns[static_cast<std::size_t>(i)].needs);
  for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
    if (uses(info, kColumnCount + i)) needs = std::max(needs, Needs::Head);
  return needs;
}

// Gathers the constraints that a plan can use.
class Planner {
 public:
  Planner(sqlite3_index_info& info, const Table& table) : info_(info), table_(table) {}

  int plan() {
    Plan plan;
    int arguments = 0;
    if (table_.is_function) {
      // Without its directory a plan is worth nothing; in a branch of an OR it may be missing here
      // and there elsewhere.
      if (has_unusable(kDirColumn) || has_unusable(kGlobColumn)) return SQLITE_CONSTRAINT;
      plan.dir = take(kDirColumn, SQLITE_INDEX_CONSTRAINT_EQ, arguments, kOmit);
      plan.glob = take(kGlobColumn, SQLITE_INDEX_CONSTRAINT_EQ, arguments, kOmit);
    }
    plan.file = take(kFileColumn, SQLITE_INDEX_CONSTRAINT_EQ, arguments, kCheckAgain);
    plan.file_glob = take(kFileColumn, SQLITE_INDEX_CONSTRAINT_GLOB, arguments, kCheckAgain);
    plan.rowid = take(kRowid, SQLITE_INDEX_CONSTRAINT_EQ, arguments, kCheckAgain);
    estimate(plan);
    info_.orderByConsumed = is_in_order() ? 1 : 0;
    info_.idxNum = plan.encode();
    info_.idxStr = sqlite3_mprintf("%s", plan.describe(name_of(needs_of(info_, table_))).c_str());
    if (info_.idxStr == nullptr) return SQLITE_NOMEM;
    info_.needToFreeIdxStr = 1;
    return SQLITE_OK;
  }

 private:
  static constexpr int kRowid = -1;
  static constexpr bool kOmit = true;
  static constexpr bool kCheckAgain = false;

  bool has_unusable(int column) const {
    for (int i = 0; i < info_.nConstraint; ++i) {
      const auto& constraint = info_.aConstraint[i];
      if (constraint.iColumn == column && constraint.op == SQLITE_INDEX_CONSTRAINT_EQ &&
          constraint.usable == 0)
        return true;
    }
    return false;
  }

  // `file = 'A.MD' COLLATE NOCASE` is for SQLite to compare.
  bool compares_bytes(int constraint) const {
    return std::string_view(sqlite3_vtab_collation(&info_, constraint)) == "BINARY";
  }

  bool take(int column, int op, int& arguments, bool omit) {
    for (int i = 0; i < info_.nConstraint; ++i) {
      const auto& constraint = info_.aConstraint[i];
      if (constraint.usable == 0 || constraint.iColumn != column || constraint.op != op) continue;
      if (column == kFileColumn && !compares_bytes(i)) continue;
      info_.aConstraintUsage[i].argvIndex = ++arguments;
      info_.aConstraintUsage[i].omit = omit ? 1 : 0;
      return true;
    }
    return false;
  }

  void estimate(const Plan& plan) {
    constexpr double kUnusable = 1e99;
    const double row = cost_of(needs_of(info_, table_));
    double walked = kExpectedFiles;
    double rows = kExpectedFiles;
    if (plan.file_glob) walked = rows = kExpectedFiles / 10;
    if (plan.rowid) rows = 1;
    if (plan.file) walked = rows = 1;
    if (plan.file || plan.rowid) info_.idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    info_.estimatedCost = walked + rows * row;
    info_.estimatedRows = static_cast<sqlite3_int64>(rows);
    if (table_.is_function && !plan.dir) info_.estimatedCost = kUnusable;
  }

  // Rows come in byte order of file. A UTF-16 database sorts text otherwise.
  bool is_in_order() const {
    if (info_.nOrderBy != 1 || info_.aOrderBy[0].iColumn != kFileColumn ||
        info_.aOrderBy[0].desc != 0)
      return false;
    sqlite3_stmt* statement = nullptr;
    bool utf8 = false;
    if (sqlite3_prepare_v2(table_.db, "PRAGMA encoding", -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
      utf8 = text_of(sqlite3_column_value(statement, 0)) == "UTF-8";
    sqlite3_finalize(statement);
    return utf8;
  }

  sqlite3_index_info& info_;
  const Table& table_;
};

int best_index(sqlite3_vtab* table, sqlite3_index_info* info) {
  int code = SQLITE_OK;
  const int guard = guarded(*table, [&] { code = Planner(*info, self(table)).plan(); });
  return guard == SQLITE_OK ? code : guard;
}

// --- Scanning

int open_cursor(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  return guarded(*table, [&] { *out = new Cursor{}; });
}

int close_cursor(sqlite3_vtab_cursor* cursor) {
  delete &self(cursor);
  return SQLITE_OK;
}

// What every path that GLOB matches begins with.
std::string glob_prefix(std::string_view pattern) {
  return std::string(pattern.substr(0, pattern.find_first_of("*?[")));
}

// The directory and the options of this scan. false: one of the arguments is NULL, and nothing
// equals that.
bool set_source(Cursor& cursor, const Table& table, const Plan& plan, sqlite3_value**& argument) {
  cursor.options = table.options;
  cursor.directory = table.directory;
  if (table.is_function && !plan.dir)
    throw Error(
        "the directory is missing: SELECT … FROM articles('posts'); articles_help lists what there "
        "is");
  if (plan.dir) {
    if (is_null(*argument)) return false;
    cursor.directory = text_of(*argument++);
  }
  if (plan.glob) {
    if (is_null(*argument)) return false;
    cursor.options.walk.glob = std::make_shared<const Glob>(text_of(*argument++));
  }
  const auto length_limit =
      static_cast<std::uint64_t>(sqlite3_limit(table.db, SQLITE_LIMIT_LENGTH, -1));
  std::uint64_t& limit = cursor.options.article.max_file_size;
  limit = std::min(limit, length_limit);
  return true;
}

bool set_selection(Selection& selection, const Plan& plan, sqlite3_value**& argument) {
  if (plan.file) {
    if (is_null(*argument)) return false;
    // What is no text SQLite may compare as a number: 7 equals '007'.
    if (sqlite3_value_type(*argument) == SQLITE_TEXT) selection.file = text_of(*argument);
    ++argument;
  }
  if (plan.file_glob) {
    if (is_null(*argument)) return false;
    selection.prefix = glob_prefix(text_of(*argument++));
  }
  if (plan.rowid) {
    // A number that is no integer equals no rowid, yet SQLite asks for 5.0 = rowid as well.
    if (sqlite3_value_numeric_type(*argument) == SQLITE_NULL) return false;
    selection.rowid = sqlite3_value_int64(*argument++);
  }
  return true;
}

int filter(sqlite3_vtab_cursor* base, int number, const char* /*text*/, int /*argc*/,
           sqlite3_value** argv) {
  return guarded(*base->pVtab, [&] {
    Cursor& cursor = self(base);
    cursor.scan.reset();
    cursor.at_row = false;
    const Plan plan = Plan::decode(number);
    Selection selection;
    if (!set_source(cursor, self(base->pVtab), plan, argv) || !set_selection(selection, plan, argv))
      return;
    cursor.scan.emplace(cursor.directory, cursor.options, std::move(selection));
    cursor.at_row = cursor.scan->next();
  });
}

int next(sqlite3_vtab_cursor* base) {
  return guarded(*base->pVtab, [&] { self(base).at_row = self(base).scan->next(); });
}

int eof(sqlite3_vtab_cursor* base) {
  return self(base).at_row ? 0 : 1;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  *out = self(base).scan->article().rowid();
  return SQLITE_OK;
}

// The value of a front-matter key: of that very name, or along a dotted path into maps.
const Value* find_value(const Value& fields, std::string_view key) {
  if (const Value* const value = fields.find(key)) return value;
  for (std::size_t dot = key.find('.'); dot != std::string_view::npos;
       dot = key.find('.', dot + 1)) {
    const Value* const map = fields.find(key.substr(0, dot));
    if (map == nullptr) continue;
    if (const Value* const value = find_value(*map, key.substr(dot + 1))) return value;
  }
  return nullptr;
}

void emit_declared(sqlite3_context* context, Article& article, const DeclaredColumn& column) {
  const Value* const fields = article.front_matter();
  const Value* const value = fields != nullptr ? find_value(*fields, column.key) : nullptr;
  if (value == nullptr || value->is_null())
    sqlite3_result_null(context);
  else if (value->is_scalar())
    result_with_affinity(context, value->text, column.type);
  else
    result_json(context, to_json(*value));
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  guarded(context, "articles", [&] {
    Cursor& cursor = self(base);
    Article& article = cursor.scan->article();
    if (index >= kColumnCount) {
      const std::vector<DeclaredColumn>& declared = self(base->pVtab).columns;
      return emit_declared(context, article,
                           declared[static_cast<std::size_t>(index - kColumnCount)]);
    }
    const Row row{article, cursor.directory, cursor.options.walk.glob->pattern()};
    kColumns[static_cast<std::size_t>(index)].emit(context, row);
  });
  return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
  sqlite3_module module{};
  module.xCreate = connect;
  module.xConnect = connect;
  module.xBestIndex = best_index;
  module.xDisconnect = disconnect;
  module.xDestroy = disconnect;
  module.xOpen = open_cursor;
  module.xClose = close_cursor;
  module.xFilter = filter;
  module.xNext = next;
  module.xEof = eof;
  module.xColumn = column;
  module.xRowid = rowid;
  return module;
}

constexpr sqlite3_module kModule = make_module();

}  // namespace

int register_articles_table(sqlite3* db) {
  return sqlite3_create_module_v2(db, "articles", &kModule, nullptr, nullptr);
}

}  // namespace articles::sql
