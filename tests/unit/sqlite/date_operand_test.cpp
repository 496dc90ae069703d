#include "sqlite/table/date_operand.h"

#include <gtest/gtest.h>

namespace articles::sql {
namespace {

TEST(DateOperand, BeginningsOfTheForm) {
  const std::string whole = "2021-08-05 10:00:00";
  for (std::size_t size = 0; size <= whole.size(); ++size)
    EXPECT_TRUE(begins_date(whole.substr(0, size))) << size;
  for (const char* const text : {"2021/08", "2021-8-5", "2021-08-05T10", "2021-08-05 10:00:00Z",
                                 "21-08", " 2021", "2021 ", "２０２１", "now"})
    EXPECT_FALSE(begins_date(text)) << text;
}

TEST(DateOperand, EndOfTheTimeThatIsNamed) {
  EXPECT_EQ(end_of_date("2021"), "2022");
  EXPECT_EQ(end_of_date("2020"), "2021");
  EXPECT_EQ(end_of_date("2021-01"), "2021-02");
  EXPECT_EQ(end_of_date("2021-02"), "2021-03");
  EXPECT_EQ(end_of_date("2021-12"), "2022-01");
  EXPECT_EQ(end_of_date("2020-02-28"), "2020-02-29");
  EXPECT_EQ(end_of_date("2021-12-31"), "2022-01-01");
  EXPECT_EQ(end_of_date("2021-12-31 23"), "2022-01-01 00");
  EXPECT_EQ(end_of_date("2021-12-31 23:59"), "2022-01-01 00:00");
}

TEST(DateOperand, TextThatNamesNoTimeHasNoEnd) {
  for (const char* const text :
       {"", "202", "2021-", "2021-1", "2021-13", "2021-02-30", "now", "2021-08-05 10:00:00"})
    EXPECT_EQ(end_of_date(text), std::nullopt) << text;
}

}  // namespace
}  // namespace articles::sql
