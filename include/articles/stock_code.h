// Stock codes: how one is written, and where a page mentions one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

enum class Exchange : std::uint8_t { Shanghai, Shenzhen, Beijing, HongKong, Us };

struct StockCode {
  Exchange exchange = Exchange::Shanghai;
  std::string symbol;  // six digits; five in Hong Kong, or an index in capitals; in the US
                       // capitals, a class behind a dot
};

// Reads one code, blanks around it aside, with its exchange before it (`sz300959`, `SH.600519`,
// `hk700`, `gb_aapl`, `usBRK.A`) or behind it
// (`300959.SZ`, `600519.SS`, `600519.XSHG`, `0700.HK`, `AAPL.US`). ASCII case is ignored. Six
// digits alone are taken by the number ranges of the exchanges. No value: it is no code.
std::optional<StockCode> read_stock_code(std::string_view text);

// Sina's way, which this project calls canonical: `sh600519`, `hk00700`, `usAAPL`.
std::string canonical_code(const StockCode& code);

// The codes that a page marks up, canonical, in order of their first mention, each once: Sina's
// spans, keyword comments and links. What stands in scripts, styles and other attributes than id
// and href is no mention. Linear.
std::vector<std::string> stock_codes(std::string_view html);

}  // namespace articles
