#include "sqlite/table/plan_arguments.h"

#include <vector>

#include "connection.h"

namespace articles::sql {
namespace {

// Values of SQL that outlive the statement that made them.
class PlanArgumentsTest : public Connection {
 protected:
  ~PlanArgumentsTest() override { reset(); }

  void reset() {
    for (sqlite3_value* const value : values_) sqlite3_value_free(value);
    values_.clear();
    plan_ = {};
    selection_ = {};
  }

  // Adds a condition and its operand, written as an expression of SQL.
  void add(Condition condition, const std::string& operand) {
    plan_.add(condition);
    Statement statement(db_, "SELECT " + operand);
    statement.step();
    values_.push_back(sqlite3_value_dup(sqlite3_column_value(statement.get(), 0)));
  }

  // false: no row can meet the conditions
  bool read() {
    const PlanArguments arguments(plan_, values_.data());
    const bool consistent = arguments.read_call(call_);
    return arguments.read_selection(selection_) && consistent;
  }

  Plan plan_;
  std::vector<sqlite3_value*> values_;
  CallArguments call_;
  Selection selection_;
};

TEST_F(PlanArgumentsTest, SourceAndSelection) {
  add(Condition::Dir, "'posts'");
  add(Condition::Glob, "'*.md'");
  add(Condition::File, "'a.md'");
  add(Condition::SizeLow, "100");
  add(Condition::SizeHigh, "200.5");
  add(Condition::TitleIs, "'x'");
  ASSERT_TRUE(read());
  EXPECT_EQ(call_.dir, "posts");
  EXPECT_EQ(call_.glob, "*.md");
  EXPECT_FALSE(call_.options);
  EXPECT_EQ(selection_.file, "a.md");
  EXPECT_EQ(selection_.size.low, 100);
  EXPECT_EQ(selection_.size.high, 200.5);
  EXPECT_EQ(selection_.titles, std::vector<std::string>{"x"});
  EXPECT_FALSE(selection_.rowids);
}

TEST_F(PlanArgumentsTest, BoundsOfOneMemberIntersect) {
  add(Condition::MtimeLow, "5");
  add(Condition::MtimeHigh, "9");
  add(Condition::MtimeIs, "7");
  ASSERT_TRUE(read());
  EXPECT_EQ(selection_.mtime.low, 7);
  EXPECT_EQ(selection_.mtime.high, 7);
}

TEST_F(PlanArgumentsTest, NullMeetsNoCondition) {
  add(Condition::SizeIs, "NULL");
  EXPECT_FALSE(read());
}

TEST_F(PlanArgumentsTest, WhatSqliteComparesInItsOwnWayIsLeftOut) {
  add(Condition::File, "7");
  add(Condition::SizeIs, "'7'");
  add(Condition::TitleIs, "7");
  ASSERT_TRUE(read());
  EXPECT_FALSE(selection_.file);
  EXPECT_TRUE(selection_.size.is_all());
  EXPECT_FALSE(selection_.titles);
}

TEST_F(PlanArgumentsTest, RowidIsConvertedAsSqliteDoes) {
  add(Condition::Rowid, "'5'");
  ASSERT_TRUE(read());
  EXPECT_EQ(selection_.rowids, std::vector<std::int64_t>{5});
}

TEST_F(PlanArgumentsTest, GlobBecomesItsLiteralPrefix) {
  add(Condition::FileGlob, "'blog/2021-*'");
  ASSERT_TRUE(read());
  EXPECT_EQ(selection_.prefix, "blog/2021-");
}

TEST_F(PlanArgumentsTest, GlobPrefixEndsWhereSqliteReadsTheReplacementCharacter) {
  for (const char* const pattern : {"'ab' || char(0) || 'c'", "'ab' || CAST(x'FF' AS TEXT)",
                                    "'ab' || char(0xFFFE)", "'ab' || char(0xFFFD)"}) {
    reset();
    add(Condition::FileGlob, pattern);
    ASSERT_TRUE(read());
    EXPECT_EQ(selection_.prefix, "ab") << pattern;
  }
}

TEST_F(PlanArgumentsTest, ContradictoryOperandsMeetNoRow) {
  add(Condition::File, "'a'");
  EXPECT_TRUE(read());
  add(Condition::File, "'b'");
  EXPECT_FALSE(read());
}

TEST_F(PlanArgumentsTest, ArgumentsThatDifferMeetNoRow) {
  add(Condition::Dir, "'a'");
  add(Condition::Dir, "'a'");
  EXPECT_TRUE(read());
  add(Condition::Dir, "CAST('a' AS BLOB)");
  EXPECT_FALSE(read());
}

TEST_F(PlanArgumentsTest, NullAndFourthArgumentsAreErrors) {
  add(Condition::Glob, "NULL");
  EXPECT_EQ(message_of([&] { read(); }),
            "glob is NULL; a join leaves such rows out with WHERE … IS NOT NULL");
  add(Condition::Extra, "1");
  EXPECT_EQ(message_of([&] { read(); }),
            "there are at most three arguments: articles(dir, glob, options)");
}

// A value that sqlite3_vtab_in() did not prepare stands for a list that cannot be read.
TEST_F(PlanArgumentsTest, FailureInTheListOfInIsAnError) {
  add(Condition::TitleIn, "'x'");
  EXPECT_EQ(message_of([&] { read(); }).rfind("cannot read the values of IN: ", 0), 0U);
}

TEST_F(PlanArgumentsTest, PatternOfDateThatIsNotAsciiIsLeftToSqlite) {
  add(Condition::DatePrefixLow, "'２０２１'");
  ASSERT_TRUE(read());
  EXPECT_TRUE(selection_.date.is_all());
}

}  // namespace
}  // namespace articles::sql
