#include "sqlite/table/plan_arguments.h"

#include <vector>

#include "connection.h"

namespace articles::sql {
namespace {

// Values of SQL that outlive the statement that made them.
class PlanArgumentsTest : public Connection {
 protected:
  ~PlanArgumentsTest() override {
    for (sqlite3_value* const value : values_) sqlite3_value_free(value);
  }

  // Adds a condition and its operand, written as an expression of SQL.
  // REQUIRES: conditions are added in their order
  void add(Condition condition, const std::string& operand) {
    plan_.add(condition);
    Statement statement(db_, "SELECT " + operand);
    statement.step();
    values_.push_back(sqlite3_value_dup(sqlite3_column_value(statement.get(), 0)));
  }

  // false: no row can meet the conditions
  bool read() {
    PlanArguments arguments(plan_, values_.data());
    return arguments.read_source(directory_, options_) && arguments.read_selection(selection_);
  }

  Plan plan_;
  std::vector<sqlite3_value*> values_;
  std::string directory_;
  WalkOptions options_;
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
  EXPECT_EQ(directory_, "posts");
  EXPECT_EQ(options_.glob->pattern(), "*.md");
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

TEST_F(PlanArgumentsTest, DateThatIsNotAsciiIsLeftToSqlite) {
  add(Condition::DateLow, "'２０２１'");
  ASSERT_TRUE(read());
  EXPECT_TRUE(selection_.date.is_all());
}

}  // namespace
}  // namespace articles::sql
