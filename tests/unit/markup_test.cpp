#include "html/syntax/markup.h"

#include <gtest/gtest.h>

#include <string>

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

TEST(Markup, AddressesInAngleBracketsAreNotTags) {
  EXPECT_FALSE(is_html("<https://example.com>"));
  EXPECT_FALSE(is_html("<https://example.com> and <b>x</b>"));
  EXPECT_FALSE(is_html("<b>Mail</b>: <a@example.com>"));
  EXPECT_FALSE(is_html("<mailto:a@example.com>"));
  EXPECT_FALSE(is_html("<tel:+861012345>"));
  EXPECT_TRUE(is_html("<p>see <https://example.com> for more</p>"));
  EXPECT_TRUE(is_html("<a href=x@y.z>x</a>"));
  EXPECT_TRUE(is_html("<o:p>x</o:p>"));
  EXPECT_TRUE(is_html("<fb:like>x</fb:like>"));
}

TEST(Markup, AMarkdownLineOutsideOfAllElementsMakesMarkdown) {
  for (const char* const line :
       {"# Heading", "###", "Heading\n===", "Heading\n---", "- item", "* item", "+ item", "1. item",
        "12) item", "> quote", "```", "~~~ cpp"}) {
    const std::string text(line);
    EXPECT_FALSE(is_html("<img src=a>\n\n" + text + "\n\n<br>")) << line;
    EXPECT_FALSE(is_html("<p>a</p>\r\n" + text + "\r\n<p>b</p>")) << line;
    EXPECT_TRUE(is_html("<div>\n" + text + "\n</div>")) << line;
    EXPECT_TRUE(is_html("<p>a</p><script>\n" + text + "\n</script><p>b</p>")) << line;
    EXPECT_TRUE(is_html("<p>a</p><!--\n" + text + "\n--><p>b</p>")) << line;
    EXPECT_TRUE(is_html("<p title='\n" + text + "\n'>b</p>")) << line;
  }
}

TEST(Markup, OtherTextOutsideOfElementsStaysHtml) {
  EXPECT_TRUE(is_html("<b>a</b>\ntext\n  # not at the margin\n<i>b</i>"));
  EXPECT_TRUE(is_html("<b>a</b>\n#tag\n-5\n1.5\n*b*\n<i>b</i>"));
  EXPECT_TRUE(is_html("<b>a</b> - b\n<i>c</i>"));
  EXPECT_TRUE(is_html("<b>a</b>\n---\n<i>c</i>"));
  EXPECT_TRUE(is_html("<p>an element that is not closed\n- item\n<br>"));
}

TEST(Markup, ManyElementsTakeLinearTime) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  for (int i = 0; i < 100'000; ++i) deep += "</b>";
  EXPECT_TRUE(is_html(deep + "\n# x\n<br>"));
}

}  // namespace
}  // namespace articles
