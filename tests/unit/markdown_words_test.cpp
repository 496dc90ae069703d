// No word of a Markdown source is missing from its text, but for what a reader does not see.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <regex>
#include <set>

#include "articles/ascii.h"
#include "articles/corpus.h"

namespace articles {
namespace {

bool is_word_byte(char c) {
  return ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > i) words.emplace_back(text.substr(i, end - i));
    i = end + 1;
  }
  return words;
}

void erase_between(std::string& text, const std::string& open, const std::string& close) {
  for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
    const std::size_t end = text.find(close, at + open.size());
    if (end == std::string::npos) return;
    text.replace(at, end + close.size() - at, " ");
  }
}

// The source without what is not shown: link targets and titles, images, HTML's tags, comments,
// scripts, styles and closed details, references, the language of a code block, the numbers of a
// list.
std::string shown_source(std::string_view body) {
  std::string text(body);
  erase_between(text, "<!--", "-->");
  erase_between(text, "<script", "</script>");
  erase_between(text, "<style", "</style>");
  erase_between(text, "<details", "</details>");  // closed: its summary is all that is seen
  static const std::regex kNotShown(
      R"(!\[[^\]]*\](\([^)]*\)|\[[^\]]*\])?|\]\(([^()]|\([^()]*\))*\)|\]\[[^\]]*\]|\n *\[[^\]\n]+\]: *[^\n]*|<[a-zA-Z/!][^>]*>|\n[ >]*[0-9]+[.)](?=\s)|\n[ >]*(```|~~~)[^\n]*|&[a-zA-Z]+;|&#[0-9xa-fA-F]+;|\\[a-z]+)");
  return std::regex_replace("\n" + text, kNotShown, " ");
}

TEST(MarkdownWords, NoneIsMissingFromTheText) {
  const char* const corpora = std::getenv("ARTICLES_CORPORA");
  if (corpora == nullptr || !std::filesystem::is_directory(corpora))
    GTEST_SKIP() << "no real files at ARTICLES_CORPORA";
  int files = 0;
  int with_missing = 0;
  for (const char* const folder : {"yihui", "rustblog", "hugodocs", "hexosite"}) {
    const CorpusOptions options;
    Scan scan((std::filesystem::path(corpora) / folder).string(), options, {});
    for (int number = 0; scan.next(); ++number) {
      Article& article = scan.article();
      const std::optional<std::string_view> body = article.body();
      if (number % 8 != 0 || !body || body->size() > 100'000) continue;
      if (detect_markup(article.file(), *body) == Markup::Html) continue;
      ++files;
      const std::vector<std::string> seen = words_of(*article.text());
      const std::set<std::string> text(seen.begin(), seen.end());
      std::string missing;
      for (const std::string& word : words_of(shown_source(*body)))
        if (text.count(word) == 0 && article.text()->find(word) == std::string_view::npos)
          missing += word + " ";
      if (missing.empty()) continue;
      ++with_missing;
      std::cout << folder << '/' << article.file() << ": " << missing.substr(0, 300) << '\n';
    }
  }
  std::cout << files << " files, " << with_missing << " with a word missing\n";
  EXPECT_GE(files, 500);
  EXPECT_EQ(with_missing, 0);
}

}  // namespace
}  // namespace articles
