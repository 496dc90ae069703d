// The symbol of a stock on its exchange.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "articles/stock_code.h"

namespace articles {

// The digits of a code: on the mainland all are written, in Hong Kong leading zeros may be missing.
inline constexpr std::size_t kMainlandDigits = 6;
inline constexpr std::size_t kHongKongDigits = 5;

// Whether every character is a digit; true for "".
bool all_digits(std::string_view text);

// Whether `symbol` is a US symbol, in any case: AAPL, BRK.A, BRK-A, or an index as .DJI or $dji.
bool is_us_symbol(std::string_view symbol);

// The code with that symbol. Leading zeros of a Hong Kong number are added, letters become
// capitals. No value if the exchange has no such symbols.
std::optional<StockCode> make_code(Exchange exchange, std::string_view symbol);

// Reads a code that begins with its exchange: sz300959, SH.600519, gb_aapl, usBRK.A.
std::optional<StockCode> read_prefixed_code(std::string_view text);

}  // namespace articles
