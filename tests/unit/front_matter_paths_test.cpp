// The fast path of YAML front matter against yaml-cpp and the salvage: wherever it accepts a block,
// the results are equal.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "../support/front_matter_text.h"
#include "articles/document.h"
#include "files/file.h"
#include "files/walk.h"
#include "front_matter/fast_yaml.h"

namespace articles {
namespace {

// false: the fast path declined
bool agrees(std::string_view block) {
  FrontMatter fast;
  if (!try_parse_yaml_front_matter(block, 2, fast)) return false;
  EXPECT_EQ(text_of(fast), text_of(parse_yaml_front_matter_in_full(block, 2))) << block;
  return true;
}

TEST(FrontMatterPaths, FastPathAcceptsTheCommonForm) {
  for (const std::string_view block :
       {"title: 一个标题\n", "title: 'it''s'\ndate: 2021-08-05 23:52:10\n",
        "a:\n- b\n- c\n\nd: e\n", "tags: [a, \"b\", 'c d']\n", "# comment\na: b\n\nc:\n",
        "a: ~\nb: null\nc: ''\n", "a: NULL\nb: [Null, null]\nc:\n- NULL\n",
        "categories: \n    - 金融\n    - 财联社 - 电报\n", "url: https://example.org/a#b\n",
        "tags: []\n", "a: b # c\nd: 'e' # f\n", "a:\n  b: c\n  d:\n    - e\nf: g\n",
        "title: \"\"\"\"\"\"\"'t: #'\"\"\"\"\"\"\"\ntags: \n - a\n", "title: @who 说\nx: 1.10\n"})
    EXPECT_TRUE(agrees(block)) << block;
}

TEST(FrontMatterPaths, FastPathDeclinesOtherForms) {
  for (const std::string_view block : {"",

                                       "a: b\n  c\n",
                                       "a: \"b\\n\"\n",
                                       "a: 'b\n",
                                       "a: b: c\n",
                                       "a: b\na: c\n",
                                       "a: {b: c}\n",
                                       "a: |\n  b\n",
                                       "a: &b c\n",
                                       "\"a\": b\n",
                                       "a: - b\n",
                                       "a: b\r\n",
                                       "a:\n- b\n - c\n",
                                       "a:\n- b: c\n",
                                       "a: [b, [c]]\n",
                                       "title: [a]\n",
                                       "a: @b\n",
                                       "a: b:\n",
                                       "title: \"a\" b\n",
                                       "a: !!str b\n",
                                       "<<: *b\n",
                                       "a\n",
                                       "a :b\n",
                                       "null: a\n",
                                       "a: \"b\" c\n"})
    EXPECT_FALSE(agrees(block)) << block;
}

// Compares both on every sequence of `length` pieces. The fast path must accept `least_taken` of
// them.
void compare_all(const std::vector<std::string>& pieces, std::size_t length,
                 std::size_t least_taken) {
  std::vector<std::size_t> number(length, 0);
  std::size_t taken = 0;
  for (;;) {
    std::string block;
    for (const std::size_t i : number) block += pieces[i];
    if (agrees(block)) ++taken;
    if (testing::Test::HasFailure()) return;
    std::size_t digit = 0;
    while (digit < length && ++number[digit] == pieces.size()) number[digit++] = 0;
    if (digit == length) break;
  }
  EXPECT_GE(taken, least_taken) << "the fast path accepts too few blocks for a comparison";
}

TEST(FrontMatterPaths, AgreeOnAllShortStringsOfScalars) {
  compare_all({"", "a", ": ", ":", " ", "#", "'", "\"", "\n", "中"}, 5, 100);
  compare_all({"a: ", "b", " ", "#", "'", "\"", ",", "[", "]", "\n", "-", "~"}, 5, 100);
}

TEST(FrontMatterPaths, AgreeOnAllShortStringsOfLines) {
  compare_all(
      {"a:\n", "b: c\n", "- d\n", " - e\n", "  - f\n", "\n", "# g\n", " # h\n", "  i\n", "j\n"}, 5,
      500);
  compare_all({"title: \"\"\"\"\"'t'\"\"\"\"\"\n", "title: @x\n", "a: 'b\n", "b: c\n", "c:\n",
               "- d\n", "# e\n", "\n", "d: e'\n", " f\n"},
              4, 500);
}

TEST(FrontMatterPaths, AgreeOnAllShortListsInBrackets) {
  compare_all({"a: [", "b", ",", " ", "]", "'", "\"", "#", ":", "\n"}, 6, 10);
}

std::string contents(const Entry& entry) {
  std::string bytes;
  Result<File> file = File::open(entry);
  if (file.ok()) static_cast<void>(file.value().read_to(kMaxFrontMatterBytes, bytes).ok());
  return bytes;
}

// The lines between the first two fences of dashes, which is enough for counting.
std::string_view block_of(std::string_view text) {
  const std::size_t opener = text.find("---\n");
  if (opener == std::string_view::npos || text.find_first_not_of("\n") != opener) return {};
  text.remove_prefix(opener + 4);
  if (text.substr(0, 4) == "---\n") return {};
  const std::size_t closer = text.find("\n---");
  return closer == std::string_view::npos ? std::string_view() : text.substr(0, closer + 1);
}

TEST(FrontMatterPaths, AgreeOnTheCorpora) {
  const char* const corpora = std::getenv("ARTICLES_CORPORA");
  if (corpora == nullptr || !std::filesystem::is_directory(corpora))
    GTEST_SKIP() << "ARTICLES_CORPORA is not a directory";
  // The share of the blocks that the fast path must accept, in percent.
  const std::vector<std::pair<std::string, double>> shares{
      {"rsshub", 100}, {"hexosite", 95}, {"yihui", 95}, {"hugodocs", 95}};
  const WalkOptions options;
  for (const auto& folder : std::filesystem::directory_iterator(corpora)) {
    if (!folder.is_directory()) continue;
    std::size_t blocks = 0;
    std::size_t taken = 0;
    Walk walk(Directory::open(folder.path().string()), options, "");
    for (Entry entry; walk.next(entry);) {
      const std::string text = contents(entry);
      const std::string_view block = block_of(text);
      if (block.empty()) continue;
      ++blocks;
      if (agrees(block)) ++taken;
    }
    const std::string name = folder.path().filename().string();
    std::cout << name << ": " << taken << " of " << blocks << " blocks accepted by the fast path\n";
    for (const auto& [wanted, percent] : shares) {
      if (wanted != name) continue;
      EXPECT_GE(100.0 * static_cast<double>(taken), percent * static_cast<double>(blocks)) << name;
    }
  }
}

}  // namespace
}  // namespace articles
