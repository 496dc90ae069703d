#include "stocks/symbol_forms.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <vector>

#include "stocks/code_labels.h"
#include "stocks/code_ranges.h"
#include "stocks/exchanges.h"
#include "stocks/link_codes.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

constexpr bool is_class_separator(char c) {
  return c == '.' || c == '-';
}

// The size of the US symbol that `text` begins with: AAPL, BRK.A; 0 if there is none.
std::size_t us_symbol_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && ascii_capital(text[size])) ++size;
  if (size == 0 || !is_us_symbol(text.substr(0, size))) return 0;
  const bool has_class = size + 1 < text.size() && is_class_separator(text[size]) &&
                         ascii_capital(text[size + 1]) &&
                         (size + 2 == text.size() || !ascii_alnum(text[size + 2]));
  return has_class ? size + 2 : size;
}

// Where the US symbol begins that `text` ends in; npos if there is none.
std::size_t us_symbol_begin(std::string_view text) {
  constexpr std::size_t kMostLetters = 7;
  constexpr std::size_t kClass = 2;  // the A of BRK.A and its separator
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < kMostLetters && ascii_capital(text[at - 1])) --at;
  const bool is_class = text.size() - at == 1 && at >= 2 && is_class_separator(text[at - 1]) &&
                        ascii_capital(text[at - 2]);
  if (is_class) {
    --at;
    while (at > 0 && text.size() - at < kMostLetters + kClass && ascii_capital(text[at - 1])) --at;
  }
  return is_us_symbol(text.substr(at)) ? at : RunningText::npos;
}

const ExchangeAlias* find_us_suffix(std::string_view name) {
  const auto* const found = std::find_if(
      std::begin(kExchangeAliases), std::end(kExchangeAliases), [&](const ExchangeAlias& alias) {
        return (alias.uses & kSuffix) != 0 && alias.exchange == Exchange::Us && alias.name == name;
      });
  return found == std::end(kExchangeAliases) ? nullptr : found;
}

// Whether brackets or separators of a list within brackets surround what lies between.
bool is_bracketed_item(const RunningText& text, std::size_t begin, std::size_t end) {
  const bool opening = text.has_opening_before(begin);
  const bool closing = text.has_closing_at(end);
  if (!opening && !closing) return false;
  return (opening || text.has_separator_before(begin)) && (closing || text.has_separator_at(end));
}

// What follows the name of an exchange and a colon.
struct AfterColon {
  std::size_t name;    // where the name of the exchange begins
  std::size_t symbol;  // where the symbol begins
  std::size_t end;     // of the symbol
};

// Outside brackets, a space after the colon must be followed by a symbol alone (NASDAQ: UP 3% is a
// headline), and a number of Hong Kong must have five digits.
bool counts_outside_brackets(const RunningText& text, const AfterColon& found,
                             const ExchangeAlias& exchange) {
  if ((exchange.uses & kColonInBracketsOnly) != 0) return false;
  const bool is_hong_kong = exchange.exchange == Exchange::HongKong;
  if (is_hong_kong && found.end - found.symbol != kHongKongDigits) return false;
  if (!ascii_space(text.char_at(found.symbol - 1))) return true;
  const char next = text.char_at(found.end);
  return text.has_closing_at(found.end) || text.has_separator_at(found.end) ||
         found.end == text.text().size() || next == '<' || !is_ascii(next);
}

bool is_in_list_or_brackets(const RunningText& text, const AfterColon& found) {
  return (text.has_closing_at(found.end) || text.has_separator_at(found.end)) &&
         (text.has_opening_before(found.name) || text.has_separator_before(found.name));
}

// NYSE: BABA, HK:03690
std::optional<TextMatch> match_after_exchange(const RunningText& text, std::size_t name,
                                              std::size_t symbol, const ExchangeAlias& exchange) {
  const bool is_us = exchange.exchange == Exchange::Us;
  const std::size_t end =
      is_us ? symbol + us_symbol_size(text.text().substr(symbol)) : text.digits_end(symbol);
  if (end == symbol || !text.closes_word(end) || text.is_amount_end(end)) return std::nullopt;
  const std::optional<StockCode> code = make_code(exchange.exchange, text.slice(symbol, end));
  if (!code) return std::nullopt;
  const AfterColon found{name, symbol, end};
  if (!is_in_list_or_brackets(text, found) && !counts_outside_brackets(text, found, exchange))
    return std::nullopt;
  if (!is_us && !is_listed(exchange.exchange, code->symbol.text())) return std::nullopt;
  return TextMatch{*code, name, end, name, {}};
}

// 美股代码：BABA. A label and a number are found at the number.
std::optional<TextMatch> match_after_us_label(const RunningText& text, std::size_t label_end,
                                              std::size_t symbol) {
  const std::size_t end = symbol + us_symbol_size(text.text().substr(symbol));
  if (end == symbol || !text.closes_word(end)) return std::nullopt;
  const CodeLabel* const label = label_at_end(text.prefix(label_end));
  if (label == nullptr || label->kind != LabelledKind::Us) return std::nullopt;
  const std::optional<StockCode> code = make_code(Exchange::Us, text.slice(symbol, end));
  if (!code) return std::nullopt;
  return TextMatch{*code, symbol, end, label_end - label->text.size(), {}};
}

// Names of variables and currencies that are written like cashtags.
bool is_variable_or_currency(std::string_view name) {
  constexpr std::string_view kNames[] = {"HOME", "PATH", "USER", "SHELL", "PWD",  "LANG",  "TERM",
                                         "TEMP", "TMP",  "HOST", "GOBIN", "GOOS", "GOARM", "US",
                                         "USD",  "EUR",  "CNY",  "RMB",   "HKD",  "JPY",   "GBP",
                                         "BTC",  "ETH",  "USDT", "HK"};
  return is_one_of(name, kNames);
}

