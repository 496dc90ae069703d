#include "stocks/number_forms.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "stocks/code_labels.h"
#include "stocks/code_ranges.h"
#include "stocks/exchanges.h"
#include "stocks/name_words.h"
#include "stocks/names.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

constexpr std::size_t kExchangeLetters = 2;  // of SH, SZ …

// The alias with that use and that name, ASCII case ignored; nullptr if there is none.
const ExchangeAlias* find_alias(unsigned use, std::string_view name) {
  const auto* const found = std::find_if(
      std::begin(kExchangeAliases), std::end(kExchangeAliases), [&](const ExchangeAlias& alias) {
        return (alias.uses & use) != 0 && same_ignoring_case(name, alias.name);
      });
  return found == std::end(kExchangeAliases) ? nullptr : found;
}

// Whether all letters have the same case. Sh600519 is a name, not a code.
bool is_one_case(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c == ascii_lower(c); }) ||
         std::all_of(name.begin(), name.end(), [](char c) { return c == ascii_upper(c); });
}

bool is_in_brackets(const RunningText& text, std::size_t begin, std::size_t end) {
  return text.has_opening_before(begin) && text.has_closing_at(end);
}

// One or two digits may number the items of a list: 1.A股 2.HK. They count after a bracket, or
// between two separators.
bool may_number_list_item(const RunningText& text, std::size_t begin, std::size_t end,
                          std::size_t suffix_end) {
  constexpr std::size_t kListDigits = 2;
  if (end - begin > kListDigits || text.has_opening_before(begin)) return false;
  return !text.has_separator_before(begin) ||
         !(text.has_separator_at(suffix_end) || text.has_closing_at(suffix_end));
}

bool is_in_known_range(Exchange exchange, std::string_view digits) {
  return exchange == Exchange::HongKong || range_on(exchange, digits) != nullptr;
}

// 600519.SH, 700.HK
std::optional<TextMatch> match_suffixed(const RunningText& text, std::size_t begin,
                                        std::size_t end) {
  if (text.char_at(end) != '.' || !ascii_alpha(text.char_at(end + 1))) return std::nullopt;
  std::size_t suffix_end = end + 1;
  while (ascii_alpha(text.char_at(suffix_end))) ++suffix_end;
  if (!text.opens_word(begin) || !text.closes_word(suffix_end)) return std::nullopt;
  const std::string_view name = text.slice(end + 1, suffix_end);
  const ExchangeAlias* const alias = find_alias(kSuffix, name);
  if (alias == nullptr || alias->exchange == Exchange::Us || !is_one_case(name))
    return std::nullopt;
  // 700.hk is a host name; in brackets it is a code.
  if (alias->exchange == Exchange::HongKong && name != alias->name &&
      !is_in_brackets(text, begin, suffix_end))
    return std::nullopt;
  if (may_number_list_item(text, begin, end, suffix_end)) return std::nullopt;
  const std::string_view digits = text.slice(begin, end);
  const std::optional<StockCode> code = make_code(alias->exchange, digits);
  if (!code || !is_in_known_range(alias->exchange, digits)) return std::nullopt;
  return TextMatch{*code, begin, suffix_end, begin, {}};
}

// sh600519, SZ.000001, HK00700
std::optional<TextMatch> match_prefixed(const RunningText& text, std::size_t digits_begin,
                                        std::size_t end) {
  const bool has_dot = text.char_at(digits_begin - 1) == '.';
  const std::size_t letters_end = has_dot ? digits_begin - 1 : digits_begin;
  if (letters_end < text.begin() + kExchangeLetters) return std::nullopt;
  const std::size_t begin = letters_end - kExchangeLetters;
  const std::string_view name = text.slice(begin, letters_end);
  if (!is_one_case(name) || !text.opens_word(begin)) return std::nullopt;
  if (!text.closes_word(end) || text.is_amount_end(end)) return std::nullopt;
  const ExchangeAlias* const alias = find_alias(kPrefixInText, name);
  if (alias == nullptr) return std::nullopt;
  const std::string_view digits = text.slice(digits_begin, end);
  const std::size_t wanted =
      alias->exchange == Exchange::HongKong ? kHongKongDigits : kMainlandDigits;
  if (digits.size() != wanted || !is_listed(alias->exchange, digits)) return std::nullopt;
  const std::optional<StockCode> code = make_code(alias->exchange, digits);
  if (!code) return std::nullopt;
  return TextMatch{*code, begin, end, begin, {}};
}

