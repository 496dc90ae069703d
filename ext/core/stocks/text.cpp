#include "stocks/text.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "stocks/bytes.h"
#include "stocks/context.h"
#include "stocks/exchanges.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

constexpr std::size_t kMainlandDigits = 6;
constexpr std::size_t kHongKongDigits = 5;

constexpr std::string_view kOpening[] = {"(", "（"};
constexpr std::string_view kClosing[] = {")", "）"};
constexpr std::string_view kSeparators[] = {",", ";", "/", "，", "；", "、"};

// All small or all capital: Sh600519 is a name.
bool one_case(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c == ascii_lower(c); }) ||
         std::all_of(name.begin(), name.end(), [](char c) { return c == ascii_upper(c); });
}

}  // namespace

StockText::Stop StockText::scan(std::vector<TextCode>& found) {
  constexpr std::string_view kWideColon = "：";
  for (;;) {
    at_ = find_stock_anchor(text_, at_);
    if (at_ >= text_.size()) return Stop::End;
    if (!folded_ && wide_behind(at_)) return Stop::Fold;
    switch (const char c = text_[at_]) {
      case '<':
        if (!folded_) return Stop::Less;
        ++at_;
        break;
      case '&':
        if (!folded_) return Stop::Fold;
        ++at_;
        break;
      case '.':
        dot(found);
        break;
      case ':':
        colon(1, found);
        break;
      case '$':
        dollar(found);
        break;
      case '\xEF':
        if (starts_with(text_.substr(at_), kWideColon))
          colon(kWideColon.size(), found);
        else if (!folded_)
          return Stop::Fold;
        else
          ++at_;
        break;
      default:
        static_cast<void>(c);
        number(found);
    }
  }
}

// Whether what stands at `at` goes on in full-width forms, or a number in a character reference:
// 600519．SH, NYSE:ＢＡＢＡ, 600519&#46;SH.
bool StockText::wide_behind(std::size_t at) const {
  constexpr std::size_t kWideBytes = 3;
  std::size_t end = at + (text_[at] == '\xEF' ? kWideBytes : 1);
  if (ascii_digit(text_[at])) {
    while (ascii_digit(char_at(end))) ++end;
    if (char_at(end) == '&') return true;
  }
  return char_at(end) == '\xEF' && is_wide_anchor(text_, end);
}

// Digits at at_.
bool StockText::number(std::vector<TextCode>& found) {
  const std::size_t begin = at_;
  while (ascii_digit(char_at(at_))) ++at_;
  const std::size_t end = at_;
  if (end - begin > kMainlandDigits) return false;
  at_ = begin;
  const char before = begin > begin_ ? text_[begin - 1] : ' ';
  const bool dotted = before == '.' && begin >= begin_ + 2 && ascii_alpha(text_[begin - 2]);
  const bool is_code =
      with_suffix(end, found) ||
      (ascii_alpha(before) || dotted ? with_prefix(end, found)
                                     : in_brackets(end, found) || beside_exchange(end, found));
  at_ = std::max(at_, end);
  return is_code;
}

// 600519.SH, 700.HK
bool StockText::with_suffix(std::size_t end, std::vector<TextCode>& found) {
  if (char_at(end) != '.' || !ascii_alpha(char_at(end + 1))) return false;
  std::size_t close = end + 1;
  while (ascii_alpha(char_at(close))) ++close;
  const std::string_view name = text_.substr(end + 1, close - end - 1);
  const std::string_view digits = text_.substr(at_, end - at_);
  if (!opens_word(at_) || !closes_word(close)) return false;
  for (const ExchangeAlias& alias : kAliases) {
    if ((alias.uses & kSuffix) == 0 || alias.exchange == Exchange::Us) continue;
    const bool hong_kong = alias.exchange == Exchange::HongKong;
    if (!same_ignoring_case(name, alias.name) || !one_case(name)) continue;
    // 700.hk is a host, but for one in brackets; 2.HK may be the second of a list.
    if (hong_kong && name != alias.name &&
        (opening_before(at_) == std::string_view::npos || closing_at(close) == 0))
      continue;
    constexpr std::size_t kListDigits = 2;
    if (digits.size() <= kListDigits && opening_before(at_) == std::string_view::npos &&
        !(separated_before(at_) && (separates(close) || closing_at(close) != 0)))
      return false;
    std::optional<StockCode> code = make_code(alias.exchange, digits);
    if (!code || (!hong_kong && range_on(alias.exchange, digits) == nullptr)) return false;
    add(*code, at_, close, at_, found);
    return true;
  }
  return false;
}

