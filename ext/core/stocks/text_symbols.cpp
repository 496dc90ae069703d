// The forms of running text that begin at a dot, a colon or a dollar sign.
#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "stocks/context.h"
#include "stocks/exchanges.h"
#include "stocks/link_codes.h"
#include "stocks/symbol.h"
#include "stocks/text.h"

namespace articles {
namespace {

// Behind a US symbol that `text` begins with: AAPL, BRK.A; 0: none. NASDAQ is the one of six.
std::size_t us_symbol_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && ascii_capital(text[size])) ++size;
  if (size == 0 || !is_us_symbol(text.substr(0, size))) return 0;
  const bool has_class = size + 1 < text.size() && (text[size] == '.' || text[size] == '-') &&
                         ascii_capital(text[size + 1]) &&
                         (size + 2 == text.size() || !ascii_alnum(text[size + 2]));
  return has_class ? size + 2 : size;
}

// Where the US symbol begins that `text` ends in; npos: none.
std::size_t us_symbol_begin(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < 7 && (ascii_capital(text[at - 1]))) --at;
  if (text.size() - at == 1 && at >= 2 && (text[at - 1] == '.' || text[at - 1] == '-') &&
      ascii_capital(text[at - 2])) {
    --at;
    while (at > 0 && text.size() - at < 9 && ascii_capital(text[at - 1])) --at;
  }
  return is_us_symbol(text.substr(at)) ? at : std::string_view::npos;
}

constexpr bool in_address(char c) {
  constexpr std::string_view kEnds = "\"'<>()`{}|\\^";
  return c > ' ' && c < '\x7F' && kEnds.find(c) == std::string_view::npos;
}

// Of the shell and of tools; currencies.
bool is_no_cashtag(std::string_view name) {
  constexpr std::string_view kNoCashtags[] = {
      "HOME", "PATH",  "USER", "SHELL", "PWD", "LANG", "TERM", "TEMP", "TMP",
      "HOST", "GOBIN", "GOOS", "GOARM", "US",  "USD",  "EUR",  "CNY",  "RMB",
      "HKD",  "JPY",   "GBP",  "BTC",   "ETH", "USDT", "HK"};
  return std::find(std::begin(kNoCashtags), std::end(kNoCashtags), name) != std::end(kNoCashtags);
}

// $X/bin, $X=, $X(, $X{
bool closes_cashtag(char next) {
  constexpr std::string_view kPrograms = "/=({[\"'`";
  return kPrograms.find(next) == std::string_view::npos;
}

}  // namespace

// BABA.US, BRK.A.US, BABA.NYSE; in brackets TSLA.O
void StockText::dot(std::vector<TextCode>& found) {
  const std::size_t end = at_++;
  if (end == begin_ || !ascii_capital(text_[end - 1]) || !ascii_capital(char_at(end + 1))) return;
  std::size_t close = end + 1;
  while (ascii_capital(char_at(close))) ++close;
  const std::string_view name = text_.substr(end + 1, close - end - 1);
  const auto* const alias =
      std::find_if(std::begin(kAliases), std::end(kAliases), [&](const ExchangeAlias& one) {
        return (one.uses & kSuffix) != 0 && one.exchange == Exchange::Us && one.name == name;
      });
  if (alias == std::end(kAliases) || !closes_word(close)) return;
  const std::size_t symbol = us_symbol_begin(text_.substr(begin_, end - begin_));
  if (symbol == std::string_view::npos) return;
  const std::size_t begin = begin_ + symbol;
  if (!opens_word(begin)) return;
  if ((alias->uses & kInBrackets) != 0) {
    const bool opening = opening_before(begin) != std::string_view::npos;
    const bool closing = closing_at(close) != 0;
    if (end - begin < 2 || !(opening || closing) || !(opening || separated_before(begin)) ||
        !(closing || separates(close)))
      return;
  }
  if (std::optional<StockCode> code = make_code(Exchange::Us, text_.substr(begin, end - begin)))
    add(*code, begin, close, begin, found);
}

// The colon at at_ has `size` bytes.
void StockText::colon(std::size_t size, std::vector<TextCode>& found) {
  const std::size_t at = at_;
  if (size == 1 && text_.substr(at, 3) == "://" && address(found)) return;
  at_ = at + size;
  const std::size_t symbol = blanks_end(at_);
  const char first = char_at(symbol);
  if (!ascii_capital(first) && !ascii_digit(first)) return;
  const std::size_t name_end = blanks_begin(at);
  if (behind_code_word(name_end, symbol, found)) return;
  const std::string_view before = text_.substr(begin_, name_end - begin_);
  for (const ExchangeAlias& alias : kAliases) {
    if ((alias.uses & kColon) == 0 || !ends_with(before, alias.name)) continue;
    const std::size_t name = name_end - alias.name.size();
    if (is_ascii(alias.name[0]) && !opens_word(name)) continue;
    return behind_exchange(name, symbol, alias.exchange, (alias.uses & kNotAlone) != 0, found);
  }
}

