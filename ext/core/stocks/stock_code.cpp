#include "articles/stock_code.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "stocks/code_ranges.h"
#include "stocks/exchanges.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

std::optional<StockCode> read_suffixed_code(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  for (const ExchangeAlias& alias : kExchangeAliases)
    if ((alias.uses & kSuffix) != 0 && same_ignoring_case(text.substr(dot + 1), alias.name))
      return make_code(alias.exchange, text.substr(0, dot));
  return std::nullopt;
}

std::optional<StockCode> read_code_after_colon(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = trim_spaces(text.substr(0, colon));
  for (const ExchangeAlias& alias : kExchangeAliases)
    if ((alias.uses & kBeforeColon) != 0 && same_ignoring_case(name, alias.name))
      return make_code(alias.exchange, trim_spaces(text.substr(colon + 1)));
  return std::nullopt;
}

// Eastmoney's form: 1.600519.
std::optional<StockCode> read_market_number_code(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view symbol = text.substr(dot + 1);
  for (const MarketNumber& market : kMarketNumbers) {
    if (text.substr(0, dot) != market.number) continue;
    if (market.exchange == Exchange::Us && !is_us_symbol(symbol)) return std::nullopt;
    const CodeRange* const range = range_of_bare_number(symbol);
    const bool beijing = market.exchange == Exchange::Shenzhen && range != nullptr &&
                         range->exchange == Exchange::Beijing;
    return make_code(beijing ? Exchange::Beijing : market.exchange, symbol);
  }
  return std::nullopt;
}

std::optional<StockCode> read_bare_number(std::string_view text) {
  if (!all_digits(text)) return std::nullopt;
  if (text.size() == 5 && text[0] == '0') return make_code(Exchange::HongKong, text);
  if (text.size() != 6) return std::nullopt;
  const CodeRange* const range = range_of_bare_number(text);
  return range == nullptr ? std::nullopt : make_code(range->exchange, text);
}

// Capitals only, and neither an index of Hong Kong such as HSI nor a suffix such as .SH.
bool is_bare_us_symbol(std::string_view text) {
  constexpr std::size_t kShortestIndex = 4;
  const bool all_capital = std::none_of(text.begin(), text.end(),
                                        [](char c) { return c != ascii_upper(c) || c == '$'; });
  if (!all_capital || is_one_of(text, kHongKongIndices)) return false;
  return !starts_with(text, ".") || text.size() >= kShortestIndex;
}

// AAPL, BRK.B, .DJI or ^DJI.
std::optional<StockCode> read_bare_symbol(std::string_view text) {
  for (const IndexName& index : kYahooIndices)
    if (text == index.yahoo) return StockCode{Exchange::Us, StockSymbol(index.symbol)};
  return is_bare_us_symbol(text) ? make_code(Exchange::Us, text) : std::nullopt;
}

std::string_view exchange_name_in(Exchange exchange, CodeStyle style) {
  const auto* const found = std::find_if(
      std::begin(kExchangeAliases), std::end(kExchangeAliases), [&](const ExchangeAlias& alias) {
        return alias.exchange == exchange && (alias.styles & style_bit(style)) != 0;
      });
  return found == std::end(kExchangeAliases) ? std::string_view() : found->name;
}

// Whether the code is an index with a symbol instead of a number.
bool is_named_index(const StockCode& code) {
  const std::string symbol = code.symbol.text();
  if (code.exchange == Exchange::Us) return symbol[0] == '.' || symbol == kNasdaqIndex;
  return !ascii_digit(symbol[0]);
}

std::string concatenated(std::string_view name, const StockCode& code) {
  std::string text(name);
  return text += code.symbol.text();
}

std::string write_xueqiu(const StockCode& code) {
  if (code.exchange == Exchange::HongKong && is_named_index(code)) return concatenated("HK", code);
  return concatenated(exchange_name_in(code.exchange, CodeStyle::Xueqiu), code);
}

std::optional<std::string> write_yahoo_us(const StockCode& code) {
  for (const IndexName& index : kYahooIndices)
    if (index.symbol == code.symbol.text()) return std::string(index.yahoo);
  if (is_named_index(code)) return std::nullopt;
  std::string text = code.symbol.text();
  std::replace(text.begin(), text.end(), '.', '-');
  return text;
}

std::optional<std::string> write_with_suffix(const StockCode& code, CodeStyle style) {
  const std::string_view name = exchange_name_in(code.exchange, style);
  if (name.empty() || is_named_index(code)) return std::nullopt;
  std::string text = code.symbol.text();
  if (code.exchange == Exchange::HongKong && style == CodeStyle::Yahoo && text[0] == '0')
    text.erase(0, 1);
  text += '.';
  return text += name;
}

}  // namespace

std::string StockSymbol::text() const {
  std::string text;
  for (std::size_t left = kLongest; left-- > 0;)
    if (const auto c = static_cast<char>(packed_ >> (8 * left) & 0xFFU); c != '\0') text += c;
  return text;
}

std::optional<StockCode> read_stock_code(std::string_view text) {
  std::string folded;
  if (text.find_first_of("\xC2\xE3\xEF") != std::string_view::npos) {
    folded = fold_width(text);
    text = folded;
  }
  text = trim_spaces(text);
  for (const auto read : {read_prefixed_code, read_suffixed_code, read_code_after_colon,
                          read_market_number_code, read_bare_number, read_bare_symbol})
    if (std::optional<StockCode> code = read(text)) return code;
  return std::nullopt;
}

std::optional<std::string> write_stock_code(const StockCode& code, CodeStyle style) {
  std::optional<std::string> text;
  if (style == CodeStyle::Sina)
    text = canonical_code(code);
  else if (style == CodeStyle::Xueqiu)
    text = write_xueqiu(code);
  else if (style == CodeStyle::Yahoo && code.exchange == Exchange::Us)
    text = write_yahoo_us(code);
  else
    text = write_with_suffix(code, style);
  // The style has no form for the code if its form is read as another code, as usHKHSI is.
  const std::optional<StockCode> back = text ? read_stock_code(*text) : std::nullopt;
  return back && *back == code ? text : std::nullopt;
}

std::string canonical_code(const StockCode& code) {
  return concatenated(exchange_name_in(code.exchange, CodeStyle::Sina), code);
}

std::optional<CodeStyle> code_style(std::string_view name) {
  for (const StyleName& style : kStyles)
    if (style.name == name) return style.style;
  return std::nullopt;
}

std::string code_style_names() {
  std::string names;
  for (const StyleName& style : kStyles)
    names += (names.empty() ? "" : ", ") + std::string(style.name);
  return names;
}

StockKind kind_of(const StockCode& code) {
  if (is_named_index(code)) return StockKind::Index;
  if (code.exchange == Exchange::Us) return StockKind::Stock;
  const CodeRange* const range = range_on(code.exchange, code.symbol.text());
  return range == nullptr ? StockKind::Other : range->kind;
}

std::string_view kind_name(StockKind kind) {
  constexpr std::string_view kNames[] = {"stock",        "fund",        "bond", "index",
                                         "warrant",      "cbbc",        "repo", "preferred",
                                         "subscription", "bse_or_neeq", "other"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view exchange_name(Exchange exchange) {
  const auto* const found =
      std::find_if(std::begin(kExchangeNames), std::end(kExchangeNames),
                   [&](const ExchangeName& name) { return name.exchange == exchange; });
  return found->name;
}

}  // namespace articles
