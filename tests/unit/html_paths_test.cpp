// The fast path gives the parser's text, byte for byte, wherever it takes the HTML.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>

#include "articles/corpus.h"
#include "html/syntax/markup.h"
#include "html/text/inner_text.h"
#include "html/text/one_pass.h"

namespace articles {
namespace {

// false: the fast path declined
bool agrees(std::string_view html) {
  std::string fast;
  if (!try_strip_html(html, fast)) return false;
  EXPECT_EQ(fast, strip_html_by_tree(html)) << html.substr(0, 2000);
  return true;
}

TEST(HtmlPaths, FastPathTakesCommonArticleHtml) {
  EXPECT_TRUE(
      agrees("<div>   \n<p cms-style=\"font-L\">　　中文<span id=\"stock_sz300959\"><a "
             "href=x>线上</a></span></p>\n</div>\n"));
  EXPECT_TRUE(agrees("<p>a<p>b<ul><li>c<li>d<p>e</ul><dl><dt>f<dd>g</dl>"));
  EXPECT_TRUE(agrees("<table><tr><td>1<td>2<tr><td><p>3<table><tr><td>4</table><td>5</table>x"));
  EXPECT_TRUE(agrees("a &amp; b &#8220;c&#x201d; &nbsp; d & e"));
  EXPECT_TRUE(
      agrees("<!DOCTYPE html><html><head><title>t</title><style>s</style></head><body><!-- c "
             "--><h1>h</h1></body></html>"));
  EXPECT_TRUE(
      agrees("<pre>\n a\n  b </pre><br><hr><img src=x> <input type=hidden> <button> b </button>"));
}

TEST(HtmlPaths, FastPathDeclinesHtmlThatNeedsTheParser) {
  for (const std::string_view html :
       {"<b><i></b></i>", "<p><b>x<p>y", "<select><option>a</select>", "<table>x</table>",
        "<td hidden>x</td>", "a &nosuch; b", "<math></math>", "<a><a>", "</br>", "x<a b=", "<!-- x",
        "&amp", "<ruby>x</ruby>", "<button><button>"})
    EXPECT_FALSE(agrees(html)) << html;
}

// Compares every string of `length` pieces: most faults show in a short string.
void compare_all(const std::vector<std::string>& pieces, std::size_t length,
                 std::size_t least_taken) {
  std::vector<std::size_t> number(length, 0);
  std::size_t taken = 0;
  for (;;) {
    std::string html;
    for (const std::size_t i : number) html += pieces[i];
    if (agrees(html)) ++taken;
    if (testing::Test::HasFailure()) return;
    std::size_t digit = 0;
    while (digit < length && ++number[digit] == pieces.size()) number[digit++] = 0;
    if (digit == length) break;
  }
  EXPECT_GE(taken, least_taken) << "the fast path takes too little to be compared";
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfBlocks) {
  compare_all({"", "a", " ", "\n", "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>"}, 5,
              10'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfTables) {
  compare_all({"", "a", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<p>", "<tbody>",
               "<caption>"},
              5, 1'000);
  compare_all({"", "<table>", "</table>", "<tr>", "<td>", "a", " "}, 7, 1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfLists) {
  compare_all({"", "a", "<ul>", "</ul>", "<li>", "</li>", "<p>", "</p>", "<dd>", "<dt>", "<h1>"}, 5,
              1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfInlines) {
  compare_all(
      {"", "a", " ", "<img>", "<button>", "</button>", "<a>", "</a>", "<pre>", "</pre>", "<p>"}, 5,
      1'000);
  compare_all({"中", "\n", "<b>", "</b>", "&#x4e00;", "&nbsp;", "\u200B", "<br>"}, 5, 1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfSvg) {
  compare_all({"<svg>", "a", "<text/>", "<text a=/>", "<text a= />", "<text a='b'/>", "</text>",
               "<g/>", "<g a=b />", "</svg>"},
              5, 1'000);
  compare_all({"", "a", " ", "<svg>", "</svg>", "<text>", "</text>", "<g/>", "<g >", "</g>", "<p>"},
              5, 1'000);
  compare_all({"a", "\n", "<svg/>", "<svg a=b/>", "<svg a= />", "<svg a=b\"/>", "<svg a/>",
               "<svg a='b'/>", "<svg />", "</svg>", "<g/>", "<svg>"},
              5, 1'000);
  compare_all(
      {"", "a", " ", "<svg>", "<text x='1'/>", "<a>", "</a>", "</svg>", "<tspan>", "</tspan>"}, 5,
      1'000);
  compare_all({"a", "<svg>", "<text>", "</text>", "<defs>", "</defs>", "<style>", "</style>",
               "<![CDATA[", "]]>", "</svg>"},
              5, 1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfSvgThatIsNotDrawn) {
  compare_all({"a", " ", "<svg>", "<foo>", "</foo>", "<text>", "</text>", "<g display=none>",
               "</g>", "</svg>", "<svg display=none>"},
              5, 1'000);
  compare_all({"a", "<svg><text>", "</text></svg>", "<foo>", "</foo>", "<tspan>", "</tspan>", "<g>",
               "</g>", "<a xml:space=preserve>", "</a>"},
              5, 1'000);
  compare_all(
      {"a", "<svg", "<text", "<g", " d", " d", "isplay", " display", "=none", ">", "</svg>"}, 5,
      10);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfFloats) {
  compare_all({"a", " ", "\n", "<img align=left>", "<p>", "<br>", "<img>", "<b>", "</b>", "<pre>",
               "<q>", "</q>"},
              5, 10'000);
  compare_all({"中", "\n", " ", "<img align=RIGHT>", "<button>", "</button>", "<iframe align=left>",
               "</iframe>", "<div>", "</div>"},
              5, 1'000);
  compare_all({"a", "<table>", "<tr>", "<td>", "<img align=left>", " ", "</table>", "<q>", "</q>"},
              5, 1'000);
  compare_all({"a", "<img", "<input", " align", "=left", "=\"left \"", "=middle", " al",
               " type=image", " hidden", ">"},
              5, 100);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfQuotations) {
  compare_all(
      {"a", " ", "<q>", "</q>", "<p>", "</p>", "<q hidden>", "<img>", "<br>", "<b>", "</b>"}, 5,
      10'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfHiddenElements) {
  compare_all({"", "a", " ", "<div hidden>", "</div>", "<div>", "<b hidden>", "</b>",
               "<img hidden>", "<p popover>", "</p>"},
              5, 1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfHiddenCells) {
  compare_all({"a", "<table>", "<tr>", "<td>", "<td popover>", "<td hidden>", "<tr popover>",
               "</table>", "<p>"},
              5, 400);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfWidgets) {
  compare_all({"a", "<p hidden>", "<p>", "</p>", "<details>", "</details>", "<summary>",
               "</summary>", "<div hidden>", "</div>", "<video>"},
              5, 1'000);
  compare_all({"", "a", " ", "<details>", "</details>", "<details open>", "<summary>", "</summary>",
               "<details hidden>", "<p>"},
              5, 1'000);
  compare_all({"", "a", " ", "<video>", "</video>", "<audio controls>", "<audio>", "</audio>",
               "<progress hidden>", "</progress>", "<p>"},
              5, 1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfStrayEndTags) {
  compare_all({"a", "</a>", "</b>", "</p>", "</li>", "</h1>", "<h2>", "</x>", "<x>", "</img>",
               "</td>", "<p>"},
              5, 1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfForms) {
  compare_all({"a", "<form>", "</form>", "<!-", "<!", "<?", "</ ", "</", ">", "<!-->", "<p>"}, 5,
              1'000);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfCharacters) {
  std::vector<std::string> pieces;
  for (const char c : std::string("<>a/!-= '\"&;#\n")) pieces.emplace_back(1, c);
  compare_all(pieces, 5, 1'000);
}

// Names are read eight bytes at once where that many are left. Tries every length, case and end of
// a name, at the end of the text and before it.
TEST(HtmlPaths, AgreeOnNamesOfAllLengthsAndEnds) {
  std::size_t taken = 0;
  for (const std::string_view name :
       {"p", "P", "h1", "DIV", "td", "wbr", "span", "TABLE", "strong", "section", "figure-",
        "blockquote", "x-y", "p\x01", "p{", "\u00e9", "P@", "h\x11", "figcaption-longer"})
    for (const std::string_view end :
         {">", "/>", " >", "\t>", "\n>", "\f>", "\r>", " a>", "/", "", "<", "-"})
      for (const std::string_view after : {"", "b", "b c", "text behind </p> it"})
        for (const std::string_view slash : {"", "/"}) {
          const std::string tag =
              "<" + std::string(slash) + std::string(name) + std::string(end) + std::string(after);
          taken += agrees(tag) ? 1 : 0;
          taken += agrees("a" + tag) ? 1 : 0;
        }
  EXPECT_GE(taken, 500U);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfAttributes) {
  compare_all({"<p", "<td", "<input", " hid", " HID", "den", " den", "/", " hidden", " type",
               "=hidden", ">", "a"},
              5, 100);
}

TEST(HtmlPaths, AgreeOnAllShortStringsOfWords) {
  compare_all({"a", " ", "  ", "\n", "\t", "<pre>", "</pre>", "<b>", "<table>", "&#32;", "中"}, 5,
              1'000);
}

// The number of bodies of a folder of the corpora, and of those that the fast path takes.
struct Taken {
  std::size_t files = 0, taken_files = 0, bytes = 0, taken_bytes = 0;
};

Taken compare_folder(const std::filesystem::path& folder, bool html_only) {
  Taken count;
  const CorpusOptions options;
  Scan scan(folder.string(), options, {});
  while (scan.next()) {
    Article& article = scan.article();
    const std::optional<std::string_view> body = article.body();
    if (!body) continue;
    const bool is_html = detect_markup(article.file(), *body) == Markup::Html;
    if (html_only && !is_html) continue;
    const std::string_view html = *article.html();
    ++count.files;
    count.bytes += html.size();
    if (!agrees(html)) continue;
    ++count.taken_files;
    count.taken_bytes += html.size();
  }
  return count;
}

TEST(HtmlPaths, AgreeOnTheCorpora) {
  const char* const corpora = std::getenv("ARTICLES_CORPORA");
  if (corpora == nullptr || !std::filesystem::is_directory(corpora))
    GTEST_SKIP() << "no real files at ARTICLES_CORPORA";
  for (const auto& folder : std::filesystem::directory_iterator(corpora)) {
    if (!folder.is_directory()) continue;
    const std::string name = folder.path().filename().string();
    for (const bool html_only : {true, false}) {
      const Taken count = compare_folder(folder.path(), html_only);
      std::cout << name << (html_only ? ", HTML bodies: " : ", all rendered: ") << count.taken_files
                << " of " << count.files << " files, " << count.taken_bytes << " of " << count.bytes
                << " bytes taken by the fast path\n";
      if (name == "rsshub") {
        EXPECT_EQ(count.taken_files, 21U);
      }
      if (html_only && (name == "golang_site" || name == "odd_hist")) {
        EXPECT_GE(count.taken_bytes * 100, count.bytes * 99) << name;
      }
    }
  }
}

}  // namespace
}  // namespace articles
