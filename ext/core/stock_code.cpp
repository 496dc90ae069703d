#include "articles/stock_code.h"

#include <algorithm>

#include "articles/ascii.h"
#include "exchanges.h"

namespace articles {
namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), ascii_digit);
}

bool all_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return ascii_alpha(c); });
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = ascii_upper(c);
  return result;
}

// AAPL, BRK.A, BRK-A; .DJI is an index
bool is_us_symbol(std::string_view symbol) {
  const bool index = starts_with(symbol, ".") || starts_with(symbol, "$");
  if (index) symbol.remove_prefix(1);
  const std::size_t dot = std::min(symbol.find_first_of(".-"), symbol.size());
  const std::string_view stem = symbol.substr(0, dot);
  if (stem.empty() || stem.size() > 5 || !all_letters(stem)) return false;
  const std::string_view share_class = symbol.substr(dot);
  return share_class.empty() || (!index && share_class.size() == 2 && ascii_alpha(share_class[1]));
}

std::string us_symbol(std::string_view symbol) {
  std::string result = upper(symbol);
  std::replace(result.begin(), result.end(), '-', '.');
  std::replace(result.begin(), result.end(), '$', '.');
  return result;
}

std::optional<StockCode> make_code(Exchange exchange, std::string_view symbol) {
  if (symbol.empty()) return std::nullopt;
  switch (exchange) {
    case Exchange::Us:
      if (!is_us_symbol(symbol)) return std::nullopt;
      return StockCode{exchange, us_symbol(symbol)};
    case Exchange::HongKong:
      if (all_digits(symbol) && symbol.size() <= 5)
        return StockCode{exchange, std::string(5 - symbol.size(), '0') + std::string(symbol)};
      if (all_letters(symbol) && symbol.size() >= 3 && symbol.size() <= 6)
        return StockCode{exchange, upper(symbol)};
      return std::nullopt;
    default:
      if (symbol.size() != 6 || !all_digits(symbol)) return std::nullopt;
      return StockCode{exchange, std::string(symbol)};
  }
}

std::optional<StockCode> with_prefix(std::string_view text) {
  for (const ExchangeName& prefix : kPrefixes) {
    if (!same_ignoring_case(text.substr(0, prefix.name.size()), prefix.name)) continue;
    std::string_view symbol = text.substr(prefix.name.size());
    if (prefix.exchange != Exchange::Us && starts_with(symbol, ".")) symbol.remove_prefix(1);
    if (std::optional<StockCode> code = make_code(prefix.exchange, symbol)) return code;
  }
  return std::nullopt;
}

std::optional<StockCode> with_suffix(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos) return std::nullopt;
  const std::string_view name = text.substr(dot + 1);
  for (const ExchangeName& suffix : kSuffixes)
    if (same_ignoring_case(name, suffix.name))
      return make_code(suffix.exchange, text.substr(0, dot));
  return std::nullopt;
}

std::optional<StockCode> by_number(std::string_view text) {
  if (text.size() != 6 || !all_digits(text)) return std::nullopt;
  for (const NumberRange& range : kNumberRanges)
    if (starts_with(text, range.prefix)) return make_code(range.exchange, text);
  return std::nullopt;
}

}  // namespace

std::optional<StockCode> read_stock_code(std::string_view text) {
  text = trim_spaces(text);
  if (std::optional<StockCode> code = with_suffix(text)) return code;
  if (std::optional<StockCode> code = with_prefix(text)) return code;
  return by_number(text);
}

std::string canonical_code(const StockCode& code) {
  for (const ExchangeName& prefix : kPrefixes)
    if (prefix.exchange == code.exchange) return std::string(prefix.name) + code.symbol;
  return {};
}

}  // namespace articles
