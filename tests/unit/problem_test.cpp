#include "articles/problem.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.h"

namespace articles {
namespace {

TEST(Problem, GravestProblemsComeFirstThenByLine) {
  EXPECT_EQ(describe({}), "");
  EXPECT_EQ(describe({{Severity::Lost, 0, "cannot open"}}), "cannot open");
  EXPECT_EQ(
      describe(
          {{Severity::Salvaged, 2, "a"}, {Severity::Unreadable, 9, "b"}, {Severity::Lost, 3, "c"}}),
      "line 3: c; line 9: b; line 2: salvaged: a");
}

TEST(Problem, DescriptionStatesFiveAndTheNumberOfTheOthers) {
  Problems problems;
  for (int line = 1; line <= 5; ++line) problems.push_back({Severity::Salvaged, line, "x"});
  EXPECT_EQ(describe(problems).find("more"), std::string::npos);
  for (int line = 6; line <= 50'000; ++line) problems.push_back({Severity::Salvaged, line, "x"});
  problems.push_back({Severity::Lost, 50'001, "y"});
  EXPECT_EQ(describe(problems),
            "line 50001: y; line 1: salvaged: x; line 2: salvaged: x; line 3: salvaged: x; line 4: "
            "salvaged: x; and 49996 more");
}

TEST(Problem, JsonHasAllProblemsInTheSameOrder) {
  EXPECT_EQ(to_json(Problems{}), "[]");
  EXPECT_EQ(to_json(Problems{{Severity::Salvaged, 2, "a \"b\"", "title", "x"},
                             {Severity::Lost, 0, "cannot open"},
                             {Severity::Unreadable, 3, "'date' is not a date", "date", "soon"}}),
            R"([{"line":null,"kind":"lost","key":null,"value":null,"reason":"cannot open"},)"
            R"({"line":3,"kind":"unreadable","key":"date","value":"soon",)"
            R"("reason":"'date' is not a date"},)"
            R"({"line":2,"kind":"salvaged","key":"title","value":"x","reason":"a \"b\""}])");
  Problems many(50, Problem{Severity::Lost, 1, "x"});
  const std::string json = to_json(many);
  EXPECT_EQ(std::count(json.begin(), json.end(), '{'), 50);
}

TEST(Problem, QuotedTextIsShortenedBetweenCharacters) {
  EXPECT_EQ(quoted_in_reason("abc"), "'abc'");
  EXPECT_EQ(quoted_in_reason(std::string(100, 'a')), "'" + std::string(100, 'a') + "'");
  EXPECT_EQ(quoted_in_reason(std::string(101, 'a')), "'" + std::string(100, 'a') + "…'");
  std::string chinese;
  for (int i = 0; i < 1000; ++i) chinese += "中";
  const std::string quoted = quoted_in_reason(chinese);
  EXPECT_TRUE(is_utf8(quoted));
  EXPECT_LE(quoted.size(), 106U);
}

}  // namespace
}  // namespace articles
