// The labelled fragments of tests/data/codes, and the golden file of real pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "../support/labelled_fragments.h"
#include "articles/corpus.h"
#include "articles/stock_mentions.h"
#include "base/json.h"

namespace articles {
namespace {

std::vector<LabelledFragment> read_cases() {
  return read_fragments(data_folder("codes"));
}

std::vector<std::string> mentions_of(const std::string& fragment) {
  std::vector<std::string> lines;
  for (const Mention& mention : stock_mentions(fragment)) {
    lines.push_back(canonical_code(mention.code) + " " + std::string(form_name(mention.form)));
    if (!mention.name.empty()) lines.back() += " " + mention.name;
  }
  return lines;
}

TEST(StockCases, PrecisionAndRecallAreOne) {
  const std::vector<LabelledFragment> cases = read_cases();
  std::size_t right = 0, found = 0, labelled = 0, negative = 0;
  for (const LabelledFragment& one : cases) {
    const std::vector<std::string> mentions = mentions_of(one.fragment);
    EXPECT_EQ(joined(mentions), joined(one.answers)) << one.name << "\n" << one.fragment;
    std::vector<std::string> wanted = one.answers;
    for (const std::string& mention : mentions) {
      const auto at = std::find(wanted.begin(), wanted.end(), mention);
      if (at == wanted.end()) continue;
      wanted.erase(at);
      ++right;
    }
    found += mentions.size();
    labelled += one.answers.size();
    negative += one.answers.empty() ? 1 : 0;
  }
  std::cout << cases.size() << " fragments, " << negative << " of them without a code, " << labelled
            << " mentions; precision " << static_cast<double>(right) / static_cast<double>(found)
            << ", recall " << static_cast<double>(right) / static_cast<double>(labelled) << '\n';
  EXPECT_GE(cases.size(), 384U);
  EXPECT_EQ(negative * 2, cases.size()) << "half of the fragments have no code";
  EXPECT_EQ(right, found);
  EXPECT_EQ(right, labelled);
}

TEST(StockCases, NamesAreUnique) {
  std::map<std::string, int> names;
  for (const LabelledFragment& one : read_cases()) EXPECT_EQ(++names[one.name], 1) << one.name;
}

TEST(StockCases, CodesAreTheDistinctCodesOfTheMentions) {
  for (const LabelledFragment& one : read_cases()) {
    std::vector<std::string> codes;
    for (const Mention& mention : stock_mentions(one.fragment)) {
      const std::string code = canonical_code(mention.code);
      if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
    }
    EXPECT_EQ(stock_codes(one.fragment), codes) << one.name;
  }
}

TEST(StockCases, PositionsMoveWithTheFragment) {
  for (const LabelledFragment& one : read_cases()) {
    const std::string page = "<p>示例，</p>\n<div>" + one.fragment;
    const std::size_t before = page.size() - one.fragment.size();
    const std::vector<Mention> alone = stock_mentions(one.fragment);
    const std::vector<Mention> within = stock_mentions(page);
    ASSERT_EQ(alone.size(), within.size()) << one.name;
    for (std::size_t i = 0; i < alone.size(); ++i)
      EXPECT_EQ(alone[i].position + before, within[i].position) << one.name;
  }
}

TEST(StockCases, RealPages) {
  const char* const corpora = std::getenv("ARTICLES_CORPORA");
  const std::filesystem::path pages =
      std::filesystem::path(corpora != nullptr ? corpora : "") / "rsshub";
  if (!std::filesystem::is_directory(pages))
    GTEST_SKIP() << "SKIPPED: the corpus " << pages << " is not there (ARTICLES_CORPORA)";
  std::map<std::string, std::string> golden;
  std::ifstream file(data_folder("codes") / "rsshub.golden");
  for (std::string line; std::getline(file, line);)
    golden[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
  std::map<std::string, std::string> found;
  const CorpusOptions options;
  Scan scan(pages.string(), options, {});
  while (scan.next()) found[scan.article().file()] = json_array(*scan.article().stocks());
  EXPECT_EQ(golden.size(), 21U);
  EXPECT_EQ(found, golden);
}

}  // namespace
}  // namespace articles
