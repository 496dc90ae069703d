// The symbol of a stock on its exchange.
#pragma once

#include <optional>
#include <string_view>

#include "articles/stock_code.h"

namespace articles {

bool all_digits(std::string_view text);

// AAPL, BRK.A, BRK-A; .DJI or $dji is an index. Any case.
bool is_us_symbol(std::string_view symbol);

// The code with that symbol, zeros put before a number of Hong Kong, letters made capitals; no
// value: the exchange has no such symbols.
std::optional<StockCode> make_code(Exchange exchange, std::string_view symbol);

// Reads a code that begins with its exchange: sz300959, SH.600519, gb_aapl, usBRK.A.
std::optional<StockCode> read_prefixed_code(std::string_view text);

}  // namespace articles
