// What xBestIndex decides and xFilter carries out, in the text that SQLite passes between them and
// shows in EXPLAIN QUERY PLAN.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "articles/corpus.h"
#include "sqlite/base/api.h"
#include "sqlite/table/columns.h"

namespace articles::sql {

// What a plan can make use of.
enum class Condition : unsigned {
  Dir,
  Glob,
  Options,
  Extra,
  File,
  FileGlob,
  Rowid,
  RowidIn,
  SizeLow,
  SizeHigh,
  SizeIs,
  MtimeLow,
  MtimeHigh,
  MtimeIs,
  DateLow,
  DateHigh,
  DatePrefixLow,
  DatePrefixHigh,
  DateIs,
  DateIn,
  UpdatedLow,
  UpdatedHigh,
  UpdatedIs,
  UpdatedIn,
  TitleIs,
  TitleIn,
  AuthorIs,
  AuthorIn,
};

// How a condition takes the values of `column IN (…)`.
enum class In : unsigned char {
  Never,     // left to SQLite
  OneByOne,  // a scan for each
  AllAtOnce,
};

// Which ends of a range an operand limits.
enum class Bound : unsigned char { Low, High, Both };

// What an operand that is compared with a date must be.
enum class DateForm : unsigned char {
  Any,        // it is not compared with a date, or comes from LIKE or GLOB
  Beginning,  // `YYYY-MM-DD HH:MM:SS` or the beginning of it
  Whole,
};

// The member of Selection that a condition narrows; monostate: none.
using SelectionMember =
    std::variant<std::monostate, std::optional<std::string> Selection::*, std::string Selection::*,
                 ValueRange Selection::*, TextRange Selection::*, OneOf<std::string> Selection::*,
                 OneOf<std::int64_t> Selection::*>;

struct ConditionKind {
  const char* text;        // in a plan; unique
  int column;              // kRowidColumn or a number of kColumns
  unsigned char op;        // SQLITE_INDEX_CONSTRAINT_…
  unsigned char other_op;  // another operator that narrows in the same way; 0: none
  In in;
  bool compares_text;  // as SQLite's collation BINARY does
  SelectionMember member;
  Bound bound = Bound::Both;
  DateForm date_form = DateForm::Any;

