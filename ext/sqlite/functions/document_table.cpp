#include "sqlite/functions/document_table.h"

#include <new>
#include <utility>

#include "articles/error.h"
#include "base/hash.h"
#include "sqlite/base/guard.h"
#include "sqlite/base/interrupt_probe.h"
#include "sqlite/base/module.h"
#include "sqlite/base/sql_value.h"
#include "sqlite/base/statement.h"

namespace articles::sql {
namespace {

// What SQLite keeps for a table of one connection.
struct BoundTable {
  const DocumentTable* spec;
  std::shared_ptr<HtmlCache> cache;  // the connection's
};

struct Table : sqlite3_vtab {
  const BoundTable* bound = nullptr;
  sqlite3* db = nullptr;
};

struct Cursor : sqlite3_vtab_cursor {
  std::unique_ptr<const DocumentRows> rows;  // nullptr: an argument is NULL
  std::size_t row = 0;
  std::vector<std::string> arguments;
  std::uint64_t first_rowid = 0;
};

Table& self(sqlite3_vtab* table) {
  return *static_cast<Table*>(table);
}
Cursor& self(sqlite3_vtab_cursor* cursor) {
  return *static_cast<Cursor*>(cursor);
}

int column_count(const DocumentTable& spec) {
  return static_cast<int>(spec.columns.size());
}

int argument_count(const DocumentTable& spec) {
  return static_cast<int>(spec.arguments.size());
}

std::string schema(const DocumentTable& spec) {
  std::string text;
  for (const DocumentColumn& column : spec.columns)
    text +=
        (text.empty() ? "CREATE TABLE x(" : ", ") + std::string(column.name) + " " + column.type;
  for (const char* const argument : spec.arguments)
    text += ", " + std::string(argument) + " TEXT HIDDEN";
  return text + ")";
}

int connect(sqlite3* db, void* aux, int /*argc*/, const char* const* /*argv*/, sqlite3_vtab** out,
            char** error) {
  const DocumentTable& spec = *static_cast<const BoundTable*>(aux)->spec;
  return guarded(error, spec.name, [&] {
    auto table = std::make_unique<Table>();
    table->bound = static_cast<const BoundTable*>(aux);
    table->db = db;
    check(sqlite3_declare_vtab(db, schema(spec).c_str()), db);
    check(sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS), db);
    *out = table.release();
  });
}

// idxNum has a bit for each argument that is known.
int best_index(sqlite3_vtab* base, sqlite3_index_info* info) {
  const DocumentTable& spec = *self(base).bound->spec;
  const int all = (1 << argument_count(spec)) - 1;
  int unusable = 0;
  for (int argument = 0, given = 0; argument < argument_count(spec); ++argument) {
    for (int i = 0; i < info->nConstraint; ++i) {
      const auto& constraint = info->aConstraint[i];
      if (constraint.iColumn != column_count(spec) + argument ||
          constraint.op != SQLITE_INDEX_CONSTRAINT_EQ)
        continue;
      if (constraint.usable == 0) {
        unusable |= 1 << argument;
        continue;
      }
      if ((info->idxNum & (1 << argument)) != 0) continue;
      info->aConstraintUsage[i].argvIndex = ++given;
      info->aConstraintUsage[i].omit = 1;
      info->idxNum |= 1 << argument;
    }
  }
  // The argument is known only in another order of the join.
  if ((unusable & ~info->idxNum) != 0) return SQLITE_CONSTRAINT;
  constexpr double kRows = 20;
  constexpr double kUnusable = 1e99;
  info->estimatedRows = static_cast<sqlite3_int64>(kRows);
  info->estimatedCost = info->idxNum == all ? kRows : kUnusable;
  return SQLITE_OK;
}

int open_cursor(sqlite3_vtab* table, sqlite3_vtab_cursor** out) {
  return guarded(*table, self(table).bound->spec->name, [&] { *out = new Cursor{}; });
}

// The rowid of the first row. It depends on the arguments, because SQLite joins the branches of an
// OR by rowid, and these may have different arguments.
std::uint64_t hash_of(const std::vector<std::string>& arguments) {
  const std::string_view second = arguments.size() > 1 ? arguments[1] : std::string_view();
  return static_cast<std::uint64_t>(rowid_hash(arguments.front(), second));
}

int filter(sqlite3_vtab_cursor* base, int given, const char* /*text*/, int argc,
           sqlite3_value** argv) {
  const BoundTable& bound = *self(base->pVtab).bound;
  const DocumentTable& spec = *bound.spec;
  return guarded(*base->pVtab, spec.name, [&] {
    Cursor& cursor = self(base);
    cursor.rows = nullptr;
    cursor.row = 0;
    cursor.arguments.clear();
    if (given != (1 << argument_count(spec)) - 1)
      throw Error(std::string("an argument is missing: ") + spec.usage);
    for (int i = 0; i < argc; ++i)
      if (is_null(argv[i])) return;
    for (int i = 0; i < argc; ++i) cursor.arguments.emplace_back(text_of(argv[i]));
    const CallInterrupt interrupt(self(base->pVtab).db);
    cursor.first_rowid = hash_of(cursor.arguments);
    cursor.rows = spec.open({spec, cursor.arguments, *bound.cache, interrupt.check()});
  });
}

int next(sqlite3_vtab_cursor* base) {
  ++self(base).row;
  return SQLITE_OK;
}

int eof(sqlite3_vtab_cursor* base) {
  const Cursor& cursor = self(base);
  return cursor.rows == nullptr || cursor.row >= cursor.rows->size() ? 1 : 0;
}

int column(sqlite3_vtab_cursor* base, sqlite3_context* context, int index) {
  const DocumentTable& spec = *self(base->pVtab).bound->spec;
  guarded(context, spec.name, [&] {
    const Cursor& cursor = self(base);
    const auto wanted = static_cast<std::size_t>(index);
    if (index < column_count(spec))
      give_result(context, cursor.rows->value(cursor.row, wanted));
    else
      give_result(context, Datum::text_view(cursor.arguments[wanted - spec.columns.size()]));
  });
  return SQLITE_OK;
}

int rowid(sqlite3_vtab_cursor* base, sqlite3_int64* out) {
  constexpr std::uint64_t kMost = (std::uint64_t{1} << kRowidBits) - 1;
  const Cursor& cursor = self(base);
  *out = static_cast<sqlite3_int64>((cursor.first_rowid + cursor.row - 1) % kMost + 1);
  return SQLITE_OK;
}

constexpr sqlite3_module kModule = eponymous_module<Table, Cursor>(
    connect, best_index, open_cursor, filter, next, eof, column, rowid);

}  // namespace

int register_document_tables(sqlite3* db, const std::vector<DocumentTable>& tables,
                             const std::shared_ptr<HtmlCache>& cache) {
  for (const DocumentTable& table : tables) {
    const int code =
        sqlite3_create_module_v2(db, table.name, &kModule, new BoundTable{&table, cache},
                                 [](void* bound) { delete static_cast<BoundTable*>(bound); });
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace articles::sql
