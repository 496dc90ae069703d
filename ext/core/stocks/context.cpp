#include "stocks/context.h"

#include <algorithm>
#include <iterator>

#include "articles/stock_code.h"
#include "base/ascii.h"
#include "base/folded_text.h"
#include "base/utf8.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

template <class Words>
bool ends_in_one_of(std::string_view text, const Words& words) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return ends_with(text, word); });
}

// The size of the Chinese character that `text` ends in; 0: it ends in another.
std::size_t han_at_end(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto first = static_cast<unsigned char>(text[text.size() - 3]);
  const auto second = static_cast<unsigned char>(text[text.size() - 2]);
  const auto third = static_cast<unsigned char>(text[text.size() - 1]);
  const bool han =
      first >= 0xE4 && first <= 0xE9 && (second & 0xC0U) == 0x80 && (third & 0xC0U) == 0x80;
  return han ? 3 : 0;
}

// Without the A of 万科A, the A股 of 中国平安A股, the -UW of a company with several classes of
// shares.
std::string_view without_class(std::string_view text) {
  constexpr std::size_t kLongest = 2;
  constexpr std::string_view kShare = "股";
  if (ends_with(text, kShare) && text.size() > kShare.size() &&
      ascii_capital(text[text.size() - kShare.size() - 1]))
    text.remove_suffix(kShare.size());
  std::size_t letters = 0;
  while (letters < text.size() && letters <= kLongest &&
         ascii_capital(text[text.size() - 1 - letters]))
    ++letters;
  if (letters == 0 || letters > kLongest) return text;
  text.remove_suffix(letters);
  if (ends_with(text, "-")) text.remove_suffix(1);
  return text;
}

// 贵州茅台, 一 心 堂: at least two Chinese characters, a blank between two at most.
bool ends_in_name(std::string_view text) {
  text = without_class(text);
  if (ends_in_one_of(text, kOpenFunds)) return false;
  const bool is_none = ends_in_one_of(text, kNoNames) || ends_in_one_of(text, kSums) ||
                       ends_in_one_of(text, kCounters) || ends_in_one_of(text, kTowns);
  if (is_none && !ends_in_one_of(text, kNamesForAllThat)) return false;
  if (han_at_end(text) == 0) return false;
  text.remove_suffix(3);
  if (ends_with(text, " ")) text.remove_suffix(1);
  return han_at_end(text) != 0;
}

// 沪深300, 中证1000: an index's name and two to four digits.
bool ends_in_index_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && ascii_digit(text[text.size() - 1 - digits])) ++digits;
  return digits >= 2 && digits <= 4 && size_of_first(name_at_end(text), kIndexStems) != 0;
}

// 中欧医疗健康A; not 易方达增持五粮液
bool ends_in_fund_of_a_house(std::string_view text) {
  return size_of_first(name_at_end(text), kFundHouses) != 0;
}

constexpr std::string_view kShareBEnds[] = {"B", "B股"};
constexpr std::string_view kFundEnds[] = {"ETF", "LOF", "基金"};
constexpr std::string_view kBondEnds[] = {"转债"};
constexpr std::string_view kIndexEnds[] = {"指数", "成指", "板指"};

constexpr std::string_view kBrackets[][2] = {{"(", ")"}, {"（", "）"}, {"[", "]"},   {"【", "】"},
                                             {"“", "”"}, {"\"", "\""}, {"「", "」"}, {"《", "》"}};

std::string_view without_brackets(std::string_view text) {
  for (const auto& bracket : kBrackets)
    if (starts_with(text, bracket[0]) && ends_with(text, bracket[1]) &&
        text.size() >= bracket[0].size() + bracket[1].size()) {
      text.remove_prefix(bracket[0].size());
      text.remove_suffix(bracket[1].size());
    }
  return text;
}

