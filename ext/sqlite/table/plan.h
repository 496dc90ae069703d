// What xBestIndex decides and xFilter carries out, in the number and the text that SQLite passes
// between them.
#pragma once

#include <array>
#include <cstddef>
#include <string>

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

struct ConditionKind {
  const char* text;  // for EXPLAIN QUERY PLAN
  int column;        // -1: rowid
  int op;
  int other_op;  // means the same to us
  In in;
  bool compares_text;  // as SQLite's BINARY does
};

constexpr int kRowidColumn = -1;

inline constexpr std::array kConditions{
    ConditionKind{"dir", kDirColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::OneByOne, false},
    ConditionKind{"glob", kGlobColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::OneByOne, false},
    ConditionKind{"file=?", kFileColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::OneByOne, true},
    ConditionKind{"file GLOB ?", kFileColumn, SQLITE_INDEX_CONSTRAINT_GLOB, 0, In::Never, true},
    ConditionKind{"rowid=?", kRowidColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::Never, false},
    ConditionKind{"rowid IN ?", kRowidColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::AllAtOnce, false},
    ConditionKind{"size>?", kSizeColumn, SQLITE_INDEX_CONSTRAINT_GT, SQLITE_INDEX_CONSTRAINT_GE,
                  In::Never, false},
    ConditionKind{"size<?", kSizeColumn, SQLITE_INDEX_CONSTRAINT_LT, SQLITE_INDEX_CONSTRAINT_LE,
                  In::Never, false},
    ConditionKind{"size=?", kSizeColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::Never, false},
    ConditionKind{"mtime>?", kMtimeColumn, SQLITE_INDEX_CONSTRAINT_GT, SQLITE_INDEX_CONSTRAINT_GE,
                  In::Never, false},
    ConditionKind{"mtime<?", kMtimeColumn, SQLITE_INDEX_CONSTRAINT_LT, SQLITE_INDEX_CONSTRAINT_LE,
                  In::Never, false},
    ConditionKind{"mtime=?", kMtimeColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::Never, false},
    ConditionKind{"date>?", kDateColumn, SQLITE_INDEX_CONSTRAINT_GT, SQLITE_INDEX_CONSTRAINT_GE,
                  In::Never, true},
    ConditionKind{"date<?", kDateColumn, SQLITE_INDEX_CONSTRAINT_LT, SQLITE_INDEX_CONSTRAINT_LE,
                  In::Never, true},
    ConditionKind{"date=?", kDateColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::Never, true},
    ConditionKind{"title=?", kTitleColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::Never, true},
    ConditionKind{"title IN ?", kTitleColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::AllAtOnce, true},
    ConditionKind{"author=?", kAuthorColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::Never, true},
    ConditionKind{"author IN ?", kAuthorColumn, SQLITE_INDEX_CONSTRAINT_EQ, 0, In::AllAtOnce, true},
};
constexpr int kConditionCount = static_cast<int>(kConditions.size());
static_assert(kConditionCount == static_cast<int>(Condition::AuthorIn) + 1);

// Which conditions a scan is given.
class Plan {
 public:
  static Plan decode(int number) noexcept { return Plan(static_cast<unsigned>(number)); }
  Plan() = default;

  int encode() const noexcept { return static_cast<int>(bits_); }
  void add(Condition condition) noexcept { bits_ |= bit(condition); }
  bool has(Condition condition) const noexcept { return (bits_ & bit(condition)) != 0; }

  // `dir glob file=? reads head`. `reads` is what the columns of the query need.
  std::string describe(const char* reads) const {
    std::string text;
    for (std::size_t i = 0; i < kConditions.size(); ++i) {
      if (!has(static_cast<Condition>(i))) continue;
      text += kConditions[i].text;
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
