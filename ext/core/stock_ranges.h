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
  Exchange exchange;
  std::string_view prefix;
  StockKind kind;
  bool alone;  // whether the six digits alone, as a code that is asked for, are taken for it
  Beside beside;
};

// The first row of an exchange that fits counts.
// clang-format off
inline constexpr NumberRange kNumberRanges[] = {
    {Exchange::Beijing, "920", StockKind::Stock, true, Beside::Name},            // A
    {Exchange::Shanghai, "900", StockKind::Stock, true, Beside::ShareB},         // A, in US dollars
    {Exchange::Shanghai, "600", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shanghai, "601", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shanghai, "603", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shanghai, "605", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shanghai, "688", StockKind::Stock, true, Beside::Name},           // B, STAR
    {Exchange::Shanghai, "689", StockKind::Stock, true, Beside::Name},           // B, STAR receipts
    {Exchange::Shanghai, "6", StockKind::Stock, true, Beside::Nothing},          // A
    {Exchange::Shanghai, "580", StockKind::Warrant, false, Beside::Nothing},     // C
    {Exchange::Shanghai, "5", StockKind::Fund, true, Beside::FundName},          // A
    {Exchange::Shanghai, "110", StockKind::Bond, true, Beside::BondName},        // B
    {Exchange::Shanghai, "111", StockKind::Bond, true, Beside::BondName},        // C
    {Exchange::Shanghai, "113", StockKind::Bond, true, Beside::BondName},        // B
    {Exchange::Shanghai, "118", StockKind::Bond, true, Beside::BondName},        // C, STAR
    {Exchange::Shanghai, "132", StockKind::Bond, true, Beside::Nothing},         // C
    {Exchange::Shanghai, "1", StockKind::Bond, false, Beside::Nothing},          // A
    {Exchange::Shanghai, "000", StockKind::Index, false, Beside::IndexName},     // A
    {Exchange::Shanghai, "0", StockKind::Bond, false, Beside::Nothing},          // A, treasury
    {Exchange::Shanghai, "204", StockKind::Repo, false, Beside::Nothing},        // C
    {Exchange::Shanghai, "2", StockKind::Bond, false, Beside::Nothing},          // A
    {Exchange::Shanghai, "3", StockKind::Preferred, false, Beside::Nothing},     // A
    {Exchange::Shanghai, "7", StockKind::Subscription, false, Beside::Nothing},  // A
    {Exchange::Shanghai, "9", StockKind::Stock, false, Beside::Nothing},         // A
    {Exchange::Shenzhen, "000", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shenzhen, "001", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shenzhen, "002", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shenzhen, "003", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shenzhen, "200", StockKind::Stock, true, Beside::ShareB},         // B, in HK dollars
    {Exchange::Shenzhen, "201", StockKind::Stock, false, Beside::Nothing},       // B
    {Exchange::Shenzhen, "300", StockKind::Stock, true, Beside::Name},           // B, ChiNext
    {Exchange::Shenzhen, "301", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shenzhen, "302", StockKind::Stock, true, Beside::Name},           // B
    {Exchange::Shenzhen, "15", StockKind::Fund, true, Beside::FundName},         // B
    {Exchange::Shenzhen, "16", StockKind::Fund, true, Beside::FundName},         // B
    {Exchange::Shenzhen, "18", StockKind::Fund, true, Beside::FundName},         // B
    {Exchange::Shenzhen, "123", StockKind::Bond, true, Beside::BondName},        // B
    {Exchange::Shenzhen, "127", StockKind::Bond, true, Beside::BondName},        // B
    {Exchange::Shenzhen, "128", StockKind::Bond, true, Beside::BondName},        // B
    {Exchange::Shenzhen, "131", StockKind::Repo, false, Beside::Nothing},        // B
    {Exchange::Shenzhen, "140", StockKind::Preferred, false, Beside::Nothing},   // B
    {Exchange::Shenzhen, "1", StockKind::Bond, false, Beside::Nothing},          // B
    {Exchange::Shenzhen, "03", StockKind::Warrant, false, Beside::Nothing},      // B
    {Exchange::Shenzhen, "399", StockKind::Index, true, Beside::IndexName},      // B
    {Exchange::Shenzhen, "98", StockKind::Index, false, Beside::Nothing},        // C, CNI
    {Exchange::Shenzhen, "97", StockKind::Index, false, Beside::Nothing},        // C, CNI
    {Exchange::Beijing, "43", StockKind::BseOrNeeq, true, Beside::Name},         // A
    {Exchange::Beijing, "83", StockKind::BseOrNeeq, true, Beside::Name},         // A
    {Exchange::Beijing, "87", StockKind::BseOrNeeq, true, Beside::Name},         // A
    {Exchange::Beijing, "899", StockKind::Index, false, Beside::IndexName},      // C
    {Exchange::Beijing, "88", StockKind::BseOrNeeq, true, Beside::Nothing},      // B
    {Exchange::Beijing, "400", StockKind::BseOrNeeq, false, Beside::Nothing},    // B, delisted A
    {Exchange::Beijing, "420", StockKind::BseOrNeeq, false, Beside::Nothing},    // B, delisted B
    {Exchange::HongKong, "0280", StockKind::Fund, false, Beside::Nothing},       // C
    {Exchange::HongKong, "0281", StockKind::Fund, false, Beside::Nothing},       // C
    {Exchange::HongKong, "0282", StockKind::Fund, false, Beside::Nothing},       // C
    {Exchange::HongKong, "0283", StockKind::Fund, false, Beside::Nothing},       // C
    {Exchange::HongKong, "0284", StockKind::Fund, false, Beside::Nothing},       // C
    {Exchange::HongKong, "030", StockKind::Fund, false, Beside::Nothing},        // C
    {Exchange::HongKong, "031", StockKind::Fund, false, Beside::Nothing},        // C
    {Exchange::HongKong, "072", StockKind::Fund, false, Beside::Nothing},        // C, leveraged
    {Exchange::HongKong, "090", StockKind::Fund, false, Beside::Nothing},        // C, in US dollars
    {Exchange::HongKong, "091", StockKind::Fund, false, Beside::Nothing},        // C
    {Exchange::HongKong, "0", StockKind::Stock, false, Beside::Nothing},         // A
    {Exchange::HongKong, "1", StockKind::Warrant, false, Beside::Nothing},       // A
    {Exchange::HongKong, "2", StockKind::Warrant, false, Beside::Nothing},       // A
    {Exchange::HongKong, "6", StockKind::Cbbc, false, Beside::Nothing},          // A
    {Exchange::HongKong, "80", StockKind::Stock, false, Beside::Nothing},        // A, in renminbi
    {Exchange::HongKong, "81", StockKind::Stock, false, Beside::Nothing},        // A
    {Exchange::HongKong, "82", StockKind::Stock, false, Beside::Nothing},        // A
    {Exchange::HongKong, "83", StockKind::Stock, false, Beside::Nothing},        // A
    {Exchange::HongKong, "89", StockKind::Warrant, false, Beside::Nothing},      // A
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
