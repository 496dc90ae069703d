#include "base/quote.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

TEST(Quote, ShortTextIsQuotedAsItIs) {
  EXPECT_EQ(quote(""), "''");
  EXPECT_EQ(quote("价格 'x'"), "'价格 'x''");
  EXPECT_EQ(quote(std::string(100, 'a')), "'" + std::string(100, 'a') + "'");
}

TEST(Quote, LongTextIsCutBetweenCharacters) {
  EXPECT_EQ(quote(std::string(101, 'a')), "'" + std::string(100, 'a') + "…'");
  EXPECT_EQ(quote(std::string(98, 'a') + "价格"), "'" + std::string(98, 'a') + "…'");
  EXPECT_EQ(quote(std::string(97, 'a') + "价格"), "'" + std::string(97, 'a') + "价…'");
}

TEST(Quote, NulAndInvalidBytesBecomeReplacementCharacters) {
  EXPECT_EQ(quote(std::string("a\0b", 3)),
            "'a\xEF\xBF\xBD"
            "b'");
  EXPECT_EQ(quote("a\xFF"), "'a\xEF\xBF\xBD'");
  EXPECT_LE(quote(std::string(1'000, '\xBF')).size(), 310U);
}

}  // namespace
}  // namespace articles
