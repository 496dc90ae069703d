#include "sqlite/table/plan.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace articles::sql {
namespace {

TEST(Plan, EverySetOfConditionsSurvivesTheRoundTrip) {
  for (int number = 0; number < 1 << kConditionCount; ++number) {
    const Plan plan = Plan::decode(number);
    ASSERT_EQ(plan.encode(), number);
  }
}

TEST(Plan, HasWhatWasAdded) {
  for (int i = 0; i < kConditionCount; ++i) {
    Plan plan;
    plan.add(static_cast<Condition>(i));
    const Plan decoded = Plan::decode(plan.encode());
    for (int j = 0; j < kConditionCount; ++j)
      EXPECT_EQ(decoded.has(static_cast<Condition>(j)), i == j);
  }
}

TEST(Plan, DescriptionNamesTheConditionsInOrder) {
  Plan plan;
  plan.add(Condition::SizeLow);
  plan.add(Condition::Dir);
  EXPECT_EQ(plan.describe("stat"), "dir size>? reads stat");
  EXPECT_EQ(Plan().describe("directory"), "reads directory");
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