// sh600519, SZ.000001, HK00700
bool StockText::with_prefix(std::size_t end, std::vector<TextCode>& found) {
  constexpr std::size_t kLetters = 2;
  const std::size_t letters_end = text_[at_ - 1] == '.' ? at_ - 1 : at_;
  if (letters_end < begin_ + kLetters) return false;
  const std::size_t begin = letters_end - kLetters;
  const std::string_view name = text_.substr(begin, kLetters);
  const std::string_view digits = text_.substr(at_, end - at_);
  if (!one_case(name) || !opens_word(begin) || !closes_word(end) || counts_something(end))
    return false;
  for (const ExchangeAlias& alias : kAliases) {
    if ((alias.uses & kGlued) == 0 || !same_ignoring_case(name, alias.name)) continue;
    const std::size_t size =
        alias.exchange == Exchange::HongKong ? kHongKongDigits : kMainlandDigits;
    std::optional<StockCode> code = make_code(alias.exchange, digits);
    if (!code || digits.size() != size || !is_listed(alias.exchange, digits)) return false;
    add(*code, begin, end, begin, found);
    return true;
  }
  return false;
}

// 贵州茅台（600519）
bool StockText::in_brackets(std::size_t end, std::vector<TextCode>& found) {
  if (end - at_ != kMainlandDigits) return false;
  const std::size_t opening = opening_before(at_);
  const std::size_t closing = closing_at(end);
  if (opening == std::string_view::npos || closing == 0) return false;
  const std::string_view digits = text_.substr(at_, kMainlandDigits);
  const NumberRange* const range = range_beside(digits, beside(line_before(opening)));
  if (range == nullptr) return false;
  std::optional<StockCode> code = make_code(range->exchange, digits);
  if (!code) return false;
  add(*code, at_, closing, at_, found);
  return true;
}

// 比亚迪（SZ 002594，收盘价：233.5元）, 信威（600485，SH）: a blank or a comma between.
bool StockText::beside_exchange(std::size_t end, std::vector<TextCode>& found) {
  constexpr std::size_t kLetters = 2;
  constexpr std::string_view kCommas[] = {",", "，"};
  if (end - at_ != kMainlandDigits) return false;
  const std::size_t name_end = blanks_begin(at_);
  const bool blank = name_end < at_ && name_end >= begin_ + kLetters &&
                     opening_before(name_end - kLetters) != std::string_view::npos;
  const std::size_t comma = size_of_first(text_.substr(end), kCommas);
  if (blank == (comma != 0 && opening_before(at_) != std::string_view::npos)) return false;
  const std::size_t name = blank ? name_end - kLetters : blanks_end(end + comma);
  const std::size_t begin = blank ? name : at_;
  const std::size_t close = blank ? end : name + kLetters;
  if (close > text_.size() || (closing_at(close) == 0 && !(blank && separates(close))))
    return false;
  const std::string_view digits = text_.substr(at_, kMainlandDigits);
  for (const ExchangeAlias& alias : kAliases) {
    if ((alias.uses & kSuffix) == 0 || text_.substr(name, kLetters) != alias.name) continue;
    const std::optional<StockCode> code = make_code(alias.exchange, digits);
    if (!code || !is_listed(alias.exchange, digits)) return false;
    add(*code, begin, close, begin, found);
    return true;
  }
  return false;
}

