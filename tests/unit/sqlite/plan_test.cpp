#include "sqlite/table/plan.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace articles::sql {
namespace {

std::string round_trip(const Plan& plan) {
  return Plan::parse(plan.describe("head")).describe("head");
}

TEST(Plan, EveryConditionAndPairSurvivesTheRoundTrip) {
  for (int i = 0; i < kConditionCount; ++i)
    for (int j = 0; j < kConditionCount; ++j) {
      Plan plan;
      plan.add(static_cast<Condition>(i));
      plan.add(static_cast<Condition>(j));
      const Plan parsed = Plan::parse(plan.describe("all"));
      ASSERT_EQ(parsed.operands(), plan.operands()) << plan.describe("all");
    }
}

TEST(Plan, ConditionsKeepTheirOrderAndMayRepeat) {
  Plan plan;
  for (const Condition condition :
       {Condition::Dir, Condition::Dir, Condition::SizeLow, Condition::RowidIn, Condition::SizeLow})
    plan.add(condition);
  EXPECT_EQ(plan.describe("head"), "dir dir size>? rowid IN ? size>? reads head");
  EXPECT_EQ(round_trip(plan), plan.describe("head"));
  EXPECT_TRUE(plan.has(Condition::RowidIn));
  EXPECT_FALSE(plan.has(Condition::Rowid));
}

TEST(Plan, WithoutConditions) {
  EXPECT_EQ(Plan().describe("directory"), "reads directory");
  EXPECT_TRUE(Plan::parse("reads directory").operands().empty());
}

TEST(Plan, ConditionTextsAreUniqueAndNameTheirColumn) {
  std::set<std::string> texts;
  for (const ConditionKind& kind : kConditions) {
    EXPECT_TRUE(texts.insert(kind.text).second) << kind.text;
    const std::string column = kind.column == kRowidColumn
                                   ? "rowid"
                                   : kColumns[static_cast<std::size_t>(kind.column)].name;
    EXPECT_EQ(std::string(kind.text).rfind(column, 0), 0U) << kind.text;
  }
}

TEST(Columns, ReadLevelCoversAllParts) {
  EXPECT_STREQ(read_level(0).name, "directory");
  EXPECT_STREQ(read_level(static_cast<Parts>(Part::Stat)).name, "stat");
  EXPECT_STREQ(read_level(Part::Stat | Part::Dates).name, "head");
  EXPECT_STREQ(read_level(Part::Head | Part::Text).name, "all");
}

TEST(Columns, NamesAreUniqueAndHiddenOnesComeLast) {
  std::set<std::string> names;
  bool hidden = false;
  for (const Column& column : kColumns) {
    EXPECT_TRUE(names.insert(column.name).second) << column.name;
    EXPECT_TRUE(column.hidden || !hidden) << column.name;
    hidden = column.hidden;
  }
}

}  // namespace
}  // namespace articles::sql
