#include "articles/stock_code.h"

#include <algorithm>
#include <iterator>

#include "articles/ascii.h"
#include "exchanges.h"
#include "folded_text.h"
#include "stock_ranges.h"
#include "stock_symbol.h"

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
    if (text == index.yahoo) return StockCode{Exchange::Us, std::string(index.symbol)};
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

std::string write_xueqiu(const StockCode& code) {
  if (code.exchange == Exchange::HongKong && ascii_alpha(code.symbol[0])) return "HK" + code.symbol;
  return std::string(name_in(code.exchange, CodeStyle::Xueqiu)) + code.symbol;
}

std::optional<std::string> write_yahoo_us(const std::string& symbol) {
  for (const IndexName& index : kYahooIndices)
    if (index.symbol == symbol) return std::string(index.yahoo);
  if (symbol[0] == '.' || symbol == kNasdaqIndex) return std::nullopt;
  std::string text = symbol;
  std::replace(text.begin(), text.end(), '.', '-');
  return text;
}

std::optional<std::string> write_with_suffix(const StockCode& code, CodeStyle style) {
  const std::string_view name = name_in(code.exchange, style);
  if (name.empty() || code.symbol[0] == '.' || code.symbol == kNasdaqIndex) return std::nullopt;
  std::string symbol = code.symbol;
  if (code.exchange == Exchange::HongKong) {
    if (ascii_alpha(symbol[0])) return std::nullopt;
    if (style == CodeStyle::Yahoo && symbol[0] == '0') symbol.erase(0, 1);
  }
  return symbol + "." + std::string(name);
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
    text = write_yahoo_us(code.symbol);
  else
    text = write_with_suffix(code, style);
  // Where the style's writing means another code, such as HKHSI, it cannot say this one.
  const std::optional<StockCode> back = text ? read_stock_code(*text) : std::nullopt;
  return back && *back == code ? text : std::nullopt;
}

std::string canonical_code(const StockCode& code) {
  return std::string(name_in(code.exchange, CodeStyle::Sina)) + code.symbol;
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
  if (code.exchange == Exchange::Us)
    return code.symbol[0] == '.' || code.symbol == kNasdaqIndex ? StockKind::Index
                                                                : StockKind::Stock;
  if (!ascii_digit(code.symbol[0])) return StockKind::Index;
  const NumberRange* const range = range_on(code.exchange, code.symbol);
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
