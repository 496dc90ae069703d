#include "stocks/symbol.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "stocks/exchanges.h"

namespace articles {
namespace {

bool all_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), ascii_alpha);
}

StockSymbol us_symbol(std::string_view written) {
  std::string symbol(written);
  for (char& c : symbol) c = c == '-' || c == '$' ? '.' : ascii_upper(c);
  return StockSymbol(symbol);
}

std::optional<StockCode> hong_kong_code(std::string_view symbol) {
  for (const std::string_view index : kHongKongIndices)
    if (same_ignoring_case(symbol, index)) return StockCode{Exchange::HongKong, StockSymbol(index)};
  if (!all_digits(symbol) || symbol.size() > kHongKongDigits ||
      symbol.find_first_not_of('0') == std::string_view::npos)
    return std::nullopt;
  std::string number(kHongKongDigits - symbol.size(), '0');
  number += symbol;
  return StockCode{Exchange::HongKong, StockSymbol(number)};
}

bool starts_with_name_of(std::string_view text, const ExchangeAlias& alias) {
  if (text.empty() || ascii_lower(text[0]) != ascii_lower(alias.name[0])) return false;
  return (alias.uses & kCaseSensitive) != 0 ? starts_with(text, alias.name)
                                            : starts_with_ignoring_case(text, alias.name);
}

}  // namespace

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), ascii_digit);
}

bool is_us_symbol(std::string_view symbol) {
  constexpr std::size_t kLetters = 5;
  if (same_ignoring_case(symbol, kNasdaqIndex)) return true;
  const bool is_index = starts_with(symbol, ".") || starts_with(symbol, "$");
  if (is_index) symbol.remove_prefix(1);
  const std::size_t dot = std::min(symbol.find_first_of(".-"), symbol.size());
  const std::string_view stem = symbol.substr(0, dot);
  if (stem.empty() || stem.size() > kLetters || !all_letters(stem)) return false;
  const std::string_view share_class = symbol.substr(dot);
  return share_class.empty() ||
         (!is_index && share_class.size() == 2 && ascii_alpha(share_class[1]));
}

std::optional<StockCode> make_code(Exchange exchange, std::string_view symbol) {
  switch (exchange) {
    case Exchange::Us:
      if (!is_us_symbol(symbol)) return std::nullopt;
      return StockCode{exchange, us_symbol(symbol)};
    case Exchange::HongKong:
      return hong_kong_code(symbol);
    default:
      if (symbol.size() != kMainlandDigits || !all_digits(symbol)) return std::nullopt;
      return StockCode{exchange, StockSymbol(symbol)};
  }
}

std::optional<StockCode> read_prefixed_code(std::string_view text) {
  for (const ExchangeAlias& alias : kExchangeAliases) {
    if ((alias.uses & kPrefix) == 0) continue;
    if (!starts_with_name_of(text, alias)) continue;
    std::string_view symbol = text.substr(alias.name.size());
    if (alias.exchange != Exchange::Us && starts_with(symbol, ".")) symbol.remove_prefix(1);
    if (std::optional<StockCode> code = make_code(alias.exchange, symbol)) return code;
  }
  return std::nullopt;
}

}  // namespace articles
