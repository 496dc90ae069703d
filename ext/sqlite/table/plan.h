// What xBestIndex decides and xFilter carries out, in the number and the text that SQLite passes
// between them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <variant>

#include "articles/corpus.h"
#include "sqlite/base/api.h"
#include "sqlite/table/columns.h"

namespace articles::sql {

// What a plan can make use of. The arguments of xFilter come in this order.
enum class Condition : unsigned {
  Dir,
  Glob,
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
  DateIs,
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

// The member of Selection that a condition narrows; monostate: an argument of the table.
using SelectionMember =
    std::variant<std::monostate, std::optional<std::string> Selection::*, std::string Selection::*,
                 NumberRange Selection::*, TextRange Selection::*, OneOf<std::string> Selection::*,
                 OneOf<std::int64_t> Selection::*>;

struct ConditionKind {
  const char* text;        // for EXPLAIN QUERY PLAN
  int column;              // kRowidColumn or a number of kColumns
  unsigned char op;        // SQLITE_INDEX_CONSTRAINT_…
  unsigned char other_op;  // another operator that narrows in the same way; 0: none
  In in;
  bool compares_text;  // as SQLite's collation BINARY does
  SelectionMember member;
  Bound bound = Bound::Both;

  bool is_argument() const noexcept { return std::holds_alternative<std::monostate>(member); }
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

// In the order of Condition.
inline constexpr std::array kConditions{
    ConditionKind{"dir", kDirColumn, op::kEq, 0, In::OneByOne, false, {}},
    ConditionKind{"glob", kGlobColumn, op::kEq, 0, In::OneByOne, false, {}},
    ConditionKind{"file=?", kFileColumn, op::kEq, 0, In::OneByOne, true, &Selection::file},
    ConditionKind{"file GLOB ?", kFileColumn, op::kGlob, 0, In::Never, true, &Selection::prefix},
    ConditionKind{"rowid=?", kRowidColumn, op::kEq, 0, In::Never, false, &Selection::rowids},
    ConditionKind{"rowid IN ?", kRowidColumn, op::kEq, 0, In::AllAtOnce, false, &Selection::rowids},
    ConditionKind{"size>?", kSizeColumn, op::kGt, op::kGe, In::Never, false, &Selection::size,
                  Bound::Low},
    ConditionKind{"size<?", kSizeColumn, op::kLt, op::kLe, In::Never, false, &Selection::size,
                  Bound::High},
    ConditionKind{"size=?", kSizeColumn, op::kEq, 0, In::Never, false, &Selection::size},
    ConditionKind{"mtime>?", kMtimeColumn, op::kGt, op::kGe, In::Never, false, &Selection::mtime,
                  Bound::Low},
    ConditionKind{"mtime<?", kMtimeColumn, op::kLt, op::kLe, In::Never, false, &Selection::mtime,
                  Bound::High},
    ConditionKind{"mtime=?", kMtimeColumn, op::kEq, 0, In::Never, false, &Selection::mtime},
    ConditionKind{"date>?", kDateColumn, op::kGt, op::kGe, In::Never, true, &Selection::date,
                  Bound::Low},
    ConditionKind{"date<?", kDateColumn, op::kLt, op::kLe, In::Never, true, &Selection::date,
                  Bound::High},
    ConditionKind{"date=?", kDateColumn, op::kEq, 0, In::Never, true, &Selection::date},
    ConditionKind{"title=?", kTitleColumn, op::kEq, 0, In::Never, true, &Selection::titles},
    ConditionKind{"title IN ?", kTitleColumn, op::kEq, 0, In::AllAtOnce, true, &Selection::titles},
    ConditionKind{"author=?", kAuthorColumn, op::kEq, 0, In::Never, true, &Selection::authors},
    ConditionKind{"author IN ?", kAuthorColumn, op::kEq, 0, In::AllAtOnce, true,
                  &Selection::authors},
};
constexpr int kConditionCount = static_cast<int>(kConditions.size());
static_assert(kConditionCount == static_cast<int>(Condition::AuthorIn) + 1);

constexpr const ConditionKind& kind_of(Condition condition) {
  return kConditions[static_cast<std::size_t>(condition)];
}

// Which conditions a scan is given.
class Plan {
 public:
  static Plan decode(int number) noexcept { return Plan(static_cast<unsigned>(number)); }
  Plan() = default;

  int encode() const noexcept { return static_cast<int>(bits_); }
  void add(Condition condition) noexcept { bits_ |= bit(condition); }
  bool has(Condition condition) const noexcept { return (bits_ & bit(condition)) != 0; }

  // `dir glob file=? reads head`. `reads` names a ReadLevel.
  std::string describe(const char* reads) const {
    std::string text;
    for (int i = 0; i < kConditionCount; ++i) {
      if (!has(static_cast<Condition>(i))) continue;
      text += kind_of(static_cast<Condition>(i)).text;
      text += ' ';
    }
    text += "reads ";
    text += reads;
    return text;
  }

 private:
  explicit Plan(unsigned bits) noexcept : bits_(bits) {}
  static unsigned bit(Condition condition) noexcept {
    return 1U << static_cast<unsigned>(condition);
  }

  unsigned bits_ = 0;
};

}  // namespace articles::sql
