// Stock codes: reading and writing them in the styles of several sites and data services.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

enum class Exchange : std::uint8_t { Shanghai, Shenzhen, Beijing, HongKong, Us };

// What trades under a code, by the number ranges of the exchanges; in the US by the symbol.
enum class StockKind : std::uint8_t {
  Stock,
  Fund,
  Bond,
  Index,
  Warrant,
  Cbbc,  // callable bull/bear contract, Hong Kong
  Repo,
  Preferred,
  Subscription,  // to new shares, and rights
  BseOrNeeq,     // 43, 83, 87: Beijing's exchange before 2025-10-09 or NEEQ, which share the ranges
  Other,
};

enum class CodeStyle : std::uint8_t { Sina, Tushare, Wind, Xueqiu, Yahoo, JoinQuant };

// The symbol of a stock, packed into one word because codes are copied and compared often.
class StockSymbol {
 public:
  static constexpr std::size_t kLongest = 7;  // ABCDE.A

  constexpr StockSymbol() = default;
  // REQUIRES: text.size() <= kLongest
  constexpr explicit StockSymbol(std::string_view text) {
    assert(text.size() <= kLongest);
    for (const char c : text) packed_ = packed_ << 8 | static_cast<unsigned char>(c);
  }
  std::string text() const;

  // Equal for equal symbols only. The highest byte is 0.
  constexpr std::uint64_t packed() const noexcept { return packed_; }

 private:
  std::uint64_t packed_ = 0;  // the last character is the lowest byte
};

struct StockCode {
  Exchange exchange = Exchange::Shanghai;
  // On the mainland six digits. In Hong Kong five digits, or the capitals of an index. In the US
  // capitals; a class of shares follows a dot (BRK.A), an index begins with one (.DJI).
  StockSymbol symbol;

  friend bool operator==(const StockCode& a, const StockCode& b) {
    return a.exchange == b.exchange && a.symbol.packed() == b.symbol.packed();
  }
};

// Reads one code in any style, ignoring white space around it, ASCII case and full-width forms. It
// may have its exchange before it (`sz300959`, `SH.600519`, `hk700`, `gb_aapl`, `HK:03690`,
// `1.600519`) or after it (`300959.SZ`, `600519.XSHG`, `0700.HK`, `BRK-A.US`, `TSLA.O`). Without an
// exchange, five digits from 0 on are a code of Hong Kong (`00700`), six digits are read by the
// number ranges of the exchanges, and capitals are a US symbol (`AAPL`, `BRK.B`, `.DJI`, `^DJI`).
// No value for other text.
std::optional<StockCode> read_stock_code(std::string_view text);

// The code in that style; read_stock_code() reads it back as the same code. No value if the style
// has no such form.
// REQUIRES: the code was returned by read_stock_code()
std::optional<std::string> write_stock_code(const StockCode& code, CodeStyle style);

// The code in Sina's style, which has a form for every code and is the canonical one here:
// `sh600519`, `hk00700`, `usAAPL`.
std::string canonical_code(const StockCode& code);

// The style called `sina`, `tushare` …; no value for another name.
std::optional<CodeStyle> code_style(std::string_view name);

// `sina, tushare, …`: the names of the styles, for messages.
std::string code_style_names();

StockKind kind_of(const StockCode& code);

// `stock`, `fund` …, and `bse_or_neeq`.
std::string_view kind_name(StockKind kind);

// `SSE`, `SZSE`, `BSE`, `HKEX`, `US`
std::string_view exchange_name(Exchange exchange);

}  // namespace articles
