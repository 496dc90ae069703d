// Who lists which numbers, and what trades under them.
//
// Sources, and how sure they are: A the text of an exchange, B several code tables or reports that
// agree, C one table or common knowledge.
//   SSE guide no. 4 of 2024-07-02 (上证函〔2024〕1724号): the first digits of Shanghai (A)
//   code tables of SZSE and BSE; the switch of BSE to 920 on 2025-10-09 (B)
//   HKEX: derivative warrants 2008-04-07, CBBC 2008-11-03, RMB products 2011-2012 (A)
#pragma once

#include <cstdint>
#include <string_view>

#include "articles/stock_code.h"

namespace articles {

// What stands before a number in brackets for the number to count: 贵州茅台（600519）.
enum class Beside : std::uint8_t {
  Nothing,    // no name makes it count
  Name,       // a name like that of a company
  ShareB,     // one that ends in B: 200xxx is a month of the years 2000-2009, too
  FundName,   // one that ends in ETF, LOF, 基金
  BondName,   // one that ends in 转债
  IndexName,  // one that ends in 指数 or 300
};

struct NumberRange {
  std::string_view prefix;
  Exchange exchange;
  StockKind kind;
  bool alone;  // whether the six digits alone, as a code that is asked for, are taken for it
  Beside beside;
};

// The first row of an exchange that fits counts.
// clang-format off
inline constexpr NumberRange kNumberRanges[] = {
    {"920", Exchange::Beijing, StockKind::Stock, true, Beside::Name},            // A
    {"900", Exchange::Shanghai, StockKind::Stock, true, Beside::ShareB},         // A, in US dollars
    {"600", Exchange::Shanghai, StockKind::Stock, true, Beside::Name},           // B
    {"601", Exchange::Shanghai, StockKind::Stock, true, Beside::Name},           // B
    {"603", Exchange::Shanghai, StockKind::Stock, true, Beside::Name},           // B
    {"605", Exchange::Shanghai, StockKind::Stock, true, Beside::Name},           // B
    {"688", Exchange::Shanghai, StockKind::Stock, true, Beside::Name},           // B, STAR
    {"689", Exchange::Shanghai, StockKind::Stock, true, Beside::Name},           // B, STAR receipts
    {"6", Exchange::Shanghai, StockKind::Stock, true, Beside::Nothing},          // A
    {"580", Exchange::Shanghai, StockKind::Warrant, false, Beside::Nothing},     // C
    {"5", Exchange::Shanghai, StockKind::Fund, true, Beside::FundName},          // A
    {"110", Exchange::Shanghai, StockKind::Bond, true, Beside::BondName},        // B
    {"111", Exchange::Shanghai, StockKind::Bond, true, Beside::BondName},        // C
    {"113", Exchange::Shanghai, StockKind::Bond, true, Beside::BondName},        // B
    {"118", Exchange::Shanghai, StockKind::Bond, true, Beside::BondName},        // C, STAR
    {"132", Exchange::Shanghai, StockKind::Bond, true, Beside::Nothing},         // C
    {"1", Exchange::Shanghai, StockKind::Bond, false, Beside::Nothing},          // A
    {"000", Exchange::Shanghai, StockKind::Index, false, Beside::IndexName},     // A
    {"0", Exchange::Shanghai, StockKind::Bond, false, Beside::Nothing},          // A, treasury
    {"204", Exchange::Shanghai, StockKind::Repo, false, Beside::Nothing},        // C
    {"2", Exchange::Shanghai, StockKind::Bond, false, Beside::Nothing},          // A
    {"3", Exchange::Shanghai, StockKind::Preferred, false, Beside::Nothing},     // A
    {"7", Exchange::Shanghai, StockKind::Subscription, false, Beside::Nothing},  // A
    {"9", Exchange::Shanghai, StockKind::Stock, false, Beside::Nothing},         // A
    {"000", Exchange::Shenzhen, StockKind::Stock, true, Beside::Name},           // B
    {"001", Exchange::Shenzhen, StockKind::Stock, true, Beside::Name},           // B
    {"002", Exchange::Shenzhen, StockKind::Stock, true, Beside::Name},           // B
    {"003", Exchange::Shenzhen, StockKind::Stock, true, Beside::Name},           // B
    {"200", Exchange::Shenzhen, StockKind::Stock, true, Beside::ShareB},         // B, in HK dollars
    {"201", Exchange::Shenzhen, StockKind::Stock, false, Beside::Nothing},       // B
    {"300", Exchange::Shenzhen, StockKind::Stock, true, Beside::Name},           // B, ChiNext
    {"301", Exchange::Shenzhen, StockKind::Stock, true, Beside::Name},           // B
    {"302", Exchange::Shenzhen, StockKind::Stock, true, Beside::Name},           // B
    {"15", Exchange::Shenzhen, StockKind::Fund, true, Beside::FundName},         // B
    {"16", Exchange::Shenzhen, StockKind::Fund, true, Beside::FundName},         // B
    {"18", Exchange::Shenzhen, StockKind::Fund, true, Beside::FundName},         // B
    {"123", Exchange::Shenzhen, StockKind::Bond, true, Beside::BondName},        // B
    {"127", Exchange::Shenzhen, StockKind::Bond, true, Beside::BondName},        // B
    {"128", Exchange::Shenzhen, StockKind::Bond, true, Beside::BondName},        // B
    {"131", Exchange::Shenzhen, StockKind::Repo, false, Beside::Nothing},        // B
    {"140", Exchange::Shenzhen, StockKind::Preferred, false, Beside::Nothing},   // B
    {"1", Exchange::Shenzhen, StockKind::Bond, false, Beside::Nothing},          // B
    {"03", Exchange::Shenzhen, StockKind::Warrant, false, Beside::Nothing},      // B
    {"399", Exchange::Shenzhen, StockKind::Index, true, Beside::IndexName},      // B
    {"98", Exchange::Shenzhen, StockKind::Index, false, Beside::Nothing},        // C, CNI
    {"97", Exchange::Shenzhen, StockKind::Index, false, Beside::Nothing},        // C, CNI
    {"43", Exchange::Beijing, StockKind::BseOrNeeq, true, Beside::Name},         // A
    {"83", Exchange::Beijing, StockKind::BseOrNeeq, true, Beside::Name},         // A
    {"87", Exchange::Beijing, StockKind::BseOrNeeq, true, Beside::Name},         // A
    {"899", Exchange::Beijing, StockKind::Index, false, Beside::IndexName},      // C
    {"88", Exchange::Beijing, StockKind::BseOrNeeq, true, Beside::Nothing},      // B
    {"400", Exchange::Beijing, StockKind::BseOrNeeq, false, Beside::Nothing},    // B, delisted A
    {"420", Exchange::Beijing, StockKind::BseOrNeeq, false, Beside::Nothing},    // B, delisted B
    {"0280", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},       // C
    {"0281", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},       // C
    {"0282", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},       // C
    {"0283", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},       // C
    {"0284", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},       // C
    {"030", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},        // C
    {"031", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},        // C
    {"072", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},        // C, leveraged
    {"090", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},        // C, in US dollars
    {"091", Exchange::HongKong, StockKind::Fund, false, Beside::Nothing},        // C
    {"0", Exchange::HongKong, StockKind::Stock, false, Beside::Nothing},         // A
    {"1", Exchange::HongKong, StockKind::Warrant, false, Beside::Nothing},       // A
    {"2", Exchange::HongKong, StockKind::Warrant, false, Beside::Nothing},       // A
    {"6", Exchange::HongKong, StockKind::Cbbc, false, Beside::Nothing},          // A
    {"80", Exchange::HongKong, StockKind::Stock, false, Beside::Nothing},        // A, in renminbi
    {"81", Exchange::HongKong, StockKind::Stock, false, Beside::Nothing},        // A
    {"82", Exchange::HongKong, StockKind::Stock, false, Beside::Nothing},        // A
    {"83", Exchange::HongKong, StockKind::Stock, false, Beside::Nothing},        // A
    {"89", Exchange::HongKong, StockKind::Warrant, false, Beside::Nothing},      // A
};
// clang-format on

// The range of a number on an exchange; nullptr: none is known.
const NumberRange* range_on(Exchange exchange, std::string_view number);

// Whether an exchange lists such numbers in particular: of a range that three digits or more tell,
// or that six digits alone are taken for. SH202103 is a month.
bool is_listed(Exchange exchange, std::string_view number);

// The range that six digits alone belong to; nullptr: none.
const NumberRange* range_alone(std::string_view number);

// The range of six digits beside such a name; nullptr: none.
const NumberRange* range_beside(std::string_view number, Beside name);

}  // namespace articles
