#include "articles/markdown.h"

#include <gtest/gtest.h>

#include "articles/html.h"

namespace articles {
namespace {

TEST(Markdown, GithubsDialect) {
  EXPECT_EQ(markdown_html("# A\n\n*b* **c** ~~d~~ `e`\n"),
            "<h1>A</h1>\n<p><em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>\n");
  EXPECT_EQ(markdown_html("see https://example.com/x"),
            "<p>see <a href=\"https://example.com/x\">https://example.com/x</a></p>\n");
  EXPECT_EQ(markdown_html("a<b>c</b>\n\n<div>*d*</div>\n"), "<p>a<b>c</b></p>\n<div>*d*</div>\n");
  EXPECT_EQ(markdown_html(""), "");
}

TEST(Markdown, ItsTextIsWhatAReaderSees) {
  EXPECT_EQ(strip_html(markdown_html(
                "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n- x\n- y\n\n```\ncode  line\n```\n")),
            "a\tb\n1\t2\nx\ny\ncode  line\n");
}

TEST(Markdown, NestingWithoutEnd) {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "> ";
  EXPECT_EQ(strip_html(markdown_html(deep + "x")).find('x') != std::string::npos, true);
  std::string brackets(200'000, '[');
  EXPECT_EQ(strip_html(markdown_html(brackets)), brackets);
}

}  // namespace
}  // namespace articles
