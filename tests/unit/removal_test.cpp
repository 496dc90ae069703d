// What the option `remove` relies on: may_match() never denies a match, and the text of a tree
// without elements is that of the HTML without them.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "articles/html.h"
#include "articles/html_document.h"
#include "html/query/selector_filter.h"

namespace articles {
namespace {

bool may_match(std::string_view selector, std::string_view html) {
  const bool answer = articles::may_match(Selector(selector).list(), html);
  if (!answer) {
    EXPECT_TRUE(HtmlDocument(html).select(Selector(selector)).empty()) << selector << ": " << html;
  }
  return answer;
}

TEST(MayMatch, NeedsEachClassIdAndTag) {
  EXPECT_TRUE(may_match(".ad", "<p class='b ad'>"));
  EXPECT_FALSE(may_match(".ad", "<p class='b Ad'>"));
  EXPECT_TRUE(may_match("#qr", "<p id=qr>"));
  EXPECT_FALSE(may_match("#qr", "<p id=QR>"));
  EXPECT_TRUE(may_match("NAV", "x<nav>"));
  EXPECT_TRUE(may_match("nav", "x<NAV >"));
  EXPECT_FALSE(may_match("nav", "nav < nav <na>"));
  EXPECT_FALSE(may_match("nav.ad", "<nav class=b>"));
  EXPECT_FALSE(may_match("nav.ad", "<div class=ad>"));
  EXPECT_TRUE(may_match("nav > .ad", "<nav><p class=ad>"));
  EXPECT_FALSE(may_match("nav > .ad + p", "<nav><i class=ad>"));
  EXPECT_FALSE(may_match(".aa, .bb, #cc, blink", "<p class=dd>"));
  EXPECT_TRUE(may_match(".aa, .bb, #cc, blink", "<p id=cc>"));
  EXPECT_FALSE(may_match(":is(.aa, .bb)", "<p class=cc>"));
  EXPECT_TRUE(may_match(":where(.aa, .bb)", "<p class=bb>"));
  EXPECT_FALSE(may_match("p:has(> .aa)", "<p class=bb>"));
  EXPECT_FALSE(may_match(".ad", ""));
}

TEST(MayMatch, MatchesWithoutANameAreNotDenied) {
  for (const std::string_view selector :
       {"*", "[title]", ":not(.a)", ":first-child", ":empty", ":not(blink)", "p:not(.a)", "* > *"})
    EXPECT_TRUE(may_match(selector, "<p title=x>")) << selector;
}

TEST(MayMatch, ElementsThatTheParserMakes) {
  const struct {
    const char* selector;
    const char* html;
  } kMade[] = {{"tbody", "<table><tr>"},
               {"tr", "<table><td>"},
               {"colgroup", "<table><col>"},
               {"body", "<html>"},
               {"head", "<!doctype html>"},
               {"html", "<!doctype html>"},
               {"p", "</P>"},
               {"br", "</br>"},
               {"img", "<image>"},
               {"search", "<search>"},
               {"dialog", "<dialog>"},
               {"isindex", "<isindex>"},
               {"form", "<FORM>"},
               {"lineargradient", "<svg><linearGradient>"}};
  for (const auto& [selector, html] : kMade) {
    EXPECT_TRUE(may_match(selector, html)) << selector;
    EXPECT_FALSE(HtmlDocument(html).select(Selector(selector)).empty()) << selector;
  }
  EXPECT_FALSE(may_match("img", "<p>"));
  EXPECT_FALSE(may_match("form", "<isindex>"));
}

TEST(MayMatch, NamesWrittenWithCharacterReferences) {
  EXPECT_TRUE(may_match(".ad", "<p class='&#97;d'>"));
  EXPECT_TRUE(may_match(".ad", "<p class='&#x61;d'>"));
  EXPECT_TRUE(may_match("#a_d", "<p id='a&lowbar;d'>"));
  EXPECT_TRUE(may_match("#a_d", "<p id='a&UnderBar;d'>"));
  EXPECT_TRUE(may_match(".fjord", "<p class='&fjlig;ord'>"));
  EXPECT_TRUE(may_match(".md\\:x", "<p class='md&colon;x'>"));
  EXPECT_TRUE(may_match(".caf\xC3\xA9", "<p class=caf&eacute;>"));
  EXPECT_FALSE(may_match(".ad", "&nbsp;&#8220;&#39;&amp;&#x4e2d;<p class=b>"));
  EXPECT_FALSE(may_match(".caf\xC3\xA9", "<p class=cafe>"));
  EXPECT_FALSE(may_match(".ad", "&# &#; &#x;"));
}

TEST(MayMatch, CharactersThatTheParserReplaces) {
  using namespace std::string_literals;
  EXPECT_TRUE(may_match(".a\\fffd", "<p class='a\0'>"s));
  EXPECT_TRUE(may_match("#a\\a z", "<p id='a\rz'>"));
}

// All strings of `length` pieces.
template <class Use>
void for_all(const std::vector<std::string>& pieces, std::size_t length, Use use) {
  std::vector<std::size_t> number(length, 0);
  for (;;) {
    std::string html;
    for (const std::size_t i : number) html += pieces[i];
    use(html);
    std::size_t digit = 0;
    while (digit < length && ++number[digit] == pieces.size()) number[digit++] = 0;
    if (digit == length || testing::Test::HasFailure()) return;
  }
}

// Pieces of which each combination is parsed, written and parsed again as the same tree.
void compare(const std::vector<std::string>& pieces, std::size_t length) {
  const Selector selector(".x");
  std::size_t removed = 0;
  for_all(pieces, length, [&](const std::string& html) {
    const HtmlDocument document(html);
    const std::vector<std::size_t> elements = document.select(selector);
    removed += elements.empty() ? 0 : 1;
    EXPECT_EQ(document.text_without(elements), strip_html(document.without(elements))) << html;
  });
  EXPECT_GE(removed, 1'000U);
}

TEST(TextWithout, IsTheTextOfTheHtmlWithout) {
  compare({"a", " ", "\n", "<p>", "</p>", "<div class=x>", "</div>", "<i class=x>", "</i>", "<br>"},
          5);
  compare({"a", "<table>", "<tr>", "<td>", "<td class=x>", "<tr class=x>", "</table>",
           "<tbody class=x>"},
          6);
  compare({"a", "<details>", "<summary>", "<summary class=x>", "</summary>", "<i class=x>", "</i>",
           "</details>"},
          6);
  compare({"a", "<math>", "</math>", "<mtr>", "<mtd>", "</mtd>", "<mtd class=x>", "<mi>b</mi>",
           "<maction>", "<mi class=x>c</mi>"},
          5);
  compare({"a", "中", "\n", "<img align=left class=x>", "<img align=left>", "<q class=x>", "<q>",
           "</q>", " "},
          5);
}

TEST(TextWithout, TagsOfThePageHaveNoEffect) {
  const std::string page =
      "<!doctype html>\n<html hidden><head><title>t</title></head>\n<body hidden> <p>a</p> <nav "
      "id=n>b</nav></body></html>";
  const HtmlDocument document(page);
  EXPECT_EQ(document.text_without({}), strip_html(page));
  EXPECT_EQ(document.text_without({}), "a\n\nb");
  EXPECT_EQ(document.text_without(document.select(Selector("body > nav"))), "a");
  EXPECT_EQ(document.text_without(document.select(Selector("title"))), "a\n\nb");
  EXPECT_EQ(document.text_without(document.select(Selector("body"))), "");
  EXPECT_EQ(document.text_without(document.select(Selector("html"))), "");
}

TEST(TextWithout, KeepsTheLineFeedsOfPre) {
  const HtmlDocument document("<pre>\n\na</pre><i>b</i>");
  EXPECT_EQ(document.text_without(document.select(Selector("i"))), "\na");
}

}  // namespace
}  // namespace articles
