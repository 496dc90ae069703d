#include "articles/glob.h"

#include <gtest/gtest.h>

#include "articles/error.h"

namespace articles {
namespace {

struct Case {
  const char* pattern;
  const char* path;
  bool matches;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.pattern << " on " << one.path;
}

class GlobMatches : public testing::TestWithParam<Case> {};

TEST_P(GlobMatches, FollowsTheDocumentation) {
  EXPECT_EQ(Glob(GetParam().pattern).matches(GetParam().path), GetParam().matches)
      << GetParam().pattern << " on " << GetParam().path;
}

INSTANTIATE_TEST_SUITE_P(
    Patterns, GlobMatches,
    testing::Values(Case{"*.md", "a.md", true}, Case{"*.md", "x/a.md", false},
                    Case{"*.md", ".md", true}, Case{"*.md", "a.MD", false},
                    Case{"**/*.md", "a.md", true}, Case{"**/*.md", "x/y/a.md", true},
                    Case{"**/*.md", "x/a.mdx", false}, Case{"x/**/a.md", "x/a.md", true},
                    Case{"x/**/a.md", "x/y/z/a.md", true}, Case{"x/**/a.md", "xy/a.md", false},
                    Case{"x/**", "x/a/b", true}, Case{"x/**", "x", false}, Case{"**", "a/b", true},
                    Case{"a**b", "axxb", true}, Case{"a**b", "ax/xb", false},
                    Case{"?.md", "新.md", true}, Case{"?.md", "ab.md", false},
                    Case{"?", "/", false}, Case{"[a-c].md", "b.md", true},
                    Case{"[a-c].md", "d.md", false}, Case{"[!a-c].md", "d.md", true},
                    Case{"[!a-c]", "/", false}, Case{"[]]", "]", true}, Case{"[a-]", "-", true},
                    Case{"[一-三]x", "丁x", true}, Case{"[一-三]x", "二x", false},
                    Case{"{a,bc}.md", "bc.md", true}, Case{"{a,bc}.md", "abc.md", false},
                    Case{"{a,}b", "b", true}, Case{"x{/y,}/a", "x/y/a", true},
                    Case{"{*.md,b}", "q.md", true}, Case{"**/*{.md,.txt}", "x/a.txt", true},
                    Case{"**/*.{md,txt}", "x/a.txt", true}, Case{"**/*.{md,txt}", "x/atxt", false},
                    Case{"**/*.m?", "a.md", true}, Case{"**/*", "x/y", true}, Case{"*", "", true},
                    Case{"", "", true}, Case{"", "a", false}, Case{"a}", "a}", true}));

TEST(Glob, LiteralPrefixEndsAtTheFirstSpecialCharacter) {
  EXPECT_EQ(Glob("2021/08/*.md").literal_prefix(), "2021/08/");
  EXPECT_EQ(Glob("a.md").literal_prefix(), "a.md");
  EXPECT_EQ(Glob("**/a").literal_prefix(), "");
  EXPECT_EQ(default_glob()->literal_prefix(), "");
}

TEST(Glob, DefaultIgnoresCase) {
  EXPECT_TRUE(default_glob()->matches("x/README.MD"));
  EXPECT_TRUE(default_glob()->matches("a.Html"));
  EXPECT_FALSE(default_glob()->matches("a.Rmd"));
  EXPECT_FALSE(default_glob()->matches("md"));
}

// Compares the direct match of `**/*SUFFIX` with the automaton that it bypasses: the same set of
// paths, as patterns of another form.
TEST(Glob, DirectMatchAgreesWithTheAutomaton) {
  const Glob fast("**/*{.a,b}");
  const Glob slow_top("*{.a,b}");
  const std::string alphabet = "ab./";
  for (int number = 0; number < 4 * 4 * 4 * 4 * 4; ++number) {
    std::string path;
    for (int i = 0, rest = number; i < 5; ++i, rest /= 4)
      path += alphabet[static_cast<std::size_t>(rest % 4)];
    const bool by_automaton = slow_top.matches(path) || Glob("**/{*.a,*b}").matches(path);
    ASSERT_EQ(fast.matches(path), by_automaton) << path;
  }
}

TEST(Glob, MatchingIsNotExponential) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  EXPECT_FALSE(Glob(pattern + "b").matches(std::string(5000, 'a')));
}

void expect_error(const char* pattern, const char* message) {
  try {
    Glob glob(pattern);
    FAIL() << pattern;
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), message);
  }
}

TEST(Glob, ErrorNamesThePlace) {
  expect_error("a[b", "glob 'a[b': a bracket is not closed at byte 2");
  expect_error("{a", "glob '{a': a brace is not closed at byte 1");
  expect_error("{a{b}}", "glob '{a{b}}': braces within braces at byte 3");
}

}  // namespace
}  // namespace articles