// NYSE: BABA, HK:03690. Without brackets around, a blank behind the colon is suspicious
// (NASDAQ: UP 3%), and a number of Hong Kong has five digits.
void StockText::behind_exchange(std::size_t name, std::size_t symbol, Exchange exchange,
                                bool not_alone, std::vector<TextCode>& found) {
  std::size_t end = symbol;
  if (exchange == Exchange::Us)
    end += us_symbol_size(text_.substr(symbol));
  else
    while (ascii_digit(char_at(end))) ++end;
  const std::string_view written = text_.substr(symbol, end - symbol);
  std::optional<StockCode> code = make_code(exchange, written);
  if (written.empty() || !code || !closes_word(end) || counts_something(end)) return;
  const bool closed = closing_at(end) != 0 || separates(end);
  const bool bracketed =
      closed && (opening_before(name) != std::string_view::npos || separated_before(name));
  if (!bracketed) {
    const bool blank = ascii_space(text_[symbol - 1]);
    const char next = char_at(end);
    const bool ends_there = closed || end == text_.size() || next == '<' || !is_ascii(next);
    const bool short_number = exchange == Exchange::HongKong && written.size() != 5;
    if (not_alone || short_number || (blank && !ends_there)) return;
  }
  if (exchange != Exchange::Us && !is_listed(exchange, code->symbol.text())) return;
  add(*code, name, end, name, found);
}

// 证券代码：600519
bool StockText::behind_code_word(std::size_t word_end, std::size_t symbol,
                                 std::vector<TextCode>& found) {
  const std::string_view before = text_.substr(begin_, word_end - begin_);
  const auto* const word =
      std::find_if(std::begin(kCodeWords), std::end(kCodeWords),
                   [&](std::string_view one) { return ends_with(before, one); });
  if (word == std::end(kCodeWords)) return false;
  std::size_t end = symbol;
  while (ascii_digit(char_at(end))) ++end;
  if (end == symbol || !closes_word(end) || counts_something(end)) return false;
  std::optional<StockCode> code = read_stock_code(text_.substr(symbol, end - symbol));
  if (!code) return false;
  add(*code, symbol, end, word_end - word->size(), found);
  return true;
}

// An address in the text: nothing else within it counts. at_ is that of "://".
bool StockText::address(std::vector<TextCode>& found) {
  std::size_t begin = at_;
  while (begin > begin_ && at_ - begin < 8 && ascii_alpha(text_[begin - 1])) --begin;
  if (begin == at_) return false;
  std::size_t end = at_;
  while (in_address(char_at(end))) ++end;
  std::vector<WrittenCode> codes;
  read_stock_url(text_.substr(begin, end - begin), codes);
  for (WrittenCode& code : codes) found.push_back({code.code, begin + code.at, {}, true});
  at_ = taken_ = end;
  return true;
}

// $BABA, $BABA$, $BABA.US$, $贵州茅台(SH600519)$. Amounts have no letters: $3,000. One letter is
// mathematics, and some names are the shell's.
void StockText::dollar(std::vector<TextCode>& found) {
  const std::size_t at = at_++;
  if (!options_.cashtags || !opens_cashtag(at) || cashtag_of_name(found)) return;
  const std::size_t size = us_symbol_size(text_.substr(at_));
  const std::string_view symbol = text_.substr(at_, size);
  if (size < 2 || is_no_cashtag(symbol)) return;
  std::size_t end = at_ + size;
  if (text_.substr(end, 3) == ".US") end += 3;
  if (char_at(end) == '$')
    ++end;
  else if (!closes_word(end) || !closes_cashtag(char_at(end)))
    return;
  if (std::optional<StockCode> code = make_code(Exchange::Us, symbol))
    add(*code, at_, end, at, found);
}

bool StockText::opens_cashtag(std::size_t at) const {
  if (at == begin_) return true;
  constexpr std::string_view kPrograms = "$_/=\\{:\"'`-.@";
  const char before = text_[at - 1];
  return !ascii_alnum(before) && kPrograms.find(before) == std::string_view::npos;
}

// at_ is behind the first dollar sign.
bool StockText::cashtag_of_name(std::vector<TextCode>& found) {
  constexpr std::size_t kLongest = 80;
  const std::string_view rest = text_.substr(at_, kLongest);
  const std::size_t dollar = rest.find_first_of("$<\n");
  if (dollar == std::string_view::npos || rest[dollar] != '$') return false;
  std::string_view inside = rest.substr(0, dollar);
  for (const std::string_view closing : {")", "）"})
    if (ends_with(inside, closing)) inside.remove_suffix(closing.size());
  if (inside.size() == dollar) return false;
  for (const std::string_view opening : {"(", "（"}) {
    const std::size_t bracket = inside.rfind(opening);
    if (bracket == std::string_view::npos || bracket == 0) continue;
    const std::size_t begin = bracket + opening.size();
    std::vector<WrittenCode> codes;
    read_xueqiu_symbol(inside.substr(begin), codes);
    if (codes.empty()) return false;
    std::string name = options_.names ? clean_name(inside.substr(0, bracket)) : std::string();
    found.push_back({codes[0].code, at_ + begin, std::move(name), false});
    at_ += dollar + 1;
    taken_ = at_;
    return true;
  }
  return false;
}

}  // namespace articles
