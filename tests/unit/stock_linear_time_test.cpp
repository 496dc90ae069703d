// stock_mentions() and read_byline() take linear time, whatever the input.
#include <gtest/gtest.h>

#include <string>

#include "../support/linear_time.h"
#include "articles/byline.h"
#include "articles/stock_mentions.h"

namespace articles {
namespace {

struct Shape {
  const char* name;
  const char* head;      // written once
  const char* repeated;  // written until the input is long enough
  const char* tail;      // written once
};

std::string input_of(const Shape& shape, std::size_t bytes) {
  std::string input = shape.head;
  while (input.size() < bytes) input += shape.repeated;
  return input += shape.tail;
}

constexpr Shape kShapes[] = {
    {"text", "", "贵州茅台公布年报，净利润增长。", ""},
    {"codes", "", "贵州茅台（600519）、", ""},
    {"opening tags", "", "<", ""},
    {"tags without an end", "", "<a ", ""},
    {"end tags without an end", "", "</a ", ""},
    {"empty end tags", "", "</", ""},
    {"comments without an end", "", "<!--", ""},
    {"comments that almost end", "<!--", "--", ""},
    {"declarations without an end", "", "<!x", ""},
    {"quotes without an end", "", "<a id=\"", ""},
    {"attributes", "<a ", "id=stock_sh600519 ", ">"},
    {"ids with references", "", "<a id=stock&#95;sh600519>", ""},
    {"scripts without an end", "", "<script>", ""},
    {"end tags in a script", "<script>", "</scrip", ""},
    {"text areas", "", "<textarea></textare>", ""},
    {"nested inline tags", "贵州茅台（", "<b>", "600519</b>）"},
    {"inline tags around each number", "", "贵州茅台（<b>600519</b>", ""},
    {"inline tags before a bracket", "", "<b>（<i>", "600519"},
    {"numbers in inline tags", "", "<b>600519</b>", ""},
    {"long inline tags behind numbers", "",
     "贵州茅台（600519<b title='xxxxxxxxxxxxxxxxxxxxxxxxxx'>", ""},
    {"digits", "", "6", ""},
    {"numbers", "", "600519 ", ""},
    {"numbers in a list", "股票代码：", "600519、", ""},
    {"labels", "", "股票代码：", ""},
    {"labels and brackets", "", "股票代码（", "600519"},
    {"opening brackets", "", "（", "600519）"},
    {"ASCII opening brackets", "", "(", ""},
    {"closing brackets", "贵州茅台（600519", "）", ""},
    {"spaces", "贵州茅台（", " ", "600519）"},
    {"spaces behind a number", "贵州茅台（600519", " ", "）"},
    {"letters", "", "A", ".US"},
    {"suffixes", "", "A.US", ""},
    {"dots", "", ".", ""},
    {"colons", "", ":", ""},
    {"full-width colons", "", "：", ""},
    {"exchanges and colons", "", "NYSE:", ""},
    {"dollars", "", "$", ""},
    {"cashtags without an end", "", "$贵州茅台(", ""},
    {"cashtags", "", "$贵州茅台(SH600519)", ""},
    {"schemes", "", "http://", ""},
    {"addresses", "http://xueqiu.com/S/", "a/", ""},
    {"quotes of Sina", "http://hq.sinajs.cn/list=", "sh600519,", ""},
    {"keywords", "<!-- news_keyword_pub,stock,", "sz300036&", "-->"},
    {"references", "", "&amp;", ""},
    {"references without an end", "", "&", ""},
    {"numeric references", "", "&#65297;", ""},
    {"full-width digits", "", "６", ""},
    {"full-width numbers", "", "贵州茅台（６００５１９）", ""},
    {"tables", "", "<table>", ""},
    {"tables without an end", "", "<table><tr><td>证券代码<td>600519", ""},
    {"rows", "<table><tr><th>证券代码</th></tr>", "<tr><td>600519</td></tr>", ""},
    {"cells", "<table><tr>", "<td>", ""},
    {"wide cells", "<table><tr>", "<td colspan=1000 rowspan=1000>代码", ""},
    {"text of a cell", "<table><tr><td>", "证券代码", ""},
    {"code elements", "", "<code>", "$BABA"},
    {"spans", "", "<span id=stock_sz300959>线上线下</span>", ""},
    {"spans without names", "", "<span id=stock_sz300959>", ""},
    {"links", "", "<a href=https://xueqiu.com/S/SH600519>", ""},
    {"bytes that are not UTF-8", "", "\xEF\xE4\xFF", ""},
    {"sources", "", "来源：", ""},
    {"sources in lines", "", "来源：示例日报\n", ""},
    {"sources in paragraphs", "", "<p>来源：示例日报</p>", ""},
    {"editors", "", "责任编辑：", ""},
    {"editors in a line", "", "责任编辑：甲乙_NT6056 ", ""},
    {"editors and brackets", "责任编辑：", "（", ""},
    {"editors and matched brackets", "责任编辑：", "（）", ""},
    {"titles and brackets", "原标题：", "（", ""},
    {"titles and sources", "原标题：", " 来源：甲", ""},
    {"titles and sources without a value", "原标题：", " 来源", ""},
    {"titles and dates", "来源：", " 1", ""},
    {"roles", "", "（记者 ", ""},
    {"roles in brackets", "", "（记者 王某）", ""},
    {"roles in a line", "", "记者", ""},
    {"names", "来源：示例\n", "王某 ", ""},
    {"classes", "<p class='", "appendQr_wrap2 ", "'>"},
    {"left-out elements", "", "<div class=appendQr_wrap>", ""},
    {"inline tags and texts", "", "<b>甲</b>", ""},
};

// The times here are computed, not measured: a busy machine cannot change the outcome.
TEST(LinearTime, QuadraticTimeIsReported) {
  const auto quadratic = [](std::size_t bytes) { return 1e-12 * double(bytes) * double(bytes); };
  EXPECT_EQ(superlinear_growth(quadratic),
            "the time of 262144, 524288 and 1048576 bytes grows by factors of 4 and 4");
}

TEST(LinearTime, LinearTimeIsNotReported) {
  EXPECT_EQ(superlinear_growth([](std::size_t bytes) { return 1e-8 * double(bytes); }), "");
}

TEST(LinearTime, BusyMomentIsMeasuredAgain) {
  int measured = 0;
  const auto busy_once = [&](std::size_t bytes) {
    return 1e-8 * double(bytes) * (++measured == 4 ? 10 : 1);
  };
  EXPECT_EQ(superlinear_growth(busy_once), "");
}

TEST(LinearTime, OneStepIsNotReported) {
  const auto step = [](std::size_t bytes) {
    return 1e-8 * double(bytes) * (bytes > 500'000 ? 5 : 1);
  };
  EXPECT_EQ(superlinear_growth(step, 1 << 20), "");
}

TEST(StockLinearTime, StockMentions) {
  for (const Shape& shape : kShapes)
    expect_linear_time(
        shape.name, [&](std::size_t bytes) { return input_of(shape, bytes); },
        [](const std::string& input) { stock_mentions(input); });
}

TEST(StockLinearTime, ReadByline) {
  for (const Shape& shape : kShapes)
    expect_linear_time(
        shape.name, [&](std::size_t bytes) { return input_of(shape, bytes); },
        [](const std::string& input) { read_byline(input); });
}

}  // namespace
}  // namespace articles