void StockText::add(StockCode code, std::size_t at, std::size_t end, std::size_t name_end,
                    std::vector<TextCode>& found) {
  if (at < taken_) return;  // $NYSE: BABA is one code
  std::string name;
  if (options_.names) {
    const std::size_t opening = opening_before(name_end);
    name = opening == std::string_view::npos ? glued_name(line_before(name_end))
                                             : name_at_end(line_before(opening));
  }
  found.push_back({code, at, std::move(name), false});
  at_ = taken_ = end;
}

// Behind up to two blanks.
std::size_t StockText::blanks_end(std::size_t at) const {
  for (int blanks = 0; blanks < 2 && ascii_space(char_at(at)); ++blanks) ++at;
  return at;
}

std::size_t StockText::blanks_begin(std::size_t at) const {
  for (int blanks = 0; blanks < 2 && at > begin_ && ascii_space(text_[at - 1]); ++blanks) --at;
  return at;
}

// Where the opening bracket begins that stands before `at`; npos: none.
std::size_t StockText::opening_before(std::size_t at) const {
  at = blanks_begin(at);
  const std::size_t size = size_of_last(text_.substr(begin_, at - begin_), kOpening);
  return size == 0 ? std::string_view::npos : at - size;
}

// Behind the closing bracket at `at`, a portal's word before it perhaps; 0: none.
std::size_t StockText::closing_at(std::size_t at) const {
  at = blanks_end(at);
  constexpr std::string_view kCommas[] = {",", "，"};
  if (const std::size_t comma = size_of_first(text_.substr(at), kCommas)) {
    const std::size_t word = size_of_first(text_.substr(at + comma), kPortalWords);
    if (word == 0) return 0;
    at += comma + word;
  }
  const std::size_t size = size_of_first(text_.substr(at), kClosing);
  return size == 0 ? 0 : at + size;
}

bool StockText::separates(std::size_t at) const {
  return size_of_first(text_.substr(at), kSeparators) != 0;
}

bool StockText::separated_before(std::size_t at) const {
  at = blanks_begin(at);
  return size_of_last(text_.substr(begin_, at - begin_), kSeparators) != 0;
}

// Whether a code may begin at `at`: not within a word, a number, a path or an address.
bool StockText::opens_word(std::size_t at) const {
  if (at == begin_) return true;
  const char before = text_[at - 1];
  if (before == '/') {
    const char first = at >= begin_ + 2 ? text_[at - 2] : ' ';
    return ascii_capital(first) || first == ' ' || !is_ascii(first);
  }
  constexpr std::string_view kWithin = "._-@%\\,";
  const bool digit_before = at >= begin_ + 2 && ascii_alnum(text_[at - 2]);
  if (before == ',' || before == '-') return !digit_before;
  return !ascii_alnum(before) && kWithin.find(before) == std::string_view::npos;
}

bool StockText::closes_word(std::size_t at) const {
  const char next = char_at(at);
  const char second = char_at(at + 1);
  if (next == '.' || next == '-') return !ascii_alnum(second);
  if (next == '/') return !(second >= 'a' && second <= 'z') && second != '/';
  // Unfolded yet, a full-width letter goes on with the word.
  return !ascii_alnum(next) && !ascii_alnum(narrow_form(text_, at)) && next != '_' && next != '@';
}

bool StockText::counts_something(std::size_t at) const {
  const std::string_view rest = text_.substr(at);
  if (size_of_first(rest, kUnits) != 0) return true;
  return rest.size() >= 2 && rest[0] == ',' && ascii_digit(rest[1]);
}

// What stands in the line before `at`, full-width forms narrow.
std::string StockText::line_before(std::size_t at) const {
  constexpr std::size_t kEnough = 64;
  std::string_view before = text_.substr(begin_, at - begin_);
  if (before.size() <= kEnough && trim_spaces(before).empty()) before = before_;
  return fold_width(before.substr(before.size() - std::min(before.size(), kEnough)));
}

}  // namespace articles
