#include "articles/html.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "../support/sanitized.h"
#include "articles/html_document.h"
#include "base/utf8.h"

namespace articles {
namespace {

struct Case {
  const char* html;
  const char* text;
};

class StripHtml : public testing::TestWithParam<Case> {};

TEST_P(StripHtml, GivesInnerText) {
  EXPECT_EQ(strip_html(GetParam().html), GetParam().text) << GetParam().html;
}

INSTANTIATE_TEST_SUITE_P(
    Rules, StripHtml,
    testing::Values(Case{"", ""}, Case{"<p>one<p>two &amp; three", "one\n\ntwo & three"},
                    Case{"abc<br>", "abc\n"}, Case{"abc<br><div>def", "abc\n\ndef"},
                    Case{"<pre> abc ", " abc "}, Case{"<div>abc <img>", "abc "},
                    Case{"a<hr><hr>b", "a\nb"}, Case{"Hello<b>world</b>", "Helloworld"},
                    Case{"&amp;lt;", "&lt;"}, Case{"x <input type=hidden> y", "x y"},
                    Case{"abc <input> def", "abc  def"}, Case{"<pre>a\n</pre>b", "a\n\nb"},
                    Case{"<table><tr><td>1</td><td>2</td></tr><tr><td><table><tr><td>3</td><td>4</"
                         "td></tr></table></td><td>5</td></tr></"
                         "table>",
                         "1\t2\n\n3\t4\n\t5"},
                    Case{"<ul><li>a<li>b<ul><li>c</ul></ul>", "a\nb\nc"},
                    Case{"<p>a<div>b</div>c</p>d", "a\n\nb\nc\n\nd"},
                    Case{"a<table><tr><td>x</td></tr></table>b", "a\nx\nb"},
                    Case{"<div popover>x</div>y", "y"}, Case{"一些\n中文", "一些中文"},
                    Case{"測試\nnarrow", "測試 narrow"}, Case{"한국\n어", "한국 어"},
                    Case{"<script>x</script><style>y</style><template>z</template>t", "t"},
                    Case{"<noscript>shown</noscript>", "shown"},
                    Case{"<details><summary>s</summary>d</details>", "s"},
                    Case{"<div>a<select><option>1<option>2</select>bc", "a\n1\n2\nbc"},
                    Case{"<xmp><b>hi</b></xmp>z", "<b>hi</b>\nz"}, Case{"<html hidden>a", "a"},
                    Case{"<plaintext>a</plaintext>&amp;", "a</plaintext>&amp;"},
                    Case{"<tr><td>a<td>b", "ab"}, Case{"x<a b=\"c", "x"},
                    Case{"4 is <5 right?", "4 is <5 right?"}));

// What gumbo 0.10.1 gets wrong and how (facts of its bug reports); each was seen without the guard.
TEST(HtmlGuards, NumericReferencesBeyondUnicode) {
  EXPECT_EQ(strip_html("a&#4294967361;b"), "a\uFFFDb");
  EXPECT_EQ(strip_html("a&#x100000041;b"), "a\uFFFDb");
  EXPECT_EQ(strip_html("a&#3000000000;b"), "a\uFFFDb");
  EXPECT_EQ(strip_html("a&#4294967295;b"), "a\uFFFDb");
  EXPECT_EQ(strip_html("&#x10FFFF;"), "\U0010FFFF");
  EXPECT_EQ(strip_html("&#x41;&#66"), "AB");
  EXPECT_EQ(strip_html("&#658888888D"), "\uFFFDD") << "where no semicolon ends it";
}

TEST(HtmlGuards, ReferencesAtTheEnd) {
  for (const std::string html : {"<a b=\"&lt", "<a b=&amp", "x&amp", "x&lt", "x&", "x&#", "x&#x"}) {
    const std::string exact(html.data(),
                            html.size());  // AddressSanitizer watches the byte behind it
    EXPECT_TRUE(is_utf8(strip_html(exact))) << html;
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// Fewer with a sanitizer, which is slow and looks at each byte.
constexpr std::size_t kMillion = kSanitized ? 100'000 : 1'000'000;

// Each of these took minutes, gigabytes or the stack.
TEST(HtmlGuards, UnclosedNesting) {
  for (const char* const tag :
       {"<span>", "<div>", "<b>", "<p>", "<font color=red>", "<section>", "<x-y>"})
    EXPECT_EQ(strip_html(repeated(tag, kMillion) + "x"), "x") << tag;
  EXPECT_EQ(strip_html(repeated("<svg>", kMillion) + "x"), "")
      << "text in svg that is in no text element";
  EXPECT_EQ(strip_html(repeated("<ul><li>", kMillion) + "x"), "x");
  EXPECT_EQ(strip_html(repeated("<table><tr><td>", kMillion / 3) + "x"), "x");
  EXPECT_EQ(strip_html(repeated("<table>", kMillion) + "x"), "x");
}

TEST(HtmlGuards, ClosedNesting) {
  EXPECT_EQ(
      strip_html("a" + repeated("<div>", kMillion) + "x" + repeated("</div>", kMillion) + "b"),
      "a\nx\nb");
  EXPECT_EQ(
      strip_html(repeated("<div>", kMillion / 3) + repeated("<p>x", kMillion / 3)).substr(0, 1),
      "x");
  EXPECT_EQ(strip_html(repeated("<div>", kMillion / 3) + repeated("</span>", kMillion / 3) + "x"),
            "x");
  EXPECT_EQ(strip_html(repeated("<div>", 9'000) + repeated("<p>x</p>", kMillion / 3)).substr(0, 1),
            "x");
}

TEST(HtmlGuards, FormattingReopenedByEveryParagraph) {
  std::string html;
  for (int i = 0; i < 10'000; ++i) html += "<b id=" + std::to_string(i) + ">";
  EXPECT_EQ(strip_html(html + repeated("<p>x</p>", 10'000)).size(), 10'000U + 2U * 9'999U);
}

TEST(HtmlGuards, ManyAttributes) {
  std::string html = "<p ";
  for (int i = 0; i < 100'000; ++i) html += "a" + std::to_string(i) + "=1 ";
  EXPECT_EQ(strip_html("x" + html + ">y"), "x\n\ny");
  EXPECT_EQ(strip_html("x<p title='" + std::string(64 << 20, 'v') + "'>y"), "x\n\ny");
  EXPECT_EQ(strip_html("x" + repeated("<a ", 1'000'000)), "x");
}

// A '>' within quotes does not end a tag.
TEST(HtmlGuards, AttributesBehindAQuotedGreaterThanSignAreLimited) {
  std::string html = "<p title='>' ";
  for (int i = 0; i < 2'000; ++i) html += "a" + std::to_string(i) + "=1 ";
  const std::string json = HtmlDocument(html + ">x").attributes_json(0);
  EXPECT_EQ(std::count(json.begin(), json.end(), ':'), 1'000);
  EXPECT_NE(json.find("\"a998\""), std::string::npos);
  EXPECT_EQ(json.find("\"a999\""), std::string::npos);
}

TEST(HtmlGuards, LimitsDoNotChangeLongPages) {
  EXPECT_EQ(strip_html(repeated("<p>x", 30'000)).size(), 30'000U + 2U * 29'999U);
  EXPECT_EQ(strip_html("<ul>" + repeated("<li><b>x", 30'000)).size(), 30'000U + 29'999U);
  EXPECT_EQ(strip_html("<table>" + repeated("<tr><td>1<td><div>2", 30'000)).size(),
            30'000U * 6 - 2);
  EXPECT_EQ(strip_html(repeated("<a name=x>y ", 1'000)).size(), 2'000U - 1);
  EXPECT_EQ(strip_html(repeated("<br>", 30'000)).size(), 30'000U);
  EXPECT_EQ(strip_html(repeated("x< ", 100'000)).size(), 300'000U - 1);
}

TEST(HtmlGuards, TagSoupThatStoppedTheProgramBefore) {
  EXPECT_TRUE(is_utf8(strip_html("<b><nobr><r><d><r><ol></b><nobr>")));
  EXPECT_TRUE(is_utf8(strip_html("<d0tx0i0t><option></d0tX0i0t>")));
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

// What strip_html() says of the limits: `line: reason`, or nothing.
std::string limit_of(std::string_view html) {
  Problems problems;
  EXPECT_EQ(strip_html(html, problems), strip_html(html));
  return describe(problems);
}

TEST(HtmlLimits, AreNamedWithTheirLine) {
  const std::string open =
      "line 3: more than 512 HTML elements are open: deeper ones are flattened";
  EXPECT_EQ(limit_of("a\n\n" + repeated("<div>", 513)), open);
  EXPECT_EQ(limit_of("a\r\r" + repeated("<div>", 513) + "\n" + repeated("</div>", 513)), open);
  EXPECT_EQ(limit_of(repeated("<div>", 512)), "");

  const std::string formatting =
      "line 2: more than 32 formatting elements are open: further ones are left out";
  EXPECT_EQ(limit_of("\n" + repeated("<b>", 33) + "<p>x<i></b>"), formatting);
  EXPECT_EQ(limit_of("\n" + repeated("<b>", 31) + "<p>x<i></b>"), "");
  EXPECT_EQ(limit_of(repeated("<b>", 100) + "x" + repeated("</b>", 100)), "") << "needs no parser";

  std::string attributes = "\n\n\n<p";
  for (int i = 0; i < 1'000; ++i) attributes += " a" + std::to_string(i);
  EXPECT_EQ(limit_of(attributes + ">x"), "");
  EXPECT_EQ(limit_of(attributes + "\nb>x"),
            "line 4: an HTML tag has more than 1000 attributes: further ones are left out");
}

// The model of the parser's stack cannot follow a select that is open.
TEST(HtmlLimits, TheEndOfTheParseIsNamed) {
  EXPECT_EQ(limit_of("\n" + repeated("<select><ul>", 3'000)),
            "line 2: HTML elements are nested too deeply for the parser: from here on they are "
            "flattened");
}

TEST(HtmlLimits, TheFirstIsNamed) {
  EXPECT_EQ(limit_of(repeated("<b>", 33) + "<p>x<i></b>\n" + repeated("<div>", 600)),
            "line 1: more than 32 formatting elements are open: further ones are left out");
}

}  // namespace
}  // namespace articles
