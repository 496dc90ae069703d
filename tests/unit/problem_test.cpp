#include "articles/problem.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

TEST(Problem, TheGravestComesFirstThenTheFirstLine) {
  EXPECT_EQ(describe({}), "");
  EXPECT_EQ(describe({{Severity::Lost, 0, "cannot open"}}), "cannot open");
  EXPECT_EQ(
      describe({{Severity::Salvaged, 2, "a"}, {Severity::Lost, 9, "b"}, {Severity::Lost, 3, "c"}}),
      "line 3: c; line 9: b; line 2: salvaged: a");
}

}  // namespace
}  // namespace articles
