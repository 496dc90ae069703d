// The number ranges of the exchanges: what trades under which numbers.
//
// Sources, and how certain they are: A the text of an exchange, B several code tables or reports
// that agree, C one table or common knowledge.
//   SSE guide no. 4 of 2024-07-02 (上证函〔2024〕1724号): the first digits of Shanghai (A)
//   code tables of SZSE and BSE; the change of BSE to 920 on 2025-10-09 (B)
//   HKEX: derivative warrants 2008-04-07, CBBC 2008-11-03, RMB products 2011-2012 (A)
#pragma once

#include <cstdint>
#include <string_view>

#include "articles/stock_code.h"

namespace articles {

// The kind of name that ends directly before a bracket: 贵州茅台（600519）.
enum class NameHint : std::uint8_t {
  None,     // no name
  Company,  // could be a company
  ShareB,   // could be a company, and ends in B: 200xxx is also a month of the years 2000 to 2009
  Fund,     // ends in ETF, LOF or 基金
  Bond,     // ends in 转债
  Index,    // ends in 指数, or in the number of an index such as 沪深300
};

struct CodeRange {
  std::string_view prefix;
  Exchange exchange;
  StockKind kind;
  bool bare;      // whether six digits without an exchange are read as a code of this range
  NameHint name;  // the kind of name that makes a number in brackets a code of this range; None: no
                  // name does
};

// For a number on an exchange, the first row that matches counts.
// clang-format off
inline constexpr CodeRange kCodeRanges[] = {
    {"920", Exchange::Beijing, StockKind::Stock, true, NameHint::Company},            // A
    {"900", Exchange::Shanghai, StockKind::Stock, true, NameHint::ShareB},         // A, in US dollars
    {"600", Exchange::Shanghai, StockKind::Stock, true, NameHint::Company},           // B
    {"601", Exchange::Shanghai, StockKind::Stock, true, NameHint::Company},           // B
    {"603", Exchange::Shanghai, StockKind::Stock, true, NameHint::Company},           // B
    {"605", Exchange::Shanghai, StockKind::Stock, true, NameHint::Company},           // B
    {"688", Exchange::Shanghai, StockKind::Stock, true, NameHint::Company},           // B, STAR
    {"689", Exchange::Shanghai, StockKind::Stock, true, NameHint::Company},           // B, STAR receipts
    {"6", Exchange::Shanghai, StockKind::Stock, true, NameHint::None},          // A
    {"580", Exchange::Shanghai, StockKind::Warrant, false, NameHint::None},     // C
    {"5", Exchange::Shanghai, StockKind::Fund, true, NameHint::Fund},          // A
    {"110", Exchange::Shanghai, StockKind::Bond, true, NameHint::Bond},        // B
    {"111", Exchange::Shanghai, StockKind::Bond, true, NameHint::Bond},        // C
    {"113", Exchange::Shanghai, StockKind::Bond, true, NameHint::Bond},        // B
    {"118", Exchange::Shanghai, StockKind::Bond, true, NameHint::Bond},        // C, STAR
    {"132", Exchange::Shanghai, StockKind::Bond, true, NameHint::None},         // C
    {"1", Exchange::Shanghai, StockKind::Bond, false, NameHint::None},          // A
    {"000", Exchange::Shanghai, StockKind::Index, false, NameHint::Index},     // A
    {"0", Exchange::Shanghai, StockKind::Bond, false, NameHint::None},          // A, treasury
    {"204", Exchange::Shanghai, StockKind::Repo, false, NameHint::None},        // C
    {"2", Exchange::Shanghai, StockKind::Bond, false, NameHint::None},          // A
    {"3", Exchange::Shanghai, StockKind::Preferred, false, NameHint::None},     // A
    {"7", Exchange::Shanghai, StockKind::Subscription, false, NameHint::None},  // A
    {"9", Exchange::Shanghai, StockKind::Stock, false, NameHint::None},         // A
    {"000", Exchange::Shenzhen, StockKind::Stock, true, NameHint::Company},           // B
    {"001", Exchange::Shenzhen, StockKind::Stock, true, NameHint::Company},           // B
    {"002", Exchange::Shenzhen, StockKind::Stock, true, NameHint::Company},           // B
    {"003", Exchange::Shenzhen, StockKind::Stock, true, NameHint::Company},           // B
    {"200", Exchange::Shenzhen, StockKind::Stock, true, NameHint::ShareB},         // B, in HK dollars
    {"201", Exchange::Shenzhen, StockKind::Stock, false, NameHint::None},       // B
    {"300", Exchange::Shenzhen, StockKind::Stock, true, NameHint::Company},           // B, ChiNext
    {"301", Exchange::Shenzhen, StockKind::Stock, true, NameHint::Company},           // B
    {"302", Exchange::Shenzhen, StockKind::Stock, true, NameHint::Company},           // B
    {"15", Exchange::Shenzhen, StockKind::Fund, true, NameHint::Fund},         // B
    {"16", Exchange::Shenzhen, StockKind::Fund, true, NameHint::Fund},         // B
    {"18", Exchange::Shenzhen, StockKind::Fund, true, NameHint::Fund},         // B
    {"123", Exchange::Shenzhen, StockKind::Bond, true, NameHint::Bond},        // B
    {"127", Exchange::Shenzhen, StockKind::Bond, true, NameHint::Bond},        // B
    {"128", Exchange::Shenzhen, StockKind::Bond, true, NameHint::Bond},        // B
    {"131", Exchange::Shenzhen, StockKind::Repo, false, NameHint::None},        // B
    {"140", Exchange::Shenzhen, StockKind::Preferred, false, NameHint::None},   // B
    {"1", Exchange::Shenzhen, StockKind::Bond, false, NameHint::None},          // B
    {"03", Exchange::Shenzhen, StockKind::Warrant, false, NameHint::None},      // B
    {"399", Exchange::Shenzhen, StockKind::Index, true, NameHint::Index},      // B
    {"98", Exchange::Shenzhen, StockKind::Index, false, NameHint::None},        // C, CNI
    {"97", Exchange::Shenzhen, StockKind::Index, false, NameHint::None},        // C, CNI
    {"43", Exchange::Beijing, StockKind::BseOrNeeq, true, NameHint::Company},         // A
    {"83", Exchange::Beijing, StockKind::BseOrNeeq, true, NameHint::Company},         // A
    {"87", Exchange::Beijing, StockKind::BseOrNeeq, true, NameHint::Company},         // A
    {"899", Exchange::Beijing, StockKind::Index, false, NameHint::Index},      // C
    {"88", Exchange::Beijing, StockKind::BseOrNeeq, true, NameHint::None},      // B
    {"400", Exchange::Beijing, StockKind::BseOrNeeq, false, NameHint::None},    // B, delisted A
    {"420", Exchange::Beijing, StockKind::BseOrNeeq, false, NameHint::None},    // B, delisted B
    {"0280", Exchange::HongKong, StockKind::Fund, false, NameHint::None},       // C
    {"0281", Exchange::HongKong, StockKind::Fund, false, NameHint::None},       // C
    {"0282", Exchange::HongKong, StockKind::Fund, false, NameHint::None},       // C
    {"0283", Exchange::HongKong, StockKind::Fund, false, NameHint::None},       // C
    {"0284", Exchange::HongKong, StockKind::Fund, false, NameHint::None},       // C
    {"030", Exchange::HongKong, StockKind::Fund, false, NameHint::None},        // C
    {"031", Exchange::HongKong, StockKind::Fund, false, NameHint::None},        // C
    {"072", Exchange::HongKong, StockKind::Fund, false, NameHint::None},        // C, leveraged
    {"090", Exchange::HongKong, StockKind::Fund, false, NameHint::None},        // C, in US dollars
    {"091", Exchange::HongKong, StockKind::Fund, false, NameHint::None},        // C
    {"0", Exchange::HongKong, StockKind::Stock, false, NameHint::None},         // A
    {"1", Exchange::HongKong, StockKind::Warrant, false, NameHint::None},       // A
    {"2", Exchange::HongKong, StockKind::Warrant, false, NameHint::None},       // A
    {"6", Exchange::HongKong, StockKind::Cbbc, false, NameHint::None},          // A
    {"80", Exchange::HongKong, StockKind::Stock, false, NameHint::None},        // A, in renminbi
    {"81", Exchange::HongKong, StockKind::Stock, false, NameHint::None},        // A
    {"82", Exchange::HongKong, StockKind::Stock, false, NameHint::None},        // A
    {"83", Exchange::HongKong, StockKind::Stock, false, NameHint::None},        // A
    {"89", Exchange::HongKong, StockKind::Warrant, false, NameHint::None},      // A
};
// clang-format on

// The range of a number on an exchange, or nullptr.
const CodeRange* range_on(Exchange exchange, std::string_view number);

// Whether the exchange is known to list such numbers: the range is given by three digits or more,
// or is read from bare digits. SH202103 is a month.
bool is_listed(Exchange exchange, std::string_view number);

// The range of six digits without an exchange, or nullptr.
const CodeRange* range_of_bare_number(std::string_view number);

// The range of a number in brackets behind a name of that kind, or nullptr. Five digits are a
// number of Hong Kong: 0xxxx.
const CodeRange* range_of_named_number(std::string_view number, NameHint name);

}  // namespace articles
