// Stock codes: what one is, and how it is written in each style.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

enum class Exchange : std::uint8_t { Shanghai, Shenzhen, Beijing, HongKong, Us };

// What trades under a number. The ranges of the exchanges tell, for the US the symbol.
enum class StockKind : std::uint8_t {
  Stock,
  Fund,
  Bond,
  Index,
  Warrant,
  Cbbc,  // callable bull/bear contract, Hong Kong
  Repo,
  Preferred,
  Subscription,  // of new shares, and rights
  BseOrNeeq,  // 43, 83, 87: Beijing's exchange before 2025-10-09, or NEEQ; the digits do not tell
  Other,
};

enum class CodeStyle : std::uint8_t { Sina, Tushare, Wind, Xueqiu, Yahoo, JoinQuant };

// A symbol in one word: a page has hundreds of codes, each handed on several times.
class StockSymbol {
 public:
  static constexpr std::size_t kLongest = 7;  // ABCDE.A

  constexpr StockSymbol() = default;
  // REQUIRES: text.size() <= kLongest
  constexpr explicit StockSymbol(std::string_view text) {
    for (const char c : text) packed_ = packed_ << 8 | static_cast<unsigned char>(c);
  }
  std::string text() const;

  // The same for the same symbol alone; the highest byte is 0.
  constexpr std::uint64_t packed() const noexcept { return packed_; }

 private:
  std::uint64_t packed_ = 0;  // the last character lowest
};

struct StockCode {
  Exchange exchange = Exchange::Shanghai;
  StockSymbol symbol;  // six digits; five in Hong Kong, or an index in capitals; in the US
                       // capitals, a class behind a dot, an index behind a dot of its own

  friend bool operator==(const StockCode& a, const StockCode& b) {
    return a.exchange == b.exchange && a.symbol.packed() == b.symbol.packed();
  }
};

// Reads one code, blanks around it aside, in any of the styles: with its exchange before it
// (`sz300959`, `SH.600519`, `hk700`, `gb_aapl`, `HK:03690`, `1.600519`) or behind it (`300959.SZ`,
// `600519.XSHG`, `0700.HK`, `BRK-A.US`, `TSLA.O`), ASCII case and full-width forms aside; or as
// Xueqiu and Yahoo write it without: five digits from 0 on of Hong Kong (`00700`), a US symbol in
// capitals (`AAPL`, `BRK.B`, `.DJI`, `^DJI`). Six digits alone are taken by the number ranges of
// the exchanges. No value: it is no code.
std::optional<StockCode> read_stock_code(std::string_view text);

// The code as that style writes it, so that read_stock_code() reads the same code; no value: the
// style cannot say it.
// REQUIRES: the code is one that read_stock_code() gives
std::optional<std::string> write_stock_code(const StockCode& code, CodeStyle style);

// Sina's way, which this project calls canonical and which can say every code: `sh600519`,
// `hk00700`, `usAAPL`.
std::string canonical_code(const StockCode& code);

// `sina`, `tushare` …; no value: it is none.
std::optional<CodeStyle> code_style(std::string_view name);

// `sina, tushare, …`, for messages.
std::string code_style_names();

StockKind kind_of(const StockCode& code);

// `stock`, `fund` …, and `bse_or_neeq`.
std::string_view kind_name(StockKind kind);

// `SSE`, `SZSE`, `BSE`, `HKEX`, `US`
std::string_view exchange_name(Exchange exchange);

}  // namespace articles