  // Whether it is an argument of articles().
  bool is_argument() const noexcept { return column >= kDirColumn && column <= kExtraColumn; }
  bool is_date() const noexcept { return column == kDateColumn || column == kUpdatedColumn; }
};

constexpr int kRowidColumn = -1;

namespace op {
constexpr unsigned char kEq = SQLITE_INDEX_CONSTRAINT_EQ;
constexpr unsigned char kGt = SQLITE_INDEX_CONSTRAINT_GT;
constexpr unsigned char kGe = SQLITE_INDEX_CONSTRAINT_GE;
constexpr unsigned char kLt = SQLITE_INDEX_CONSTRAINT_LT;
constexpr unsigned char kLe = SQLITE_INDEX_CONSTRAINT_LE;
constexpr unsigned char kGlob = SQLITE_INDEX_CONSTRAINT_GLOB;
}  // namespace op

constexpr ConditionKind argument_is(const char* text, int column) {
  return {text, column, op::kEq, 0, In::OneByOne, true, {}};
}
constexpr ConditionKind equals(const char* text, int column, In in, SelectionMember member,
                               bool compares_text) {
  return {text, column, op::kEq, 0, in, compares_text, member};
}
constexpr ConditionKind above(const char* text, int column, SelectionMember member) {
  return {text, column, op::kGt, op::kGe, In::Never, false, member, Bound::Low};
}
constexpr ConditionKind below(const char* text, int column, SelectionMember member) {
  return {text, column, op::kLt, op::kLe, In::Never, false, member, Bound::High};
}
constexpr ConditionKind compares_date(ConditionKind kind, DateForm form) {
  kind.compares_text = true;
  kind.date_form = form;
  return kind;
}

// In the order of Condition.
inline constexpr std::array kConditions{
    argument_is("dir", kDirColumn),
    argument_is("glob", kGlobColumn),
    argument_is("options", kOptionsColumn),
    argument_is("extra", kExtraColumn),
    equals("file=?", kFileColumn, In::OneByOne, &Selection::file, true),
    ConditionKind{"file GLOB ?", kFileColumn, op::kGlob, 0, In::Never, true, &Selection::prefix},
    equals("rowid=?", kRowidColumn, In::Never, &Selection::rowids, false),
    equals("rowid IN ?", kRowidColumn, In::AllAtOnce, &Selection::rowids, false),
    above("size>?", kSizeColumn, &Selection::size),
    below("size<?", kSizeColumn, &Selection::size),
    equals("size=?", kSizeColumn, In::Never, &Selection::size, false),
    above("mtime>?", kMtimeColumn, &Selection::mtime),
    below("mtime<?", kMtimeColumn, &Selection::mtime),
    equals("mtime=?", kMtimeColumn, In::Never, &Selection::mtime, false),
    compares_date(above("date>?", kDateColumn, &Selection::date), DateForm::Beginning),
    compares_date(below("date<?", kDateColumn, &Selection::date), DateForm::Beginning),
    compares_date(above("date prefix>?", kDateColumn, &Selection::date), DateForm::Any),
    compares_date(below("date prefix<?", kDateColumn, &Selection::date), DateForm::Any),
    compares_date(equals("date=?", kDateColumn, In::Never, &Selection::date, true),
                  DateForm::Whole),
    compares_date(equals("date IN ?", kDateColumn, In::AllAtOnce, {}, true), DateForm::Whole),
    compares_date(above("updated>?", kUpdatedColumn, {}), DateForm::Beginning),
    compares_date(below("updated<?", kUpdatedColumn, {}), DateForm::Beginning),
    compares_date(equals("updated=?", kUpdatedColumn, In::Never, {}, true), DateForm::Whole),
    compares_date(equals("updated IN ?", kUpdatedColumn, In::AllAtOnce, {}, true), DateForm::Whole),
    equals("title=?", kTitleColumn, In::Never, &Selection::titles, true),
    equals("title IN ?", kTitleColumn, In::AllAtOnce, &Selection::titles, true),
    equals("author=?", kAuthorColumn, In::Never, &Selection::authors, true),
    equals("author IN ?", kAuthorColumn, In::AllAtOnce, &Selection::authors, true),
};
constexpr int kConditionCount = static_cast<int>(kConditions.size());
static_assert(kConditionCount == static_cast<int>(Condition::AuthorIn) + 1);

constexpr const ConditionKind& kind_of(Condition condition) {
  return kConditions[static_cast<std::size_t>(condition)];
}

// The conditions whose operands are the arguments of xFilter, in their order. A condition can occur
// several times.
class Plan {
 public:
  Plan() = default;

  // The plan that describe() wrote.
  static Plan parse(std::string_view text) {
    Plan plan;
    for (bool found = true; found;) {
      found = false;
      for (int i = 0; i < kConditionCount && !found; ++i) {
        const std::string_view name = kConditions[static_cast<std::size_t>(i)].text;
        found = text.substr(0, name.size()) == name && text.substr(name.size(), 1) == " ";
        if (!found) continue;
        plan.add(static_cast<Condition>(i));
        text.remove_prefix(name.size() + 1);
      }
    }
    return plan;
  }

  // `dir glob file=? reads head`. `reads` names a ReadLevel.
  std::string describe(std::string_view reads) const {
    std::string text;
    for (const Condition condition : operands_) text += std::string(kind_of(condition).text) + ' ';
    return text + "reads " + std::string(reads);
  }

  void add(Condition condition) { operands_.push_back(condition); }
  const std::vector<Condition>& operands() const noexcept { return operands_; }
  bool has(Condition condition) const noexcept {
    return std::find(operands_.begin(), operands_.end(), condition) != operands_.end();
  }

 private:
  std::vector<Condition> operands_;
};

}  // namespace articles::sql
