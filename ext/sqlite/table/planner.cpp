#include "sqlite/table/planner.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "sqlite/base/sql_value.h"
#include "sqlite/table/plan.h"

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

// A column's bit in colUsed; the last one stands for all columns from it on.
bool uses(const sqlite3_index_info& info, int column) {
  constexpr int kLastBit = 63;
  return (info.colUsed >> std::min(column, kLastBit) & 1U) != 0;
}

// Gathers the constraints that a plan can use.
class Planner {
 public:
  Planner(sqlite3_index_info& info, const PlannedTable& table) : info_(info), table_(table) {}

  int plan() {
    // Without its directory a plan is worth nothing; in a branch of an OR it may be missing here
    // and there elsewhere.
    if (table_.is_function && (has_unusable(kDirColumn) || has_unusable(kGlobColumn)))
      return SQLITE_CONSTRAINT;
    for (int i = 0; i < kConditionCount; ++i)
      if (is_wanted(static_cast<Condition>(i))) take(static_cast<Condition>(i));
    estimate();
    info_.orderByConsumed = table_.pushdown && is_in_order() ? 1 : 0;
    info_.idxNum = plan_.encode();
    info_.idxStr = sqlite3_mprintf("%s", plan_.describe(name_of(needs())).c_str());
    if (info_.idxStr == nullptr) return SQLITE_NOMEM;
    info_.needToFreeIdxStr = 1;
    return SQLITE_OK;
  }

 private:
  static bool is_argument(Condition condition) {
    return condition == Condition::Dir || condition == Condition::Glob;
  }

  bool is_wanted(Condition condition) const {
    return is_argument(condition) ? table_.is_function : table_.pushdown;
  }

  bool has_unusable(int column) const {
    for (int i = 0; i < info_.nConstraint; ++i) {
      const auto& constraint = info_.aConstraint[i];
      if (constraint.iColumn == column && constraint.op == SQLITE_INDEX_CONSTRAINT_EQ &&
          constraint.usable == 0)
        return true;
    }
    return false;
  }

  // Whether constraint number `i` is of this kind. `title = 'A' COLLATE NOCASE` is for SQLite to
  // compare.
  bool fits(int i, const ConditionKind& kind) const {
    const auto& constraint = info_.aConstraint[i];
    if (constraint.usable == 0 || constraint.iColumn != kind.column) return false;
    if (constraint.op != kind.op && (kind.other_op == 0 || constraint.op != kind.other_op))
      return false;
    if (kind.compares_text && std::string_view(sqlite3_vtab_collation(&info_, i)) != "BINARY")
      return false;
    if (kind.in == In::OneByOne) return true;
    const bool is_in = sqlite3_vtab_in(&info_, i, -1) != 0;
    return is_in == (kind.in == In::AllAtOnce);
  }

  void take(Condition condition) {
    const ConditionKind& kind = kConditions[static_cast<std::size_t>(condition)];
    for (int i = 0; i < info_.nConstraint; ++i) {
      if (!fits(i, kind)) continue;
      if (kind.in == In::AllAtOnce) sqlite3_vtab_in(&info_, i, 1);
      info_.aConstraintUsage[i].argvIndex = ++arguments_;
      info_.aConstraintUsage[i].omit = is_argument(condition) ? 1 : 0;
      plan_.add(condition);
      return;
    }
  }

  Needs needs() const {
    Needs needs = Needs::Directory;
    for (int i = 0; i < kColumnCount; ++i)
      if (uses(info_, i)) needs = std::max(needs, kColumns[static_cast<std::size_t>(i)].needs);
    for (int i = 0; i < table_.declared_columns; ++i)
      if (uses(info_, kColumnCount + i)) needs = std::max(needs, Needs::Head);
    return needs;
  }

  // The walk, what the conditions need of every file that it finds, and the rows that are left.
  void estimate() {
    constexpr double kUnusable = 1e99;
    constexpr double kShareOfPrefix = 0.1;
    constexpr double kShareOfBound = 0.3;  // of rows within one end of a range
    constexpr double kRowsOfOneValue = 10;
    constexpr double kRowsOfValues = 50;
    double walked = kExpectedFiles;
    if (plan_.has(Condition::FileGlob)) walked *= kShareOfPrefix;
    if (plan_.has(Condition::File)) walked = 1;
    double rows = walked;
    Needs checked = Needs::Directory;
    for (int i = 0; i < kConditionCount; ++i) {
      const auto condition = static_cast<Condition>(i);
      const ConditionKind& kind = kConditions[static_cast<std::size_t>(i)];
      if (!plan_.has(condition) || is_argument(condition) || kind.column == kFileColumn) continue;
      if (kind.column != kRowidColumn)
        checked = std::max(checked, kColumns[static_cast<std::size_t>(kind.column)].needs);
      if (kind.in == In::AllAtOnce)
        rows = std::min(rows, kRowsOfValues);
      else if (kind.op == SQLITE_INDEX_CONSTRAINT_EQ)
        rows = std::min(rows, kRowsOfOneValue);
      else
        rows *= kShareOfBound;
    }
    if (plan_.has(Condition::Rowid)) rows = 1;
    if (plan_.has(Condition::File) || plan_.has(Condition::Rowid))
      info_.idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    const double checks = checked == Needs::Directory ? 0 : walked * cost_of(checked);
    info_.estimatedCost = walked + checks + rows * cost_of(needs());
    info_.estimatedRows = static_cast<sqlite3_int64>(std::max(rows, 1.0));
    if (table_.is_function && !plan_.has(Condition::Dir)) info_.estimatedCost = kUnusable;
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
  const PlannedTable& table_;
  Plan plan_;
  int arguments_ = 0;
};

}  // namespace

int make_plan(sqlite3_index_info& info, const PlannedTable& table) {
  return Planner(info, table).plan();
}

}  // namespace articles::sql