// The text before the bracket that `line` ends in, spaces ignored; no value if it ends in none.
std::optional<std::string_view> before_bracket(std::string_view line) {
  line = trim_spaces(line);
  if (!ends_with(line, "(")) return std::nullopt;
  return line.substr(0, line.size() - 1);
}

// The code of a number behind such a name.
std::optional<StockCode> code_of_named(std::string_view name, std::string_view digits) {
  const CodeRange* const range = range_of_named_number(digits, classify_name_before(name));
  return range == nullptr ? std::nullopt : make_code(range->exchange, digits);
}

// 贵州茅台（600519）, 腾讯控股（00700）
std::optional<TextMatch> match_named(const RunningText& text, std::size_t begin, std::size_t end) {
  if (!text.has_opening_before(begin) || !text.has_closing_at(end)) return std::nullopt;
  const std::string line = text.line_before(begin);
  const std::optional<std::string_view> name = before_bracket(line);
  if (!name) return std::nullopt;
  const std::optional<StockCode> code = code_of_named(*name, text.slice(begin, end));
  if (!code) return std::nullopt;
  return TextMatch{*code, begin, text.closing_end(end), begin, {}};
}

// Removes the numbers of a list that `line` ends in: 600519、 of 股票代码：600519、000858.
std::string_view without_listed_numbers(std::string_view line) {
  constexpr std::string_view kAnd[] = {"、", "/", "和", "及", "与"};
  constexpr int kMostNumbers = 4;
  for (int i = 0; i < kMostNumbers; ++i) {
    std::string_view rest = trim_spaces(line);
    const std::size_t separator = size_of_last(rest, kAnd);
    rest = trim_spaces(rest.substr(0, rest.size() - separator));
    const std::size_t digits = rest.size() - (rest.find_last_not_of("0123456789") + 1);
    if (separator == 0 || digits < kHongKongDigits || digits > kMainlandDigits) return line;
    line = rest.substr(0, rest.size() - digits);
  }
  return line;
}

// The part of `line` up to the label that announces what follows; no value if no label does.
// Between the two may be a colon, 为 or an opening bracket.
struct LabelBefore {
  LabelledKind kind;
  std::string_view line;  // ends in the label
  std::size_t label_size;
  bool is_bracket_open;  // between the label and the code
};
std::optional<LabelBefore> label_before(std::string_view line) {
  constexpr std::string_view kLinks[] = {"为:", "是:", ":", "为", "是"};
  line = trim_spaces(without_listed_numbers(line));
  line = trim_spaces(line.substr(0, line.size() - size_of_last(line, kLinks)));
  const std::optional<std::string_view> before = before_bracket(line);
  if (before) line = trim_spaces(*before);
  const CodeLabel* const label = label_at_end(line);
  if (label == nullptr) return std::nullopt;
  return LabelBefore{label->kind, line, label->text.size(), before.has_value()};
}

// A quick test: whether a label, or what may link it with a number, ends before `begin`.
bool may_follow_label(const RunningText& text, std::size_t begin) {
  constexpr std::string_view kEnds[] = {"码", "号", ":", "：", "为", "是", "(",
                                        "（", "、", "/", "和", "及", "与"};
  const std::string_view before = trim_spaces(text.prefix(begin));
  return before.empty() || size_of_last(before, kEnds) != 0;
}

// 证券代码：600519, 基金代码（510300）, H股代码 2318
std::optional<TextMatch> match_labelled(const RunningText& text, std::size_t begin,
                                        std::size_t end) {
  if (!may_follow_label(text, begin) || !text.closes_word(end) || text.is_amount_end(end))
    return std::nullopt;
  const std::string line = text.line_before(begin);
  const std::optional<LabelBefore> label = label_before(line);
  if (!label || (label->is_bracket_open && !text.has_closing_at(end))) return std::nullopt;
  const std::optional<StockCode> code = read_labelled_code(label->kind, text.slice(begin, end));
  if (!code) return std::nullopt;
  const auto after_name = static_cast<std::size_t>(line.data() + line.size() - label->line.data());
  const std::size_t label_size = label->label_size + after_name - label->line.size();
  return TextMatch{*code, begin, end, begin, {}, label_size};
}

