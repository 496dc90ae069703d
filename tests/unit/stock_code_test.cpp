#include "articles/stock_code.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "articles/stock_mentions.h"
#include "base/json.h"
#include "stocks/code_ranges.h"
#include "stocks/exchanges.h"

namespace articles {
namespace {

std::string canonical(std::string_view text) {
  const std::optional<StockCode> code = read_stock_code(text);
  return code ? canonical_code(*code) : "";
}

struct Written {
  const char* text;
  const char* code;  // "" if the text is not a code
};

class StockCodeWritten : public testing::TestWithParam<Written> {};

TEST_P(StockCodeWritten, IsThatCode) {
  EXPECT_EQ(canonical(GetParam().text), GetParam().code) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Forms, StockCodeWritten,
    testing::Values(
        Written{"sz300959", "sz300959"}, Written{" SZ300959\n", "sz300959"},
        Written{"300959.SZ", "sz300959"}, Written{"600519.SS", "sh600519"},
        Written{"600519.XSHG", "sh600519"}, Written{"sh.600519", "sh600519"},
        Written{"920819.BJ", "bj920819"}, Written{"hk700", "hk00700"},
        Written{"0700.HK", "hk00700"}, Written{"hkHSI", "hkHSI"}, Written{"usAAPL", "usAAPL"},
        Written{"gb_aapl", "usAAPL"}, Written{"brk-a.us", "usBRK.A"}, Written{"usBRK.A", "usBRK.A"},
        Written{"us.DJI", "us.DJI"}, Written{"gb_$dji", "us.DJI"}, Written{"sh000001", "sh000001"},
        Written{"sz000001", "sz000001"}, Written{"600519", "sh600519"},
        Written{"000001", "sz000001"}, Written{"300959", "sz300959"}, Written{"920819", "bj920819"},
        Written{"900901", "sh900901"}, Written{"430047", "bj430047"}, Written{"510300", "sh510300"},
        Written{"159915", "sz159915"}, Written{"", ""}, Written{"700000", ""}, Written{"12345", ""},
        Written{"sz30095", ""}, Written{"sz3009599", ""}, Written{"hk123456", ""},
        Written{"AAPL", "usAAPL"}, Written{"usTOOLONG", ""}, Written{"茅台", ""}));

TEST(CodeRanges, EachRowCanBeReached) {
  for (const CodeRange& range : kCodeRanges)
    EXPECT_EQ(range_on(range.exchange, range.prefix), &range) << range.prefix;
}

TEST(CodeRanges, BareNumbersBelongToOneExchange) {
  for (const CodeRange& one : kCodeRanges)
    for (const CodeRange& other : kCodeRanges) {
      if (!one.bare || !other.bare || one.exchange == other.exchange) continue;
      EXPECT_NE(one.prefix.substr(0, other.prefix.size()),
                other.prefix.substr(0, one.prefix.size()))
          << one.prefix << " and " << other.prefix;
    }
}

// Every style has exactly one name for Shanghai and one for Shenzhen.
TEST(Exchanges, EachStyleHasOneNameForAnExchange) {
  for (const StyleName& style : kStyles)
    for (const Exchange exchange : {Exchange::Shanghai, Exchange::Shenzhen}) {
      int names = 0;
      for (const ExchangeAlias& alias : kExchangeAliases)
        names += alias.exchange == exchange && (alias.styles & style_bit(style.style)) != 0 ? 1 : 0;
      EXPECT_EQ(names, 1) << style.name;
    }
}

void expect_round_trip(const StockCode& code, int& said) {
  for (const StyleName& style : kStyles) {
    const std::optional<std::string> written = write_stock_code(code, style.style);
    if (!written) continue;
    ++said;
    const std::optional<StockCode> back = read_stock_code(*written);
    ASSERT_TRUE(back && *back == code) << canonical_code(code) << " as " << *written;
  }
}

TEST(CodeStyles, EveryNumberSurvivesEachStyle) {
  int said = 0;
  for (int number = 0; number < 1'000'000; number += 7) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%06d", number);
    for (const Exchange exchange : {Exchange::Shanghai, Exchange::Shenzhen, Exchange::Beijing})
      expect_round_trip({exchange, StockSymbol(digits)}, said);
  }
  for (int number = 1; number < 100'000; ++number) {
    char digits[16];
    std::snprintf(digits, sizeof digits, "%05d", number);
    expect_round_trip({Exchange::HongKong, StockSymbol(digits)}, said);
  }
  EXPECT_EQ(said, 142'858 * (6 + 6 + 4) + 99'999 * 5 + 9'999);
}

TEST(CodeStyles, EveryShortSymbolSurvivesEachStyle) {
  int said = 0;
  std::string symbol;
  for (char a = 'A'; a <= 'Z'; ++a)
    for (char b = 'A'; b <= 'Z'; ++b)
      for (char c = 'A'; c <= 'Z'; ++c) {
        for (const std::string& text :
             {std::string{a, b, c}, std::string{a, b, '.', c}, std::string{'.', a, b, c}})
          expect_round_trip({Exchange::Us, StockSymbol(text)}, said);
      }
  EXPECT_GT(said, 3 * 26 * 26 * 26);
}

std::string codes(std::string_view html) {
  return json_array(stock_codes(html));
}

TEST(StockCodes, Spans) {
  EXPECT_EQ(
      codes(
          R"(<span id="stock_sz300959"><a class=keyword>线上线下</a></span><span id="quote_sz300959"></span>)"),
      R"(["sz300959"])");
  EXPECT_EQ(codes("<span id=stock_sz300053>x</span>"), R"(["sz300053"])");
  EXPECT_EQ(codes("<SPAN class='f_st' ID = 'hkstock_hk00700'>x</SPAN><span id='quote_hk00700'>"),
            R"(["hk00700"])");
  EXPECT_EQ(codes("<span id=\"usstock_BABA\">x</span><span id=\"quote_BABA\">"), R"(["usBABA"])");
  EXPECT_EQ(codes("<span id=quote_BABA></span><span id=stock_market></span><span id=stock_300959>"),
            "[]");
}

TEST(StockCodes, KeywordComments) {
  EXPECT_EQ(codes("<!-- news_keyword_pub,stock,sz300036&sz300053&amp;hk00700 -->"),
            R"(["sz300036","sz300053","hk00700"])");
  EXPECT_EQ(codes("<!--news_keyword_pub,stock,sz000927-->"), R"(["sz000927"])");
  EXPECT_EQ(codes("<!-- news_keyword_pub,stock, -->"), "[]");
  EXPECT_EQ(codes("<!-- article_adlist sz300036 -->"), "[]");
}

TEST(StockCodes, Links) {
  EXPECT_EQ(codes(R"(<a href="https://finance.sina.com.cn/realstock/company/sz300959/nc.shtml">)"),
            R"(["sz300959"])");
  EXPECT_EQ(codes("<a href=http://finance.sina.com.cn/realstock/company/sh600519>"),
            R"(["sh600519"])");
  EXPECT_EQ(codes("<a href='//stock.finance.sina.com.cn/hkstock/quotes/00700.html'>"),
            R"(["hk00700"])");
  EXPECT_EQ(codes("<a href='http://stock.finance.sina.com.cn/usstock/quotes/BRK.A.html'>"),
            R"(["usBRK.A"])");
  EXPECT_EQ(codes("<a href='http://stock.finance.sina.com.cn/usstock/quotes/.DJI.html'>"),
            R"(["us.DJI"])");
  EXPECT_EQ(codes("<a href='http://finance.sina.com.cn/stock/usstock/quotes/AAPL.html'>"),
            R"(["usAAPL"])");
  EXPECT_EQ(
      codes("<a "
            "href='http://vip.stock.finance.sina.com.cn/corp/go.php/vCI_CorpInfo/stockid/"
            "600519.phtml'>"
            "<a href='http://vip.stock.finance.sina.com.cn/quotes/symbol/sh688256.phtml'>"
            "<a href='http://vip.stock.finance.sina.com.cn/CompanyNews/page/1/code/09660/.phtml'>"),
      R"(["sh600519","sh688256","hk09660"])");
  EXPECT_EQ(
      codes("<a href='http://finance.sina.com.cn/cgi-bin/stock/quote/quote.cgi?symbol=0021'>"),
      R"(["sz000021"])");
  EXPECT_EQ(codes("<a href='https://example.com/finance.sina.com.cn/realstock/company/sz300959'>"),
            "[]");
}

TEST(StockCodes, DistinctCodesByFirstMention) {
  EXPECT_EQ(codes("<span id=stock_sh600519></span><span id=stock_sz300959></span><span "
                  "id=stock_sh600519></span>"),
            R"(["sh600519","sz300959"])");
}

TEST(StockCodes, OtherMarkupMentionsNoCode) {
  EXPECT_EQ(codes(""), "[]");
  EXPECT_EQ(codes("<script>'<span id=stock_sz300959>'</script>"), "[]");
  EXPECT_EQ(codes("<style><span id=stock_sz300959></style>"), "[]");
  EXPECT_EQ(codes("<img alt='id=stock_sz300959' src='stock_sz300959.png' data-id=stock_sz300959>"),
            "[]");
  EXPECT_EQ(codes("text id=stock_sz300959 < id=stock_sz300959"), "[]");
  EXPECT_EQ(codes("<!-- <span id=stock_sz300959> -->"), "[]");
}

}  // namespace
}  // namespace articles
