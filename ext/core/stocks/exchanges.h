// The exchanges and their names in every style.
#pragma once

#include <cstdint>
#include <string_view>

#include "articles/stock_code.h"

namespace articles {

// How an exchange's name may be combined with a code; a bit set.
enum NameUse : unsigned {
  kPrefix = 1,                 // sh600519, sh.600519
  kSuffix = 2,                 // 600519.SH
  kBeforeColon = 4,            // SH:600519
  kPrefixInText = 8,           // kPrefix also counts in running text
  kSuffixInBracketsOnly = 16,  // in running text, kSuffix counts only in brackets: TSLA.O
  kColonInBracketsOnly = 32,   // in running text, kBeforeColon counts only in brackets: US: GDP
  kCaseSensitive = 64,         // kPrefix counts only in this case: USB is a symbol
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
  std::string_view name;  // as written where case matters
  Exchange exchange;
  unsigned uses;    // NameUse
  unsigned styles;  // the styles that write this name
};

// Xueqiu writes no exchange for Hong Kong and the US, Yahoo none for the US. Only Sina, Tushare,
// Wind and Xueqiu are known to cover Beijing. Reuters' .A is left out because BRK.A is a class of
// shares.
// clang-format off
inline constexpr ExchangeAlias kExchangeAliases[] = {
    {"sh", Exchange::Shanghai, kPrefix | kPrefixInText, kSina},
    {"sz", Exchange::Shenzhen, kPrefix | kPrefixInText, kSina},
    {"bj", Exchange::Beijing, kPrefix | kPrefixInText, kSina},
    {"hk", Exchange::HongKong, kPrefix | kPrefixInText, kSina},
    {"us", Exchange::Us, kPrefix | kCaseSensitive, kSina},
    {"SH", Exchange::Shanghai, kSuffix | kBeforeColon, kTushare | kWind | kXueqiu},
    {"SZ", Exchange::Shenzhen, kSuffix | kBeforeColon, kTushare | kWind | kXueqiu | kYahoo},
    {"BJ", Exchange::Beijing, kSuffix | kBeforeColon, kTushare | kWind | kXueqiu},
    {"HK", Exchange::HongKong, kSuffix | kBeforeColon, kTushare | kWind | kYahoo},
    {"US", Exchange::Us, kSuffix | kBeforeColon | kColonInBracketsOnly, kTushare | kWind},
    {"SS", Exchange::Shanghai, kPrefix | kSuffix, kYahoo},
    {"XSHG", Exchange::Shanghai, kSuffix | kBeforeColon, kJoinQuant},
    {"XSHE", Exchange::Shenzhen, kSuffix | kBeforeColon, kJoinQuant},
    {"XHKG", Exchange::HongKong, kSuffix | kBeforeColon, kJoinQuant},
    {"SSE", Exchange::Shanghai, kSuffix | kBeforeColon, 0},
    {"SHSE", Exchange::Shanghai, kPrefix | kSuffix | kBeforeColon, 0},
    {"SZSE", Exchange::Shenzhen, kPrefix | kSuffix | kBeforeColon, 0},
    {"BSE", Exchange::Beijing, kSuffix | kBeforeColon, 0},
    {"HKEX", Exchange::HongKong, kSuffix | kBeforeColon, 0},
    {"SEHK", Exchange::HongKong, kSuffix | kBeforeColon, 0},
    {"NYSE", Exchange::Us, kSuffix | kBeforeColon, 0},
    {"NASDAQ", Exchange::Us, kSuffix | kBeforeColon, 0},
    {"Nasdaq", Exchange::Us, kBeforeColon, 0},
    {"NASD", Exchange::Us, kSuffix | kBeforeColon, 0},
    {"AMEX", Exchange::Us, kSuffix | kBeforeColon, 0},
    {"O", Exchange::Us, kSuffix | kSuffixInBracketsOnly, 0},  // Reuters: Nasdaq
    {"N", Exchange::Us, kSuffix | kSuffixInBracketsOnly, 0},  // Reuters: NYSE
    {"上交所", Exchange::Shanghai, kBeforeColon, 0},
    {"深交所", Exchange::Shenzhen, kBeforeColon, 0},
    {"北交所", Exchange::Beijing, kBeforeColon, 0},
    {"港交所", Exchange::HongKong, kBeforeColon | kColonInBracketsOnly, 0},
    {"纽交所", Exchange::Us, kBeforeColon | kColonInBracketsOnly, 0},
    {"纳斯达克", Exchange::Us, kBeforeColon | kColonInBracketsOnly, 0},
    {"s_sh", Exchange::Shanghai, kPrefix, 0},  // Sina's quotes, in short
    {"s_sz", Exchange::Shenzhen, kPrefix, 0},
    {"rt_hk", Exchange::HongKong, kPrefix, 0},
    {"gb_", Exchange::Us, kPrefix, 0},
    {"usr_", Exchange::Us, kPrefix, 0},
};

// Eastmoney's market numbers: 1.600519. Beijing has the same number as Shenzhen.
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

// US indices: the symbol of Sina, and Yahoo's name for it.
struct IndexName {
  std::string_view symbol;
  std::string_view yahoo;
};
inline constexpr IndexName kYahooIndices[] = {
    {".DJI", "^DJI"}, {".IXIC", "^IXIC"}, {".INX", "^GSPC"},
};

// The Hong Kong indices with a symbol of letters.
inline constexpr std::string_view kHongKongIndices[] = {"HSI", "HSCEI", "HSCCI", "HSTECH", "VHSI", "GEM"};

// The Nasdaq composite as Xueqiu writes it: the only US symbol of six letters.
inline constexpr std::string_view kNasdaqIndex = "NASDAQ";
// clang-format on

}  // namespace articles