// The size of the character of a name that `text` ends in; 0: another.
std::size_t name_char_at_end(std::string_view text) {
  if (const std::size_t han = han_at_end(text)) return han;
  if (text.empty()) return 0;
  const char last = text.back();
  return ascii_alnum(last) || last == '-' || last == '*' || last == '&' ? 1 : 0;
}

// Behind the last word about a deal: 易方达增持五粮液. `name` itself where it ends in one.
std::string_view behind_deals(std::string_view name) {
  std::size_t begin = 0;
  for (const std::string_view deal : kDeals)
    if (const std::size_t at = name.rfind(deal);
        at != std::string_view::npos && at + deal.size() + 3 < name.size())
      begin = std::max(begin, at + deal.size());
  return name.substr(begin);
}

// The name that begins at `begin`, without a word before it that is none of it: 与五粮液. One of
// several words in Latin cannot be told from the sentence.
std::string name_from(std::string_view before, std::size_t begin) {
  const std::string_view name = behind_deals(trim_spaces(before.substr(begin)));
  const bool word_before = begin >= 2 && before[begin - 1] == ' ' && ascii_alnum(before[begin - 2]);
  if (is_ascii(name) && (word_before || all_digits(name))) return {};
  for (const std::string_view word : kBeforeName)
    if (starts_with(name, word) && name.size() > word.size() + 3)
      return std::string(name.substr(word.size()));
  return std::string(name);
}

}  // namespace

Beside beside(std::string_view before) {
  while (ends_with(before, " ")) before.remove_suffix(1);
  if (ends_in_one_of(before, kFundEnds)) return Beside::FundName;
  if (ends_in_one_of(before, kBondEnds)) return Beside::BondName;
  if (ends_in_one_of(before, kIndexEnds) || ends_in_index_number(before)) return Beside::IndexName;
  if (!ends_in_name(before) || ends_in_fund_of_a_house(before)) return Beside::Nothing;
  return ends_in_one_of(before, kShareBEnds) ? Beside::ShareB : Beside::Name;
}

std::string name_at_end(std::string_view before) {
  constexpr std::size_t kMostCharacters = 8;
  before = trim_wide_spaces(before);
  std::size_t begin = before.size();
  std::size_t since_blank = 0;
  for (std::size_t characters = 0; characters <= kMostCharacters; ++characters) {
    const std::string_view rest = before.substr(0, begin);
    if (const std::size_t size = name_char_at_end(rest)) {
      begin -= size;
      ++since_blank;
      continue;
    }
    // Blanks between single characters are within a name: 一 心 堂.
    const bool spread = since_blank == 1 && ends_with(rest, " ") && begin < before.size() &&
                        han_at_end(rest.substr(0, rest.size() - 1)) != 0;
    if (!spread) return name_from(before, begin);
    --begin;
    since_blank = 0;
  }
  return {};
}

std::string glued_name(std::string_view before) {
  if (han_at_end(before) == 0 || ends_in_one_of(before, kDeals)) return {};
  constexpr std::size_t kThreeCharacters = 9;
  std::string name = name_at_end(before);
  return name.size() < kThreeCharacters ? std::string() : name;
}

std::string clean_name(std::string_view text) {
  constexpr std::size_t kMostBytes = 60;
  const std::string decoded = decode_references(text);
  std::string name;
  for (const char c : decoded) {
    const char kept = ascii_space(c) ? ' ' : c;
    if (kept != ' ' || !ends_with(name, " ")) name += kept;
  }
  std::string_view shown = without_brackets(trim_wide_spaces(name));
  for (const std::string_view open : {"(", "（"})
    if (const std::size_t bracket = shown.find(open);
        bracket != std::string_view::npos && bracket > 0 &&
        shown.find_first_of("0123456789.:", bracket) != std::string_view::npos)
      shown = trim_wide_spaces(shown.substr(0, bracket));
  if (shown.size() > kMostBytes || shown.find_first_not_of("0123456789.") == std::string_view::npos)
    return {};
  if (ascii_digit(shown.back()) && read_stock_code(shown)) return {};
  return std::string(shown);
}

}  // namespace articles
