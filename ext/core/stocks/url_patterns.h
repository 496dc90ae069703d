// The element ids, URLs and comments that name a stock, and the format of the code in each.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

// The format of a code behind a known prefix.
enum class CodeFormat : std::uint8_t {
  WithExchange,  // sz300959, SS600517
  HongKong,      // 00700
  Us,            // AAPL
  Fund,          // 510300, or with its exchange: a fund that is listed
  Any,           // with its exchange, or five digits of Hong Kong, or six digits
  Old,           // 0021: Shenzhen before 2003; or as Any
  Xueqiu,        // SH600519, 00700, HKHSI, AAPL, .DJI
  Market,        // 0.300959: behind Eastmoney's market number
  Ths,           // 600519, HK0700: 10jqka
  NetEase,       // 0600519: 0 is Shanghai, 1 Shenzhen
  Futu,          // 01810-HK
  Quotes,        // sh600519,s_sz000001,gb_aapl: a list, each as WithExchange
};

struct UrlPattern {
  std::string_view prefix;
  CodeFormat format;
};

// The ids of Sina's spans. The slot for a live quote repeats the span before it; without an
// exchange its symbol is a US one, which only repeats usstock_ and is not read.
inline constexpr UrlPattern kIdPrefixes[] = {
    {"stock_", CodeFormat::WithExchange},
    {"hkstock_", CodeFormat::WithExchange},
    {"usstock_", CodeFormat::Us},
};
inline constexpr std::string_view kQuoteIdPrefix = "quote_";

// URLs of pages about one stock, without scheme and `www.`. The first that matches counts.
inline constexpr UrlPattern kPagePatterns[] = {
    {"finance.sina.com.cn/realstock/company/", CodeFormat::WithExchange},
    {"biz.finance.sina.com.cn/realstock/company/", CodeFormat::WithExchange},
    {"stock.finance.sina.com.cn/hkstock/quotes/", CodeFormat::HongKong},
    {"stock.finance.sina.com.cn/usstock/quotes/", CodeFormat::Us},
    {"finance.sina.com.cn/stock/usstock/quotes/", CodeFormat::Us},
    {"hq.sinajs.cn/list=", CodeFormat::Quotes},
    {"quote.eastmoney.com/unify/r/", CodeFormat::Market},
    {"quote.eastmoney.com/us/", CodeFormat::Us},
    {"quote.eastmoney.com/hk/", CodeFormat::HongKong},
    {"quote.eastmoney.com/bj/", CodeFormat::Any},
    {"quote.eastmoney.com/concept/", CodeFormat::WithExchange},
    {"quote.eastmoney.com/kcb/", CodeFormat::Any},
    {"quote.eastmoney.com/cyb/", CodeFormat::Any},
    {"quote.eastmoney.com/bond/", CodeFormat::Any},
    {"quote.eastmoney.com/fund/", CodeFormat::Fund},
    {"quote.eastmoney.com/", CodeFormat::WithExchange},
    {"xueqiu.com/S/", CodeFormat::Xueqiu},
    {"info.stcn.com/dc/stock/?stockcode=", CodeFormat::WithExchange},
    {"gu.qq.com/", CodeFormat::WithExchange},
    {"qt.gtimg.cn/q=", CodeFormat::Quotes},
    {"stockpage.10jqka.com.cn/", CodeFormat::Ths},
    {"quotes.money.163.com/", CodeFormat::NetEase},
    {"futunn.com/stock/", CodeFormat::Futu},
};

// Sina's data pages, which name the stock anywhere in their path.
inline constexpr std::string_view kDataHost = "vip.stock.finance.sina.com.cn/";
inline constexpr UrlPattern kDataPathPatterns[] = {
    {"/stockid/", CodeFormat::Any},
    {"/symbol/", CodeFormat::Any},
    {"/code/", CodeFormat::Any},
};

// Eastmoney's fund pages end in the number: /510300.html, /f10/jbgk_510300.html. Most of the funds
// are not listed, although their numbers are also those of shares.
inline constexpr std::string_view kFundHosts[] = {"fund.eastmoney.com/", "fundf10.eastmoney.com/"};

// Sina's quote pages before 2003, on several hosts.
inline constexpr std::string_view kOldHost = "sina.com";
inline constexpr std::string_view kOldQuotes = "/cgi-bin/stock/quote/quote.cgi?symbol=";

// The comment with a page's stocks: <!-- news_keyword_pub,stock,sz300036&sz300053 -->
inline constexpr std::string_view kKeywordPrefix = "news_keyword_pub,stock,";

}  // namespace articles
