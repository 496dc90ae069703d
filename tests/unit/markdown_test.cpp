#include "articles/markdown.h"

#include <gtest/gtest.h>

#include "articles/html.h"

namespace articles {
namespace {

struct Case {
  const char* section;  // of https://github.github.com/gfm/
  const char* markdown;
  const char* html;
};

// One or more for each section, and what a user of GitHub's dialect relies on.
constexpr Case kCases[] = {
    {"tabs", "\tx\ty\n", "<pre><code>x\ty\n</code></pre>\n"},
    {"tabs", "```\nx\ty\n```\n", "<pre><code>x\ty\n</code></pre>\n"},
    {"precedence", "- `a\n- b`\n", "<ul>\n<li>`a</li>\n<li>b`</li>\n</ul>\n"},
    {"thematic breaks", "a\n\n* * *\nb\n", "<p>a</p>\n<hr />\n<p>b</p>\n"},
    {"ATX headings", "## A #\n#b\n", "<h2>A</h2>\n<p>#b</p>\n"},
    {"setext headings", "A\nb\n---\n", "<h2>A\nb</h2>\n"},
    {"setext headings", "[f]: /r\n---\n[f]\n", "<p>---\n<a href=\"/r\">f</a></p>\n"},
    {"indented code blocks", "a\n    b\n\n    c < d\n",
     "<p>a\nb</p>\n<pre><code>c &lt; d\n</code></pre>\n"},
    {"fenced code blocks", "~~~ cpp x\n*a*\n~~~\t\nb\n",
     "<pre><code class=\"language-cpp\">*a*\n</code></pre>\n<p>b</p>\n"},
    {"fenced code blocks", "<!-- c -->\n\n  ```\n  a\n  ```\n",
     "<!-- c -->\n<pre><code>a\n</code></pre>\n"},
    {"HTML blocks", "<div>\n*a*\n\n*b*\n</div>\n", "<div>\n*a*\n<p><em>b</em></p>\n</div>\n"},
    {"HTML blocks", "<title>a</title>\n", "<title>a</title>\n"},
    {"link reference definitions", "[A b]: <x y> 'T'\n\n[a  B]\n",
     "<p><a href=\"x%20y\" title=\"T\">a  B</a></p>\n"},
    {"paragraphs", "  a\n  b\n\nc\n", "<p>a\nb</p>\n<p>c</p>\n"},
    {"blank lines", "\n\n\na\n\n\n", "<p>a</p>\n"},
    {"tables", "| 代码 | 名称 |\n|-|-|\n| 600519 | 茅台 |\n",
     "<table>\n<thead>\n<tr>\n<th>代码</th>\n<th>名称</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
     "<td>600519</td>\n<td>茅台</td>\n</tr>\n</tbody>\n</table>\n"},
    {"tables", "a|b|c|d\n:-:|:-|-:|--\n1||3\n",
     "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n<th align=\"left\">b</th>\n"
     "<th align=\"right\">c</th>\n<th>d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
     "<td align=\"center\">1</td>\n<td align=\"left\"></td>\n<td "
     "align=\"right\">3</td>\n<td></td>\n"
     "</tr>\n</tbody>\n</table>\n"},
    {"tables", "two\nlines \\| above\n|a|\n|-|\n",
     "<p>two\nlines | above</p>\n<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n"},
    {"tables", "|a|b|c|\n|-|-|\n", "<p>|a|b|c|\n|-|-|</p>\n"},
    {"tables", "|a|\n|-|\n|`b \\| c`|\n",
     "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>b | c</code>"
     "</td>\n</tr>\n</tbody>\n</table>\n"},
    {"tables", "|a|\n|-|\n# b\n",
     "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n<h1>b</h1>\n"},
    {"tables", "|a|\n|-|\n```\nb\n```\n",
     "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n<pre><code>b\n</code></"
     "pre>\n"},
    {"tables", "|a|\n|-|\n<div>b</div>\n",
     "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n<div>b</div>\n"},
    {"block quotes", "> a\nb\n> - c\n",
     "<blockquote>\n<p>a\nb</p>\n<ul>\n<li>c</li>\n</ul>\n</blockquote>\n"},
    {"list items", "3. a\n\n   b\n", "<ol start=\"3\">\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>\n"},
    {"task list items", "- [ ] a\n- [x] b\n",
     "<ul>\n<li><input type=\"checkbox\" disabled=\"\" /> a</li>\n"
     "<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> b</li>\n</ul>\n"},
    {"lists", "- a\n- b\n+ c\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ul>\n<li>c</li>\n</ul>\n"},
    {"backslash escapes", "\\*a\\* \\z\n", "<p>*a* \\z</p>\n"},
    {"character references", "&copy; &#x4E2D; &#0; &bogus;\n", "<p>© 中 \uFFFD &amp;bogus;</p>\n"},
    {"character references", "&#xFFFE; &#65535;\n", "<p>\uFFFE \uFFFF</p>\n"},
    {"code spans", "`` a`b `` `*c*`\n", "<p><code>a`b</code> <code>*c*</code></p>\n"},
    {"emphasis", "*a* **b** ***c*** _d_e\n",
     "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> _d_e</p>\n"},
    {"emphasis", "[茅台](https://x)大涨**10%**，\n",
     "<p><a href=\"https://x\">茅台</a>大涨<strong>10%</strong>，</p>\n"},
    {"emphasis", "2*3 [x](/a*b) 4\n", "<p>2*3 <a href=\"/a*b\">x</a> 4</p>\n"},
    {"emphasis", "src/**/*.js\n", "<p>src/**/*.js</p>\n"},
    {"emphasis", "**!*!**\n", "<p><strong>!*!</strong></p>\n"},
    {"strikethrough", "~a~ ~~b~~ ~~~c~~~ ~d~~\n",
     "<p><del>a</del> <del>b</del> ~~~c~~~ ~d~~</p>\n"},
    {"strikethrough", "10~20 倍，见[主页](https://e.com/~u/)。\n",
     "<p>10~20 倍，见<a href=\"https://e.com/~u/\">主页</a>。</p>\n"},
    {"links", "[a](<b c> \"d\") [e](f(g)h)\n",
     "<p><a href=\"b%20c\" title=\"d\">a</a> <a href=\"f(g)h\">e</a></p>\n"},
    {"images", "![a *b*](c \"d\")\n", "<p><img src=\"c\" alt=\"a b\" title=\"d\" /></p>\n"},
    {"autolinks", "<https://a.b/?c&d> <e@f.g>\n",
     "<p><a href=\"https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a> "
     "<a href=\"mailto:e@f.g\">e@f.g</a></p>\n"},
    {"autolinks (extension)", "见 https://a.b/c(d)). www.e.f, g@h.i! mailto:j@k.l\n",
     "<p>见 <a href=\"https://a.b/c(d)\">https://a.b/c(d)</a>). "
     "<a href=\"http://www.e.f\">www.e.f</a>, <a href=\"mailto:g@h.i\">g@h.i</a>! "
     "<a href=\"mailto:j@k.l\">mailto:j@k.l</a></p>\n"},
    {"autolinks (extension)", "https://a.b/?c&amp;d&lt; www.a_b.c\n",
     "<p><a href=\"https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a>&lt; www.a_b.c</p>\n"},
    {"raw HTML", "a<b title='c'>d</b><!-- e -->\n", "<p>a<b title='c'>d</b><!-- e --></p>\n"},
    {"raw HTML", "<\nhttp://x>\n", "<p>&lt;\n<a href=\"http://x%3E\">http://x&gt;</a></p>\n"},
    {"hard line breaks", "a  \nb\\\nc\n", "<p>a<br />\nb<br />\nc</p>\n"},
    {"soft line breaks", "a\nb\n", "<p>a\nb</p>\n"},
    {"textual content", "a < b & \"c\"\n", "<p>a &lt; b &amp; &quot;c&quot;</p>\n"},
};

TEST(Markdown, EachSectionOfGithubsDialect) {
  for (const Case& one : kCases) {
    SCOPED_TRACE(one.section);
    EXPECT_EQ(markdown_html(one.markdown), one.html) << one.markdown;
  }
}

TEST(Markdown, EmptyText) {
  EXPECT_EQ(markdown_html(""), "");
}

TEST(Markdown, FootnotesAreShownBelowTheText) {
  EXPECT_EQ(strip_html(markdown_html("正文[^1]。\n\n[^1]: 见年报。\n")), "正文1。\n\n见年报。 ↩");
}

TEST(Markdown, BracketsThatAreNotFootnotesStayText) {
  EXPECT_EQ(markdown_html("见[^中文\n*b*]。\n"), "<p>见[^中文\n<em>b</em>]。</p>\n");
  EXPECT_EQ(markdown_html("[^a\n[^b]]\n"), "<p>[^a\n[^b]]</p>\n");
  EXPECT_EQ(markdown_html("[\\^a]中\n"), "<p>[^a]中</p>\n");
  EXPECT_EQ(markdown_html("[&#94;*label*]中\n"), "<p>[^<em>label</em>]中</p>\n");
  EXPECT_EQ(markdown_html("![\\^a]中\n"), "<p>![^a]中</p>\n");
  EXPECT_EQ(markdown_html("![\\^a]\n\nb\n"), "<p>![^a]</p>\n<p>b</p>\n");
  EXPECT_EQ(markdown_html("[^*a*]\n\n|[^b]|\n|-|\n"),
            "<p>[^*a*]</p>\n<table>\n<thead>\n<tr>\n<th>[^b]</th>\n</tr>\n</thead>\n</table>\n");
}

TEST(Markdown, ItsTextIsWhatAReaderSees) {
  EXPECT_EQ(strip_html(markdown_html(
                "| a | b |\n| --- | --- |\n| 1 | 2 |\n\n- x\n- y\n\n```\ncode  line\n```\n")),
            "a\tb\n1\t2\nx\ny\ncode  line\n");
}

TEST(Markdown, NulIsReplacedAndAByteOrderMarkSkipped) {
  EXPECT_EQ(markdown_html(std::string_view("\xEF\xBB\xBF# a\0b\n", 9)), "<h1>a\uFFFDb</h1>\n");
}

}  // namespace
}  // namespace articles