bool opens_cashtag(const RunningText& text, std::size_t dollar) {
  constexpr std::string_view kInPrograms = "$_/=\\{:\"'`-.@";
  if (dollar == text.begin()) return true;
  const char before = text.char_at(dollar - 1);
  return !ascii_alnum(before) && kInPrograms.find(before) == std::string_view::npos;
}

// $X/bin, $X=, $X(, $X{ are variables.
bool closes_cashtag(const RunningText& text, std::size_t at) {
  constexpr std::string_view kInPrograms = "/=({[\"'`";
  return text.closes_word(at) && kInPrograms.find(text.char_at(at)) == std::string_view::npos;
}

// Xueqiu's $贵州茅台(SH600519)$. `begin` is behind the first dollar sign.
std::optional<TextMatch> match_named_cashtag(const RunningText& text, std::size_t begin) {
  constexpr std::size_t kMostBytes = 80;
  constexpr std::string_view kOpening[] = {"(", "（"};
  constexpr std::string_view kClosing[] = {")", "）"};
  const std::string_view rest = text.text().substr(begin, kMostBytes);
  const std::size_t dollar = rest.find_first_of("$<\n");
  if (dollar == std::string_view::npos || rest[dollar] != '$') return std::nullopt;
  const std::size_t closing = size_of_last(rest.substr(0, dollar), kClosing);
  if (closing == 0) return std::nullopt;
  const std::string_view inside = rest.substr(0, dollar - closing);
  for (const std::string_view opening : kOpening) {
    const std::size_t bracket = inside.rfind(opening);
    if (bracket == std::string_view::npos || bracket == 0) continue;
    const std::size_t symbol = bracket + opening.size();
    std::vector<WrittenCode> codes;
    read_xueqiu_symbol(inside.substr(symbol), codes);
    if (codes.empty()) return std::nullopt;
    const std::size_t end = begin + dollar + 1;
    return TextMatch{codes[0].code, begin + symbol, end, begin, inside.substr(0, bracket)};
  }
  return std::nullopt;
}

// $BABA, $BABA$, $BABA.US$. One letter is mathematics.
std::optional<TextMatch> match_symbol_cashtag(const RunningText& text, std::size_t begin) {
  constexpr std::size_t kFewestLetters = 2;
  constexpr std::string_view kUsSuffix = ".US";
  const std::size_t size = us_symbol_size(text.text().substr(begin));
  const std::string_view symbol = text.slice(begin, begin + size);
  if (size < kFewestLetters || is_variable_or_currency(symbol)) return std::nullopt;
  std::size_t end = begin + size;
  if (starts_with(text.text().substr(end), kUsSuffix)) end += kUsSuffix.size();
  if (text.char_at(end) == '$')
    ++end;
  else if (!closes_cashtag(text, end))
    return std::nullopt;
  const std::optional<StockCode> code = make_code(Exchange::Us, symbol);
  if (!code) return std::nullopt;
  return TextMatch{*code, begin, end, begin - 1, {}};
}

}  // namespace

std::optional<TextMatch> match_us_suffix(const RunningText& text, std::size_t dot) {
  constexpr std::size_t kFewestInBrackets = 2;
  assert(text.char_at(dot) == '.');
  if (dot == text.begin() || !ascii_capital(text.char_at(dot - 1))) return std::nullopt;
  std::size_t end = dot + 1;
  while (ascii_capital(text.char_at(end))) ++end;
  if (end == dot + 1) return std::nullopt;
  const ExchangeAlias* const alias = find_us_suffix(text.slice(dot + 1, end));
  if (alias == nullptr || !text.closes_word(end)) return std::nullopt;
  const std::size_t symbol = us_symbol_begin(text.prefix(dot));
  if (symbol == RunningText::npos) return std::nullopt;
  const std::size_t begin = text.begin() + symbol;
  if (!text.opens_word(begin)) return std::nullopt;
  const bool brackets_needed = (alias->uses & kSuffixInBracketsOnly) != 0;
  if (brackets_needed && (dot - begin < kFewestInBrackets || !is_bracketed_item(text, begin, end)))
    return std::nullopt;
  const std::optional<StockCode> code = make_code(Exchange::Us, text.slice(begin, dot));
  if (!code) return std::nullopt;
  return TextMatch{*code, begin, end, begin, {}};
}

std::optional<TextMatch> match_around_colon(const RunningText& text, std::size_t colon,
                                            std::size_t size) {
  const std::size_t symbol = text.skip_spaces(colon + size);
  const char first = text.char_at(symbol);
  if (!ascii_capital(first) && !ascii_digit(first)) return std::nullopt;
  const std::size_t name_end = text.skip_spaces_back(colon);
  if (std::optional<TextMatch> match = match_after_us_label(text, name_end, symbol)) return match;
  const std::string_view before = text.prefix(name_end);
  for (const ExchangeAlias& alias : kExchangeAliases) {
    if ((alias.uses & kBeforeColon) == 0 || !ends_with(before, alias.name)) continue;
    const std::size_t name = name_end - alias.name.size();
    if (is_ascii(alias.name[0]) && !text.opens_word(name)) continue;
    return match_after_exchange(text, name, symbol, alias);
  }
  return std::nullopt;
}

std::optional<TextMatch> match_cashtag(const RunningText& text, std::size_t dollar) {
  assert(text.char_at(dollar) == '$');
  if (!opens_cashtag(text, dollar)) return std::nullopt;
  if (std::optional<TextMatch> match = match_named_cashtag(text, dollar + 1)) return match;
  return match_symbol_cashtag(text, dollar + 1);
}

}  // namespace articles
