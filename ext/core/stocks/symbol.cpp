#include "stocks/symbol.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "stocks/exchanges.h"

namespace articles {
namespace {

constexpr std::size_t kHongKongDigits = 5;
constexpr std::size_t kMainlandDigits = 6;

bool all_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return ascii_alpha(c); });
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

}  // namespace

std::string StockSymbol::text() const {
  std::string text;
  for (std::size_t left = kLongest; left-- > 0;)
    if (const auto c = static_cast<char>(packed_ >> (8 * left) & 0xFFU); c != '\0') text += c;
  return text;
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), ascii_digit);
}

bool is_us_symbol(std::string_view symbol) {
  constexpr std::size_t kLetters = 5;
  if (same_ignoring_case(symbol, kNasdaqIndex)) return true;
  const bool index = starts_with(symbol, ".") || starts_with(symbol, "$");
  if (index) symbol.remove_prefix(1);
  const std::size_t dot = std::min(symbol.find_first_of(".-"), symbol.size());
  const std::string_view stem = symbol.substr(0, dot);
  if (stem.empty() || stem.size() > kLetters || !all_letters(stem)) return false;
  const std::string_view share_class = symbol.substr(dot);
  return share_class.empty() || (!index && share_class.size() == 2 && ascii_alpha(share_class[1]));
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

}  // namespace articles
