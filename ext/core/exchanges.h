// The exchanges, the names they go by, and who lists which numbers.
#pragma once

#include <string_view>

#include "articles/stock_code.h"

namespace articles {

struct ExchangeName {
  std::string_view name;  // lower case
  Exchange exchange;
};

// Before the symbol, a dot or nothing between; the first of an exchange is the canonical one.
inline constexpr ExchangeName kPrefixes[] = {
    {"sh", Exchange::Shanghai},   {"sz", Exchange::Shenzhen},   {"bj", Exchange::Beijing},
    {"hk", Exchange::HongKong},   {"us", Exchange::Us},         {"ss", Exchange::Shanghai},
    {"s_sh", Exchange::Shanghai}, {"s_sz", Exchange::Shenzhen}, {"rt_hk", Exchange::HongKong},
    {"gb_", Exchange::Us},        {"usr_", Exchange::Us},
};

// Behind the symbol and a dot.
inline constexpr ExchangeName kSuffixes[] = {
    {"sh", Exchange::Shanghai},   {"ss", Exchange::Shanghai},   {"xshg", Exchange::Shanghai},
    {"sse", Exchange::Shanghai},  {"sz", Exchange::Shenzhen},   {"xshe", Exchange::Shenzhen},
    {"szse", Exchange::Shenzhen}, {"bj", Exchange::Beijing},    {"bse", Exchange::Beijing},
    {"hk", Exchange::HongKong},   {"hkex", Exchange::HongKong}, {"sehk", Exchange::HongKong},
    {"xhkg", Exchange::HongKong}, {"us", Exchange::Us},
};

struct NumberRange {
  std::string_view prefix;
  Exchange exchange;
};

// Which exchange a six-digit number alone belongs to; the first prefix that fits counts. Sources:
// SSE guide no. 4 of 2024-07-02 (first digits), notices and code tables of SZSE and BSE.
inline constexpr NumberRange kNumberRanges[] = {
    {"920", Exchange::Beijing},  {"900", Exchange::Shanghai}, {"6", Exchange::Shanghai},
    {"5", Exchange::Shanghai},   {"110", Exchange::Shanghai}, {"111", Exchange::Shanghai},
    {"113", Exchange::Shanghai}, {"118", Exchange::Shanghai}, {"132", Exchange::Shanghai},
    {"000", Exchange::Shenzhen}, {"001", Exchange::Shenzhen}, {"002", Exchange::Shenzhen},
    {"003", Exchange::Shenzhen}, {"200", Exchange::Shenzhen}, {"300", Exchange::Shenzhen},
    {"301", Exchange::Shenzhen}, {"302", Exchange::Shenzhen}, {"15", Exchange::Shenzhen},
    {"16", Exchange::Shenzhen},  {"18", Exchange::Shenzhen},  {"123", Exchange::Shenzhen},
    {"127", Exchange::Shenzhen}, {"128", Exchange::Shenzhen}, {"399", Exchange::Shenzhen},
    {"43", Exchange::Beijing},   {"83", Exchange::Beijing},   {"87", Exchange::Beijing},
    {"88", Exchange::Beijing},
};

}  // namespace articles
