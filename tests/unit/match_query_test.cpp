#include <gtest/gtest.h>

#include "articles/search.h"

namespace articles {
namespace {

using namespace std::string_literals;

std::string all(std::string_view text) {
  return match_query(text, MatchMode::All);
}
std::string any(std::string_view text) {
  return match_query(text, MatchMode::Any);
}
std::string prefix(std::string_view text) {
  return match_query(text, MatchMode::Prefix);
}

TEST(MatchQuery, QuotesEveryWord) {
  EXPECT_EQ(all("贵州茅台"), R"("贵州茅台")");
  EXPECT_EQ(all(" one  two\t三\n"), R"("one" "two" "三")");
  EXPECT_EQ(all("C# 38.101 TODO: BENCH-100821 #tag"),
            R"("C#" "38.101" "TODO:" "BENCH-100821" "#tag")");
  EXPECT_EQ(all("A股 600519.SH"), R"("A股" "600519.SH")");
}

TEST(MatchQuery, OperatorsAreWords) {
  EXPECT_EQ(all("a AND b OR NOT c"), R"("a" "AND" "b" "OR" "NOT" "c")");
  EXPECT_EQ(all("NEAR(a b, 5)"), "\"NEAR(a\" \"b,\" \"5)\"");
  EXPECT_EQ(all("title:x ^y z* -w +v"), R"("title:x" "^y" "z*" "-w" "+v")");
}

TEST(MatchQuery, WhiteSpaceOfUnicodeEndsAWord) {
  EXPECT_EQ(all("一\u3000二\u00a0三\u2003四\u2028五\u0085六"), R"("一" "二" "三" "四" "五" "六")");
}

TEST(MatchQuery, PunctuationBesideCjkEndsAWord) {
  EXPECT_EQ(all("茅台，五粮液、A股"), R"("茅台" "五粮液" "A股")");
  EXPECT_EQ(all("贵州茅台（600519）：#涨停#"), R"("贵州茅台" "600519" "涨停")");
  EXPECT_EQ(all("PCB，LED、5G！"), R"("PCB" "LED" "5G")") << "Chinese punctuation also elsewhere";
  EXPECT_EQ(all("ＰＣＢ，ｌｅｄ"), R"("ＰＣＢ" "ｌｅｄ")");
  EXPECT_EQ(all("C#茅台"), R"("C" "茅台")");
  EXPECT_EQ(all("《红楼梦》"), R"("红楼梦")");
  EXPECT_EQ(all("茅台\U0001F680股价"), R"("茅台" "股价")");
}

TEST(MatchQuery, PhrasesInQuotationMarksAreKept) {
  EXPECT_EQ(all("x \"one two\" y"), R"("x" "one two" "y")");
  EXPECT_EQ(all("“茅台，五粮液”"), R"("茅台，五粮液")");
  EXPECT_EQ(all("「一 二」『三 四』＂五 六＂"), R"("一 二" "三 四" "五 六")");
  EXPECT_EQ(all("a\"b c\"d"), R"("a" "b c" "d")");
  EXPECT_EQ(all("“x \"y z\" w”"), R"("x ""y z"" w")");
}

TEST(MatchQuery, AnUnpairedQuotationMarkIsPunctuation) {
  EXPECT_EQ(all("5\" disk"), R"("5""" "disk")");
  EXPECT_EQ(all("“你好 世界"), R"("你好" "世界")");
  EXPECT_EQ(all("”你好“"), R"("你好")");
  EXPECT_EQ(all("\"a\" \"b"), R"("a" """b")");
}

TEST(MatchQuery, NothingToSearchFindsNothing) {
  for (const std::string_view text : {"", " ", "!!!", "……", "\"\"", "“”", "\" \"", "\U0001F600"}) {
    EXPECT_EQ(all(text), "\"\"") << text;
    EXPECT_EQ(any(text), "\"\"") << text;
    EXPECT_EQ(prefix(text), "\"\"") << text;
  }
  EXPECT_EQ(all("-- a \"!\" 。 b"), R"("a" "b")") << "words of punctuation alone are left out";
}

TEST(MatchQuery, ANulBecomesTheReplacementCharacter) {
  EXPECT_EQ(all("a\0b"s), "\"a\uFFFDb\"");
  EXPECT_EQ(all("“茅\0台”"s), "\"茅\uFFFD台\"");
  EXPECT_EQ(all("\0"s), "\"\"");
}

TEST(MatchQuery, AnyJoinsTheWordsAndTheNeighboursOfChineseRuns) {
  EXPECT_EQ(any("one two"), R"("one" OR "two")");
  EXPECT_EQ(any("茅台股价"), R"("茅台股价" OR "茅台" OR "台股" OR "股价")");
  EXPECT_EQ(any("茅台 涨"), R"("茅台" OR "涨")");
  EXPECT_EQ(any("A股大跌"), R"("A股大跌" OR "A" OR "股大跌" OR "股大" OR "大跌")");
  EXPECT_EQ(any("2021年8月"), R"("2021年8月" OR "2021" OR "8")");
  EXPECT_EQ(any("“茅台股价” C#"), R"("茅台股价" OR "C#")");
  EXPECT_EQ(any("𠀀𠀁𠀂"), R"("𠀀𠀁𠀂" OR "𠀀𠀁" OR "𠀁𠀂")");
}

TEST(MatchQuery, PrefixLetsTheLastWordContinue) {
  EXPECT_EQ(prefix("foo ba"), R"("foo" "ba"*)");
  EXPECT_EQ(prefix("foo ba !"), R"("foo" "ba"*)");
  EXPECT_EQ(prefix("茅台a"), R"("茅台a"*)");
  EXPECT_EQ(prefix("C#"), R"("C#"*)");
  EXPECT_EQ(prefix("foo 茅"), R"("foo" "茅")");
  EXPECT_EQ(prefix("A股"), R"("A股")");
  EXPECT_EQ(prefix("x \"one two\""), R"("x" "one two")");
}

TEST(MatchQuery, ADiacriticStaysWithItsLetter) {
  EXPECT_EQ(all("e\u0301茅"), "\"e\u0301茅\"");
  EXPECT_EQ(all("e\u0301.茅\u0301台"), "\"e\u0301\" \"茅\" \"台\"");
}

TEST(MatchQuery, ModesHaveNames) {
  EXPECT_EQ(match_mode("all"), MatchMode::All);
  EXPECT_EQ(match_mode("any"), MatchMode::Any);
  EXPECT_EQ(match_mode("prefix"), MatchMode::Prefix);
  EXPECT_EQ(match_mode("some"), std::nullopt);
  EXPECT_EQ(match_mode_names(), "all, any, prefix");
}

// Closing marks that are absent are looked for once.
TEST(MatchQuery, ManyUnpairedQuotationMarksTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "“a「b『";
  EXPECT_EQ(all(text).substr(0, 10), "\"“a\" \"b\"");
}

}  // namespace
}  // namespace articles