// 贵州茅台（代码：600519）: the label may be that of anything, so a name must precede the bracket.
std::optional<TextMatch> match_named_labelled(const RunningText& text, std::size_t begin,
                                              std::size_t end) {
  constexpr std::string_view kLinks[] = {":", "为"};
  if (!may_follow_label(text, begin) || !text.has_closing_at(end)) return std::nullopt;
  const std::string line = text.line_before(begin);
  std::string_view rest = trim_spaces(line);
  rest = trim_spaces(rest.substr(0, rest.size() - size_of_last(rest, kLinks)));
  if (!ends_with(rest, kCodeWord)) return std::nullopt;
  rest.remove_suffix(kCodeWord.size());
  const std::optional<std::string_view> name = before_bracket(rest);
  if (!name) return std::nullopt;
  const std::optional<StockCode> code = code_of_named(*name, text.slice(begin, end));
  if (!code) return std::nullopt;
  const auto label_size =
      static_cast<std::size_t>((line.data() + line.size()) - (rest.data() + rest.size()));
  return TextMatch{*code, begin, end, begin, {}, label_size};
}

// The code on the exchange with that suffix, in this case.
std::optional<StockCode> code_on_exchange(std::string_view name, std::string_view digits) {
  const ExchangeAlias* const alias = find_alias(kSuffix, name);
  if (alias == nullptr || alias->name != name || !is_listed(alias->exchange, digits))
    return std::nullopt;
  return make_code(alias->exchange, digits);
}

// The exchange and a space before the number: 比亚迪（SZ 002594，收盘价：233.5元）
std::optional<TextMatch> match_after_exchange(const RunningText& text, std::size_t digits_begin,
                                              std::size_t end) {
  const std::size_t name_end = text.skip_spaces_back(digits_begin);
  if (name_end == digits_begin || name_end < text.begin() + kExchangeLetters) return std::nullopt;
  const std::size_t begin = name_end - kExchangeLetters;
  if (!text.has_opening_before(begin)) return std::nullopt;
  if (!text.has_closing_at(end) && !text.has_separator_at(end)) return std::nullopt;
  const std::optional<StockCode> code =
      code_on_exchange(text.slice(begin, name_end), text.slice(digits_begin, end));
  if (!code) return std::nullopt;
  return TextMatch{*code, begin, end, begin, {}};
}

// The number, a comma and the exchange: 信威（600485，SH）
std::optional<TextMatch> match_before_exchange(const RunningText& text, std::size_t begin,
                                               std::size_t end) {
  constexpr std::string_view kCommas[] = {",", "，"};
  const std::size_t comma = size_of_first(text.text().substr(end), kCommas);
  if (comma == 0 || !text.has_opening_before(begin)) return std::nullopt;
  const std::size_t name = text.skip_spaces(end + comma);
  const std::size_t name_end = name + kExchangeLetters;
  if (name_end > text.text().size() || !text.has_closing_at(name_end)) return std::nullopt;
  const std::optional<StockCode> code =
      code_on_exchange(text.slice(name, name_end), text.slice(begin, end));
  if (!code) return std::nullopt;
  return TextMatch{*code, begin, name_end, begin, {}};
}

// Fewer than five digits are too common to look for their label, unless a colon precedes them.
bool follows_colon(const RunningText& text, std::size_t begin) {
  constexpr std::string_view kColons[] = {":", "："};
  return size_of_last(text.prefix(text.skip_spaces_back(begin)), kColons) != 0;
}

// Whether letters, or letters and a dot, stand directly before the digits.
bool has_letters_before(const RunningText& text, std::size_t begin) {
  if (begin == text.begin()) return false;
  const char before = text.char_at(begin - 1);
  if (before != '.') return ascii_alpha(before);
  return begin >= text.begin() + 2 && ascii_alpha(text.char_at(begin - 2));
}

}  // namespace

std::optional<TextMatch> match_number(const RunningText& text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kFewestLabelledDigits = 3;
  assert(begin < end && text.digits_end(begin) == end);
  const std::size_t digits = end - begin;
  if (digits > kMainlandDigits) return std::nullopt;
  if (std::optional<TextMatch> match = match_suffixed(text, begin, end)) return match;
  if (has_letters_before(text, begin)) return match_prefixed(text, begin, end);
  if (digits < kFewestLabelledDigits) return std::nullopt;
  if (digits < kHongKongDigits)
    return follows_colon(text, begin) ? match_labelled(text, begin, end) : std::nullopt;
  for (const auto match_form : {match_named, match_after_exchange, match_before_exchange,
                                match_labelled, match_named_labelled})
    if (std::optional<TextMatch> match = match_form(text, begin, end)) return match;
  return std::nullopt;
}

}  // namespace articles
