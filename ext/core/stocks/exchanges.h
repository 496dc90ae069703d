// The exchanges, and the names they go by in every style.
#pragma once

#include <cstdint>
#include <string_view>

#include "articles/stock_code.h"

namespace articles {

// Where a name of an exchange may stand.
enum NameUse : unsigned {
  kPrefix = 1,       // sh600519, sh.600519
  kSuffix = 2,       // 600519.SH
  kColon = 4,        // SH:600519
  kGlued = 8,        // a prefix in running text, too
  kInBrackets = 16,  // a suffix in brackets alone, in running text
  kNotAlone = 32,    // before a colon in brackets alone, in running text: US: GDP
  kExactCase = 64,   // a prefix in this case alone: USB is a symbol
};

constexpr unsigned style_bit(CodeStyle style) {
  return 1U << static_cast<unsigned>(style);
}
inline constexpr unsigned kSina = style_bit(CodeStyle::Sina);
inline constexpr unsigned kTushare = style_bit(CodeStyle::Tushare);
inline constexpr unsigned kWind = style_bit(CodeStyle::Wind);
inline constexpr unsigned kXueqiu = style_bit(CodeStyle::Xueqiu);
inline constexpr unsigned kYahoo = style_bit(CodeStyle::Yahoo);
inline constexpr unsigned kJoinQuant = style_bit(CodeStyle::JoinQuant);

struct ExchangeAlias {
  std::string_view name;  // as it is written where case matters
  Exchange exchange;
  unsigned uses;
  unsigned styles;  // which styles write it
};

// Xueqiu writes no exchange for Hong Kong and the US, Yahoo none for the US. No style but Sina's,
// Tushare's, Wind's and Xueqiu's is known to have Beijing. Reuters' .A is left out: BRK.A is a
// class of shares.
// clang-format off
inline constexpr ExchangeAlias kAliases[] = {
    {"sh", Exchange::Shanghai, kPrefix | kGlued, kSina},
    {"sz", Exchange::Shenzhen, kPrefix | kGlued, kSina},
    {"bj", Exchange::Beijing, kPrefix | kGlued, kSina},
    {"hk", Exchange::HongKong, kPrefix | kGlued, kSina},
    {"us", Exchange::Us, kPrefix | kExactCase, kSina},
    {"SH", Exchange::Shanghai, kSuffix | kColon, kTushare | kWind | kXueqiu},
    {"SZ", Exchange::Shenzhen, kSuffix | kColon, kTushare | kWind | kXueqiu | kYahoo},
    {"BJ", Exchange::Beijing, kSuffix | kColon, kTushare | kWind | kXueqiu},
    {"HK", Exchange::HongKong, kSuffix | kColon, kTushare | kWind | kYahoo},
    {"US", Exchange::Us, kSuffix | kColon | kNotAlone, kTushare | kWind},
    {"SS", Exchange::Shanghai, kPrefix | kSuffix, kYahoo},
    {"XSHG", Exchange::Shanghai, kSuffix | kColon, kJoinQuant},
    {"XSHE", Exchange::Shenzhen, kSuffix | kColon, kJoinQuant},
    {"XHKG", Exchange::HongKong, kSuffix | kColon, kJoinQuant},
    {"SSE", Exchange::Shanghai, kSuffix | kColon, 0},
    {"SHSE", Exchange::Shanghai, kPrefix | kSuffix | kColon, 0},
    {"SZSE", Exchange::Shenzhen, kPrefix | kSuffix | kColon, 0},
    {"BSE", Exchange::Beijing, kSuffix | kColon, 0},
    {"HKEX", Exchange::HongKong, kSuffix | kColon, 0},
    {"SEHK", Exchange::HongKong, kSuffix | kColon, 0},
    {"NYSE", Exchange::Us, kSuffix | kColon, 0},
    {"NASDAQ", Exchange::Us, kSuffix | kColon, 0},
    {"Nasdaq", Exchange::Us, kColon, 0},
    {"NASD", Exchange::Us, kSuffix | kColon, 0},
    {"AMEX", Exchange::Us, kSuffix | kColon, 0},
    {"O", Exchange::Us, kSuffix | kInBrackets, 0},  // Reuters: Nasdaq
    {"N", Exchange::Us, kSuffix | kInBrackets, 0},  // Reuters: NYSE
    {"上交所", Exchange::Shanghai, kColon, 0},
    {"深交所", Exchange::Shenzhen, kColon, 0},
    {"北交所", Exchange::Beijing, kColon, 0},
    {"港交所", Exchange::HongKong, kColon | kNotAlone, 0},
    {"纽交所", Exchange::Us, kColon | kNotAlone, 0},
    {"纳斯达克", Exchange::Us, kColon | kNotAlone, 0},
    {"s_sh", Exchange::Shanghai, kPrefix, 0},  // Sina's quotes, in short
    {"s_sz", Exchange::Shenzhen, kPrefix, 0},
    {"rt_hk", Exchange::HongKong, kPrefix, 0},
    {"gb_", Exchange::Us, kPrefix, 0},
    {"usr_", Exchange::Us, kPrefix, 0},
};

// Eastmoney's numbers of markets: 1.600519. Beijing has Shenzhen's.
struct MarketNumber {
  std::string_view number;
  Exchange exchange;
};
inline constexpr MarketNumber kMarketNumbers[] = {
    {"0", Exchange::Shenzhen}, {"1", Exchange::Shanghai}, {"116", Exchange::HongKong},
    {"105", Exchange::Us}, {"106", Exchange::Us}, {"107", Exchange::Us},
};

struct ExchangeName {
  Exchange exchange;
  std::string_view name;
};
inline constexpr ExchangeName kExchangeNames[] = {
    {Exchange::Shanghai, "SSE"}, {Exchange::Shenzhen, "SZSE"}, {Exchange::Beijing, "BSE"},
    {Exchange::HongKong, "HKEX"}, {Exchange::Us, "US"},
};

struct StyleName {
  std::string_view name;
  CodeStyle style;
};
inline constexpr StyleName kStyles[] = {
    {"sina", CodeStyle::Sina}, {"tushare", CodeStyle::Tushare}, {"wind", CodeStyle::Wind},
    {"xueqiu", CodeStyle::Xueqiu}, {"yahoo", CodeStyle::Yahoo},
    {"joinquant", CodeStyle::JoinQuant},
};

// US indices that Yahoo knows by a name of its own behind '^', or by Sina's.
struct IndexName {
  std::string_view symbol;
  std::string_view yahoo;
};
inline constexpr IndexName kYahooIndices[] = {
    {".DJI", "^DJI"}, {".IXIC", "^IXIC"}, {".INX", "^GSPC"},
};

// The indices of Hong Kong that have a symbol of letters.
inline constexpr std::string_view kHongKongIndices[] = {"HSI", "HSCEI", "HSCCI", "HSTECH", "VHSI", "GEM"};

// What Xueqiu's feed calls the Nasdaq composite: the one US symbol of six letters.
inline constexpr std::string_view kNasdaqIndex = "NASDAQ";
// clang-format on

}  // namespace articles
