#include "articles/stock_code.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "stocks/exchanges.h"
#include "stocks/ranges.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

std::optional<StockCode> with_suffix(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  for (const ExchangeAlias& alias : kAliases)
    if ((alias.uses & kSuffix) != 0 && same_ignoring_case(text.substr(dot + 1), alias.name))
      return make_code(alias.exchange, text.substr(0, dot));
  return std::nullopt;
}

std::optional<StockCode> with_colon(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = trim_spaces(text.substr(0, colon));
  for (const ExchangeAlias& alias : kAliases)
    if ((alias.uses & kColon) != 0 && same_ignoring_case(name, alias.name))
      return make_code(alias.exchange, trim_spaces(text.substr(colon + 1)));
  return std::nullopt;
}

// 1.600519, as Eastmoney writes it
std::optional<StockCode> with_market_number(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view symbol = text.substr(dot + 1);
  for (const MarketNumber& market : kMarketNumbers) {
    if (text.substr(0, dot) != market.number) continue;
    if (market.exchange == Exchange::Us && !is_us_symbol(symbol)) return std::nullopt;
    const NumberRange* const range = range_alone(symbol);
    const bool beijing = market.exchange == Exchange::Shenzhen && range != nullptr &&
                         range->exchange == Exchange::Beijing;
    return make_code(beijing ? Exchange::Beijing : market.exchange, symbol);
  }
  return std::nullopt;
}

std::optional<StockCode> by_number(std::string_view text) {
  if (!all_digits(text)) return std::nullopt;
  if (text.size() == 5 && text[0] == '0') return make_code(Exchange::HongKong, text);
  if (text.size() != 6) return std::nullopt;
  const NumberRange* const range = range_alone(text);
  return range == nullptr ? std::nullopt : make_code(range->exchange, text);
}

// AAPL, BRK.B, .DJI, ^DJI; not HSI, which is Hong Kong's, nor .SH
std::optional<StockCode> by_symbol(std::string_view text) {
  constexpr std::size_t kShortestIndex = 4;
  for (const IndexName& index : kYahooIndices)
    if (text == index.yahoo) return StockCode{Exchange::Us, StockSymbol(index.symbol)};
  const bool capital = std::none_of(text.begin(), text.end(),
                                    [](char c) { return c != ascii_upper(c) || c == '$'; });
  const bool abroad = std::find(std::begin(kHongKongIndices), std::end(kHongKongIndices), text) !=
                      std::end(kHongKongIndices);
  if (!capital || abroad || (starts_with(text, ".") && text.size() < kShortestIndex))
    return std::nullopt;
  return make_code(Exchange::Us, text);
}

std::string_view name_in(Exchange exchange, CodeStyle style) {
  const auto* const found =
      std::find_if(std::begin(kAliases), std::end(kAliases), [&](const ExchangeAlias& alias) {
        return alias.exchange == exchange && (alias.styles & style_bit(style)) != 0;
      });
  return found == std::end(kAliases) ? std::string_view() : found->name;
}

// An index by a symbol of its own, and no number.
bool is_named_index(const StockCode& code) {
  const std::string symbol = code.symbol.text();
  if (code.exchange == Exchange::Us) return symbol[0] == '.' || symbol == kNasdaqIndex;
  return !ascii_digit(symbol[0]);
}

std::string with_name(std::string_view name, const StockCode& code) {
  std::string text(name);
  return text += code.symbol.text();
}

std::string write_xueqiu(const StockCode& code) {
  if (code.exchange == Exchange::HongKong && is_named_index(code)) return with_name("HK", code);
  return with_name(name_in(code.exchange, CodeStyle::Xueqiu), code);
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
  const std::string_view name = name_in(code.exchange, style);
  if (name.empty() || is_named_index(code)) return std::nullopt;
  std::string text = code.symbol.text();
  if (code.exchange == Exchange::HongKong && style == CodeStyle::Yahoo && text[0] == '0')
    text.erase(0, 1);
  text += '.';
  return text += name;
}

}  // namespace

std::optional<StockCode> read_prefixed_code(std::string_view text) {
  for (const ExchangeAlias& alias : kAliases) {
    if ((alias.uses & kPrefix) == 0) continue;
    const std::string_view name = text.substr(0, alias.name.size());
    const bool same =
        (alias.uses & kExactCase) != 0 ? name == alias.name : same_ignoring_case(name, alias.name);
    if (!same) continue;
    std::string_view symbol = text.substr(alias.name.size());
    if (alias.exchange != Exchange::Us && starts_with(symbol, ".")) symbol.remove_prefix(1);
    if (std::optional<StockCode> code = make_code(alias.exchange, symbol)) return code;
  }
  return std::nullopt;
}

std::optional<StockCode> read_stock_code(std::string_view text) {
  std::string folded;
  if (text.find_first_of("\xC2\xE3\xEF") != std::string_view::npos) {
    folded = fold_width(text);
    text = folded;
  }
  text = trim_spaces(text);
  for (const auto read :
       {read_prefixed_code, with_suffix, with_colon, with_market_number, by_number})
    if (std::optional<StockCode> code = read(text)) return code;
  return by_symbol(text);
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
  // Where the style's writing means another code, such as HKHSI, it cannot say this one.
  const std::optional<StockCode> back = text ? read_stock_code(*text) : std::nullopt;
  return back && *back == code ? text : std::nullopt;
}

std::string canonical_code(const StockCode& code) {
  return with_name(name_in(code.exchange, CodeStyle::Sina), code);
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
  const NumberRange* const range = range_on(code.exchange, code.symbol.text());
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
