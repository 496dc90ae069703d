#include "sqlite/table/planner.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "sqlite/base/database.h"
#include "sqlite/table/plan.h"

namespace articles::sql {
namespace {

// The planner's guess; how many files there are is known only after the walk.
constexpr double kExpectedFiles = 10'000;

// Whether the query uses a column. The last bit of colUsed stands for all columns from 63 on.
bool uses(const sqlite3_index_info& info, int column) {
  constexpr int kLastBit = 63;
  return (info.colUsed >> std::min(column, kLastBit) & 1U) != 0;
}

// Gathers the constraints that a plan can use.
class Planner {
 public:
  Planner(sqlite3_index_info& info, const PlannedTable& table) : info_(info), table_(table) {}

  int plan() {
    // SQLite also asks for plans of an OR's branches and of join orders in which the arguments are
    // not known yet.
    for (int column = kDirColumn; column <= kExtraColumn; ++column)
      if (table_.is_function && is_known_too_late(column)) return SQLITE_CONSTRAINT;
    for (int i = 0; i < kConditionCount; ++i) {
      const auto condition = static_cast<Condition>(i);
      if (kind_of(condition).is_argument() || table_.pushdown) take_all(condition);
    }
    estimate();
    info_.orderByConsumed = table_.pushdown && is_in_order() ? 1 : 0;
    info_.idxNum = static_cast<int>(plan_.operands().size());
    info_.idxStr = sqlite3_mprintf("%s", plan_.describe(read_level(parts()).name).c_str());
    if (info_.idxStr == nullptr) return SQLITE_NOMEM;
    info_.needToFreeIdxStr = 1;
    return SQLITE_OK;
  }

 private:
  using Constraint = sqlite3_index_info::sqlite3_index_constraint;

  // Whether the column is compared with something, but with nothing that is known before the scan.
  bool is_known_too_late(int column) const {
    bool late = false;
    for (int i = 0; i < info_.nConstraint; ++i) {
      const Constraint& constraint = info_.aConstraint[i];
      if (constraint.iColumn != column || constraint.op != op::kEq) continue;
      if (constraint.usable != 0) return false;
      late = true;
    }
    return late;
  }

  // Whether the column is compared by LIKE or GLOB: SQLite adds a range of its own then.
  bool has_pattern(int column) const {
    for (int i = 0; i < info_.nConstraint; ++i) {
      const Constraint& constraint = info_.aConstraint[i];
      if (constraint.iColumn == column && (constraint.op == SQLITE_INDEX_CONSTRAINT_LIKE ||
                                           constraint.op == SQLITE_INDEX_CONSTRAINT_GLOB))
        return true;
    }
    return false;
  }

  // Whether the scan can make use of constraint number `i` as one of this kind. SQLite itself must
  // compare where another collation applies: `title = 'A' COLLATE NOCASE`.
  bool fits(int i, const ConditionKind& kind) const {
    const Constraint& constraint = info_.aConstraint[i];
    if (constraint.usable == 0 || constraint.iColumn != kind.column) return false;
    if (constraint.op != kind.op && (kind.other_op == 0 || constraint.op != kind.other_op))
      return false;
    if (kind.compares_text && std::string_view(sqlite3_vtab_collation(&info_, i)) != "BINARY")
      return false;
    if (kind.is_date() && kind.bound != Bound::Both &&
        has_pattern(kind.column) != (kind.date_form == DateForm::Any))
      return false;
    if (kind.in == In::OneByOne) return true;
    const bool is_in = sqlite3_vtab_in(&info_, i, -1) != 0;
    return is_in == (kind.in == In::AllAtOnce);
  }

  void take_all(Condition condition) {
    const ConditionKind& kind = kind_of(condition);
    for (int i = 0; i < info_.nConstraint; ++i) {
      if (!fits(i, kind)) continue;
      if (kind.in == In::AllAtOnce) sqlite3_vtab_in(&info_, i, 1);
      plan_.add(condition);
      info_.aConstraintUsage[i].argvIndex = static_cast<int>(plan_.operands().size());
      info_.aConstraintUsage[i].omit = kind.is_argument() ? 1 : 0;
      if (condition == Condition::Rowid || (condition == Condition::File && is_text_literal(i)))
        info_.idxFlags = SQLITE_INDEX_SCAN_UNIQUE;
    }
  }

  // `file = 7` matches the files 7, 07 and 007: only text is sure to match one row at most.
  bool is_text_literal(int i) const {
    sqlite3_value* value = nullptr;
    return sqlite3_vtab_rhs_value(&info_, i, &value) == SQLITE_OK &&
           sqlite3_value_type(value) == SQLITE_TEXT;
  }

  // The parts of an article that the columns of the query need.
  Parts parts() const {
    Parts parts = 0;
    const auto add = [&](Parts more) { parts = static_cast<Parts>(parts | more); };
    for (int i = 0; i < kColumnCount; ++i)
      if (uses(info_, i)) add(kColumns[static_cast<std::size_t>(i)].parts);
    for (int i = 0; i < table_.declared_columns; ++i)
      if (uses(info_, kColumnCount + i)) add(static_cast<Parts>(Part::Head));
    return parts;
  }

  // The cost is that of the walk, of the conditions for every file found, and of the rows left.
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
    Parts checked = 0;
    for (const Condition condition : plan_.operands()) {
      const ConditionKind& kind = kind_of(condition);
      if (kind.is_argument() || kind.column == kFileColumn) continue;
      if (kind.column != kRowidColumn)
        checked =
            static_cast<Parts>(checked | kColumns[static_cast<std::size_t>(kind.column)].parts);
      if (kind.in == In::AllAtOnce)
        rows = std::min(rows, kRowsOfValues);
      else if (kind.op == op::kEq)
        rows = std::min(rows, kRowsOfOneValue);
      else
        rows *= kShareOfBound;
    }
    if (plan_.has(Condition::Rowid)) rows = 1;
    const double checks = checked == 0 ? 0 : walked * read_level(checked).cost;
    info_.estimatedCost = walked + checks + rows * read_level(parts()).cost;
    info_.estimatedRows = static_cast<sqlite3_int64>(std::max(rows, 1.0));
    if (table_.is_function && !plan_.has(Condition::Dir)) info_.estimatedCost = kUnusable;
  }

  // Whether ORDER BY is the order of a scan: byte order of file, which is SQLite's own except in a
  // UTF-16 database.
  bool is_in_order() const {
    return info_.nOrderBy == 1 && info_.aOrderBy[0].iColumn == kFileColumn &&
           info_.aOrderBy[0].desc == 0 && is_utf8_database(table_.db);
  }

  sqlite3_index_info& info_;
  const PlannedTable& table_;
  Plan plan_;
};

}  // namespace

int make_plan(sqlite3_index_info& info, const PlannedTable& table) {
  return Planner(info, table).plan();
}

}  // namespace articles::sql
