#include "html/syntax/markup.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

bool is_html(std::string_view body, std::string_view file = "a.md") {
  return detect_markup(file, body) == Markup::Html;
}

TEST(Markup, TheNameDecides) {
  EXPECT_TRUE(is_html("text", "a.html"));
  EXPECT_TRUE(is_html("text", "x/a.HTM"));
  EXPECT_TRUE(is_html("text", "a.xhtml"));
  EXPECT_FALSE(is_html("text", "a.md"));
  EXPECT_FALSE(is_html("text", "html"));
}

TEST(Markup, ABodyBetweenTagsIsHtml) {
  EXPECT_TRUE(is_html("\n<div>   \ntext\n</div>\n            "));
  EXPECT_TRUE(is_html("<!-- note --><p>x</p><!-- end -->\n"));
  EXPECT_TRUE(is_html("<style>a > b {}</style><p>x</p><script>if (a > b) c();</script>"));
  EXPECT_TRUE(is_html("<p>x</p><style>\n.a>b{}\n</style>"));
  EXPECT_TRUE(is_html("<!DOCTYPE html><html></html>"));
  EXPECT_TRUE(is_html("<p>x<br>"));
}

TEST(Markup, AllElseIsMarkdown) {
  EXPECT_FALSE(is_html(""));
  EXPECT_FALSE(is_html("# Heading\n\ntext\n"));
  EXPECT_FALSE(is_html("<div>x</div>\n\nand *more*"));
  EXPECT_FALSE(is_html("text <b>bold</b>"));
  EXPECT_FALSE(is_html("<!-- a comment alone -->"));
  EXPECT_FALSE(is_html("<!-- never closed"));
  EXPECT_FALSE(is_html("<style>never closed"));
  EXPECT_FALSE(is_html("1 < 2 > 1"));
  EXPECT_FALSE(is_html("<3 > 2>"));
}

}  // namespace
}  // namespace articles
