// What hostile Markdown may cost: each limit by an input that once took quadratic time or memory.
#include <gtest/gtest.h>

#include <string>

#include "../support/linear_time.h"
#include "articles/html.h"
#include "articles/markdown.h"

namespace articles {
namespace {

std::string repeat(std::string_view unit, std::size_t count) {
  std::string text;
  text.reserve(unit.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

// `unit` up to about `size` bytes.
std::string fill(std::string_view unit, std::size_t size) {
  return repeat(unit, size / unit.size());
}

std::string problems_of(std::string_view markdown) {
  return describe(render_markdown(markdown).problems);
}

TEST(MarkdownLimits, OrdinaryTextMeetsNone) {
  EXPECT_EQ(problems_of("# a\n\n[b][c] ![d](e)\n\n> - f\n\n|g|h|\n|-|-|\n|i|\n\n[c]: /x\n"), "");
}

TEST(MarkdownLimits, ReferencesExpandToTheSizeOfTheText) {
  const std::string address(1'000, 'x');
  const std::string text = "first\n\n[a]: " + address + "\n\n" + repeat("[a] ", 150);
  const RenderedMarkdown rendered = render_markdown(text);
  EXPECT_EQ(describe(rendered.problems),
            "line 5: links whose references would expand to more than the text are left as typed");
  // 100 KB are always allowed: 100 addresses; the other 50 are text.
  EXPECT_LT(rendered.html.size(), 103'000U);
  EXPECT_EQ(strip_html(rendered.html),
            "first\n\n" + repeat("a ", 100) + repeat("[a] ", 49) + "[a]");
}

TEST(MarkdownLimits, ALargerTextMayExpandToItsSize) {
  const std::string text = "[a]: " + std::string(1'000, 'x') + "\n\n" + repeat("[a] ", 150) +
                           "\n\n" + std::string(150'000, 'y');
  EXPECT_EQ(problems_of(text), "");
}

TEST(MarkdownLimits, CellsThatAreFilledIn) {
  const std::string table = fill("|h", 2'000) + "\n" + fill("|-", 2'000) + "\n";
  const RenderedMarkdown rendered = render_markdown(table + repeat("|cell\n", 200));
  EXPECT_EQ(describe(rendered.problems),
            "line 103: table rows that would need too many cells are left as typed");
  EXPECT_LT(rendered.html.size(), 1'200'000U);
  EXPECT_EQ(std::string(rendered.html).find("|cell\n|cell"), rendered.html.find("<p>|cell") + 3);
}

TEST(MarkdownLimits, AVeryWideTable) {
  const std::string table =
      repeat("|h", 20'000) + "\n" + repeat("|-", 20'000) + "\n" + repeat("|c", 20'000) + "\n";
  const RenderedMarkdown rendered = render_markdown(table);
  EXPECT_EQ(describe(rendered.problems), "");
  EXPECT_EQ(rendered.html.find("<td>c</td>") != std::string::npos, true);
}

TEST(MarkdownLimits, MoreColumnsThanTheLibraryCounts) {
  const std::string row = repeat("|h", 70'000) + "\n";
  const RenderedMarkdown rendered = render_markdown(row + repeat("|-", 70'000) + "\n");
  EXPECT_EQ(describe(rendered.problems),
            "line 2: table rows that would need too many cells are left as typed");
  EXPECT_EQ(rendered.html.substr(0, 7), "<p>|h|h");
}

TEST(MarkdownLimits, NestingAcrossOneLineAndManyLines) {
  constexpr const char* kReason = ": blocks nested too deeply are left as typed";
  const RenderedMarkdown quotes = render_markdown("a\n\n" + repeat("> ", 20'000) + "x");
  EXPECT_EQ(describe(quotes.problems), std::string("line 3") + kReason);
  EXPECT_TRUE(strip_html(quotes.html) == "a\n\n" + repeat("> ", 19'800) + "x");
  std::string list;
  for (int i = 0; i < 120; ++i) list += std::string(static_cast<std::size_t>(i) * 2, ' ') + "* a\n";
  const RenderedMarkdown lists = render_markdown(list);
  EXPECT_EQ(describe(lists.problems), std::string("line 101") + kReason);
  EXPECT_EQ(strip_html(lists.html).substr(0, 4), "a\na\n");
  EXPECT_EQ(problems_of(repeat("> ", 200) + "x"), "");
}

TEST(MarkdownLimits, CodeFarToTheRightIsNotTouched) {
  const std::string code = std::string(400, ' ') + "- a\n";
  const RenderedMarkdown rendered = render_markdown("```\n" + code + "```\n");
  EXPECT_EQ(rendered.html, "<pre><code>" + code + "</code></pre>\n");
  EXPECT_EQ(describe(rendered.problems), "");
}

TEST(MarkdownLimits, ImagesOfAParagraph) {
  EXPECT_EQ(problems_of(repeat("![a](b) ", 1'000)), "");
  const RenderedMarkdown rendered = render_markdown("x\n\n" + repeat("![a](b) ", 1'001));
  EXPECT_EQ(describe(rendered.problems),
            "line 3: images beyond the 1,000th of a paragraph are left as typed");
  const std::string end = "<img src=\"b\" alt=\"a\" /> ![a](b)</p>\n";
  EXPECT_EQ(rendered.html.substr(rendered.html.size() - end.size()), end);
}

TEST(MarkdownLimits, RawHtmlBehindUnclosedOpeners) {
  EXPECT_EQ(markdown_html(repeat("a <?", 99) + " <?b?>").find("<?b?>") != std::string::npos, true);
  const RenderedMarkdown rendered = render_markdown(repeat("a <!A ", 150));
  EXPECT_EQ(describe(rendered.problems),
            "line 1: raw HTML behind 100 unclosed openers in a paragraph is left as typed");
  EXPECT_EQ(strip_html(rendered.html), repeat("a <!A ", 149) + "a <!A");
}

TEST(MarkdownLimits, MemoryEndsTheRenderingAndTheTextIsKept) {
  const std::string text = "# a <b> & c\n\n" + repeat("*d* ", 10'000);
  const RenderedMarkdown rendered = render_markdown(text, {}, 100'000);
  EXPECT_EQ(describe(rendered.problems),
            "line 1: rendering the Markdown needs too much memory; it is left as typed");
  EXPECT_EQ(strip_html(rendered.html), text);
  EXPECT_EQ(problems_of(text), "");
}

TEST(MarkdownLimits, AnInterruptEndsTheRendering) {
  const std::string text = repeat("*a* [b](c) ", 100'000);
  int asked = 0;
  const auto at_third = [&] { return ++asked == 3; };
  EXPECT_THROW(render_markdown(text, at_third), Interrupted);
  EXPECT_EQ(asked, 3);
  EXPECT_THROW(render_markdown(text, []() -> bool { throw std::bad_alloc(); }), std::bad_alloc);
  EXPECT_EQ(markdown_html("*a*"), "<p><em>a</em></p>\n");
}

struct Shape {
  const char* name;
  std::string (*make)(std::size_t size);
};

std::string numbered(std::size_t size, const char* before, const char* after) {
  std::string text;
  for (int i = 0; text.size() < size; ++i) text += before + std::to_string(i) + after;
  return text;
}

// Among them those of CVE-2023-22483 to -22486, -24824, -26485 and -37463.
const Shape kShapes[] = {
    {"wide table",
     [](std::size_t n) {
       return fill("|a", n / 3) + "\n" + fill("|-", n / 3) + "\n" + fill("|b", n / 3) + "\n";
     }},
    {"filled cells",
     [](std::size_t n) {
       return repeat("|h", 223) + "\n" + repeat("|-", 223) + "\n" + fill("|a\n", n);
     }},
    {"delimiter rows that fit nothing",
     [](std::size_t n) { return "a|b\n" + fill("|-\n|-|-|-\n", n); }},
    {"many lines above a table", [](std::size_t n) { return fill("a b\n", n) + "h|\n|-\n"; }},
    // Below 100 KB the limit on expansion is constant: these begin above it.
    {"references",
     [](std::size_t n) {
       return "[a]: " + std::string(n * 2, 'x') + "\n\n" + fill("[a] ", n * 2);
     }},
    {"titles of references",
     [](std::size_t n) {
       return "[a]: b \"" + std::string(n * 2, 'x') + "\"\n\n" + fill("[a] ", n * 2);
     }},
    {"references used once",
     [](std::size_t n) {
       return numbered(n / 2, "[", "]: /u\n") + "\n" + numbered(n / 2, "[", "] ");
     }},
    {"quotes", [](std::size_t n) { return fill("> ", n) + "x"; }},
    {"inlines in quotes", [](std::size_t n) { return fill(">", n / 2) + fill("*a* ", n / 2); }},
    {"blank lines in lists",
     [](std::size_t n) { return fill("- ", n / 2) + "x" + std::string(n / 2, '\n'); }},
    {"blank lines in lists in a quote",
     [](std::size_t n) { return "> " + fill("- ", n / 2) + "x\n" + fill(">\n", n / 2); }},
    {"footnotes in footnotes", [](std::size_t n) { return fill("[^a]: ", n) + "x"; }},
    {"footnote references", [](std::size_t n) { return "[^a]: x\n\n" + fill("[^a] ", n); }},
    {"footnote definitions", [](std::size_t n) { return numbered(n, "[^", "]: x\n\n"); }},
    {"thematic breaks that are none", [](std::size_t n) { return fill("* ", n) + "a"; }},
    {"strikethrough of two lengths", [](std::size_t n) { return "~a " + fill("b~~ ", n); }},
    {"images, then links", [](std::size_t n) { return fill("![", n / 2) + fill("[a](b)", n / 2); }},
    {"openers of images", [](std::size_t n) { return fill("![l", n); }},
    {"brackets", [](std::size_t n) { return std::string(n / 2, '[') + std::string(n / 2, ']'); }},
    {"links that do not end", [](std::size_t n) { return fill("[a](<b", n); }},
    {"emphasis", [](std::size_t n) { return fill("*a_ ", n); }},
    {"emphasis that closes nothing", [](std::size_t n) { return fill("a** ", n); }},
    {"underscores",
     [](std::size_t n) { return std::string(n / 2, '_') + "." + std::string(n / 2, '_'); }},
    {"backticks",
     [](std::size_t n) {
       std::string text;
       for (std::size_t i = 1; text.size() < n; ++i) text += "e" + std::string(i, '`');
       return text;
     }},
    {"processing instructions", [](std::size_t n) { return fill("a <?", n); }},
    {"declarations", [](std::size_t n) { return fill("a <!A ", n); }},
    {"CDATA", [](std::size_t n) { return fill("a <![CDATA[", n); }},
    {"comments", [](std::size_t n) { return fill("a <!--", n); }},
    {"attributes", [](std::size_t n) { return fill("<a b='", n); }},
    {"domains with underscores", [](std::size_t n) { return fill("_www.", n); }},
    {"parentheses behind an address",
     [](std::size_t n) { return "http://a.b/" + std::string(n, ')'); }},
    {"semicolons behind an address", [](std::size_t n) { return "http://a.b/" + fill("&a;", n); }},
    {"e-mail addresses", [](std::size_t n) { return fill("a@b.c ", n); }},
    {"at signs", [](std::size_t n) { return fill("a@", n); }},
    {"colons", [](std::size_t n) { return fill("a:", n); }},
    {"control characters", [](std::size_t n) { return std::string(n, '\0'); }},
    {"ampersands", [](std::size_t n) { return std::string(n, '&'); }},
};

TEST(MarkdownLimits, TimeIsLinear) {
  for (const Shape& shape : kShapes)
    expect_linear_time(shape.name, shape.make,
                       [](const std::string& text) { render_markdown(text); });
}

}  // namespace
}  // namespace articles
