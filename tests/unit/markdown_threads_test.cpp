// Rendering on several threads at once gives what one thread gives.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "articles/markdown.h"

namespace articles {
namespace {

// Everything that cmark-gfm's extensions find by special characters, and every kind of block.
std::string document(int number) {
  const std::string n = std::to_string(number);
  return "# Title " + n + "\n\nSee https://example.com/" + n +
         " and www.example.com, a@b.c, ~~old" + n +
         "~~ *new* [link][r] text[^1].\n\n| a | b |\n|-|-|\n| 1 | ~2~ |\n\n- [x] done\n- > "
         "quote\n" +
         "\n[r]: /" + n + "\n[^1]: note " + n + "\n";
}

TEST(MarkdownThreads, RenderTheSameAsOneThread) {
  constexpr int kDocuments = 50;
  constexpr int kRounds = 40;
  constexpr int kThreads = 8;
  std::vector<std::string> expected;
  for (int i = 0; i < kDocuments; ++i) expected.push_back(markdown_html(document(i)));
  EXPECT_NE(expected[7].find("<a href=\"https://example.com/7\">"), std::string::npos);
  EXPECT_NE(expected[7].find("<del>old7</del>"), std::string::npos);
  std::vector<int> wrong(kThreads, 0);
  std::vector<std::thread> threads;
  threads.reserve(kThreads);
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&expected, &failures = wrong[static_cast<std::size_t>(t)], t] {
      for (int i = 0; i < kDocuments * kRounds; ++i) {
        const int number = (i + t * 7) % kDocuments;
        if (markdown_html(document(number)) != expected[static_cast<std::size_t>(number)])
          ++failures;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, std::vector<int>(kThreads, 0));
}

}  // namespace
}  // namespace articles
