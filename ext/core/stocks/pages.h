// The ids, addresses and comments that name a stock, and how the code stands in each.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

// How a code stands behind what announces it.
enum class Writing : std::uint8_t {
  WithExchange,  // sz300959, SS600517
  HongKong,      // 00700
  Us,            // AAPL
  Any,           // with its exchange, five digits of Hong Kong or six digits
  Old,           // 0021: Shenzhen before 2003
  Xueqiu,        // SH600519, 00700, HKHSI, AAPL, .DJI
  Market,        // 0.300959: Eastmoney's number of the market first
  Ths,           // 600519, HK0700: 10jqka
  NetEase,       // 0600519: 0 is Shanghai, 1 Shenzhen
  Futu,          // 01810-HK
  Quotes,        // sh600519,s_sz000001,gb_aapl: several quotes
};

struct Announced {
  std::string_view by;
  Writing writing;
};

// The ids of Sina's spans. quote_ without an exchange is one of the US, and only repeats usstock_.
inline constexpr Announced kIds[] = {
    {"stock_", Writing::WithExchange},
    {"hkstock_", Writing::WithExchange},
    {"usstock_", Writing::Us},
};
inline constexpr std::string_view kQuoteId = "quote_";

// Addresses of pages about one stock, behind the scheme and www.; the first that fits counts.
inline constexpr Announced kPages[] = {
    {"finance.sina.com.cn/realstock/company/", Writing::WithExchange},
    {"biz.finance.sina.com.cn/realstock/company/", Writing::WithExchange},
    {"stock.finance.sina.com.cn/hkstock/quotes/", Writing::HongKong},
    {"stock.finance.sina.com.cn/usstock/quotes/", Writing::Us},
    {"finance.sina.com.cn/stock/usstock/quotes/", Writing::Us},
    {"hq.sinajs.cn/list=", Writing::Quotes},
    {"quote.eastmoney.com/unify/r/", Writing::Market},
    {"quote.eastmoney.com/us/", Writing::Us},
    {"quote.eastmoney.com/hk/", Writing::HongKong},
    {"quote.eastmoney.com/bj/", Writing::Any},
    {"quote.eastmoney.com/concept/", Writing::WithExchange},
    {"quote.eastmoney.com/", Writing::WithExchange},
    {"xueqiu.com/S/", Writing::Xueqiu},
    {"info.stcn.com/dc/stock/?stockcode=", Writing::WithExchange},
    {"gu.qq.com/", Writing::WithExchange},
    {"qt.gtimg.cn/q=", Writing::Quotes},
    {"stockpage.10jqka.com.cn/", Writing::Ths},
    {"quotes.money.163.com/", Writing::NetEase},
    {"futunn.com/stock/", Writing::Futu},
};

// Sina's data pages name the stock anywhere in their path.
inline constexpr std::string_view kDataHost = "vip.stock.finance.sina.com.cn/";
inline constexpr Announced kDataParts[] = {
    {"/stockid/", Writing::Any},
    {"/symbol/", Writing::Any},
    {"/code/", Writing::Any},
};

// Sina's quotes before 2003, on several hosts.
inline constexpr std::string_view kOldHost = "sina.com";
inline constexpr std::string_view kOldQuotes = "/cgi-bin/stock/quote/quote.cgi?symbol=";

// <!-- news_keyword_pub,stock,sz300036&sz300053 -->
inline constexpr std::string_view kKeywords = "news_keyword_pub,stock,";

}  // namespace articles
