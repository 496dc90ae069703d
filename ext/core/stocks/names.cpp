#include "stocks/names.h"

#include <algorithm>
#include <iterator>

#include "articles/stock_code.h"
#include "base/ascii.h"
#include "base/folded_text.h"
#include "base/utf8.h"
#include "stocks/name_words.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

template <class Words>
bool ends_in_one_of(std::string_view text, const Words& words) {
  return size_of_last(text, words) != 0;
}

// The size in bytes of the Chinese character that `text` ends in; 0 if it ends in another one.
std::size_t han_size_at_end(std::string_view text) {
  if (text.size() < 3) return 0;
  const auto first = static_cast<unsigned char>(text[text.size() - 3]);
  const auto second = static_cast<unsigned char>(text[text.size() - 2]);
  const auto third = static_cast<unsigned char>(text[text.size() - 1]);
  const bool han =
      first >= 0xE4 && first <= 0xE9 && (second & 0xC0U) == 0x80 && (third & 0xC0U) == 0x80;
  return han ? 3 : 0;
}

// Removes a class of shares at the end: the A of 万科A, the A股 of 中国平安A股, the -UW of a
// company with several classes.
std::string_view without_share_class(std::string_view text) {
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

bool ends_in_other_word(std::string_view text) {
  if (ends_in_one_of(text, kCompanyEndings)) return false;
  return ends_in_one_of(text, kNonNameEndings) || ends_in_one_of(text, kSumWords) ||
         ends_in_one_of(text, kCounterWords) || ends_in_one_of(text, kTowns);
}

// 贵州茅台, 一 心 堂: at least two Chinese characters, with at most one space between two of them.
bool ends_in_company_name(std::string_view text) {
  text = without_share_class(text);
  if (ends_in_one_of(text, kOpenFundEndings) || ends_in_other_word(text)) return false;
  if (han_size_at_end(text) == 0) return false;
  text.remove_suffix(3);
  if (ends_with(text, " ")) text.remove_suffix(1);
  return han_size_at_end(text) != 0;
}

// 沪深300, 中证1000: the name of an index and two to four digits.
bool ends_in_index_number(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && ascii_digit(text[text.size() - 1 - digits])) ++digits;
  return digits >= 2 && digits <= 4 && size_of_first(name_at_end(text), kIndexStems) != 0;
}

// 中欧医疗健康A, but not 易方达增持五粮液.
bool begins_with_fund_manager(std::string_view text) {
  return size_of_first(name_at_end(text), kFundManagers) != 0;
}

// Endings of the names of B shares, of listed funds, of convertible bonds and of indices.
constexpr std::string_view kShareBEndings[] = {"B", "B股"};
constexpr std::string_view kFundEndings[] = {"ETF", "LOF", "基金"};
constexpr std::string_view kBondEndings[] = {"转债"};
constexpr std::string_view kIndexEndings[] = {"指数", "成指", "板指"};

constexpr std::string_view kBracketPairs[][2] = {{"(", ")"},   {"（", "）"}, {"[", "]"},
                                                 {"【", "】"}, {"“", "”"},   {"\"", "\""},
                                                 {"「", "」"}, {"《", "》"}};

std::string_view without_brackets(std::string_view text) {
  for (const auto& bracket : kBracketPairs)
    if (starts_with(text, bracket[0]) && ends_with(text, bracket[1]) &&
        text.size() >= bracket[0].size() + bracket[1].size()) {
      text.remove_prefix(bracket[0].size());
      text.remove_suffix(bracket[1].size());
    }
  return text;
}

// The size in bytes of the character that `text` ends in; 0 if names do not contain it.
std::size_t name_char_size_at_end(std::string_view text) {
  if (const std::size_t han = han_size_at_end(text)) return han;
  if (text.empty()) return 0;
  const char last = text.back();
  return ascii_alnum(last) || last == '-' || last == '*' || last == '&' ? 1 : 0;
}

// What follows the last deal word: the 五粮液 of 易方达增持五粮液. `name` itself if nothing
// follows.
std::string_view after_deal_word(std::string_view name) {
  std::size_t begin = 0;
  for (const std::string_view deal : kDealWords)
    if (const std::size_t at = name.rfind(deal);
        at != std::string_view::npos && at + deal.size() + 3 < name.size())
      begin = std::max(begin, at + deal.size());
  return name.substr(begin);
}

// The name that begins at `begin`, without the function word of 与五粮液. "" for the last of
// several Latin words, because it may be part of the sentence.
std::string name_from(std::string_view before, std::size_t begin) {
  const std::string_view name = after_deal_word(trim_spaces(before.substr(begin)));
  const bool word_before = begin >= 2 && before[begin - 1] == ' ' && ascii_alnum(before[begin - 2]);
  if (is_ascii(name) && (word_before || all_digits(name))) return {};
  for (const std::string_view word : kLeadingWords)
    if (starts_with(name, word) && name.size() > word.size() + 3)
      return std::string(name.substr(word.size()));
  return std::string(name);
}

}  // namespace

NameHint classify_name_before(std::string_view before) {
  while (ends_with(before, " ")) before.remove_suffix(1);
  if (ends_in_one_of(before, kFundEndings)) return NameHint::Fund;
  if (ends_in_one_of(before, kBondEndings)) return NameHint::Bond;
  if (ends_in_one_of(before, kIndexEndings) || ends_in_index_number(before)) return NameHint::Index;
  if (!ends_in_company_name(before) || begins_with_fund_manager(before)) return NameHint::None;
  return ends_in_one_of(before, kShareBEndings) ? NameHint::ShareB : NameHint::Company;
}

std::string name_at_end(std::string_view before) {
  constexpr std::size_t kMostCharacters = 8;
  before = trim_wide_spaces(before);
  std::size_t begin = before.size();
  std::size_t since_blank = 0;
  for (std::size_t characters = 0; characters <= kMostCharacters; ++characters) {
    const std::string_view rest = before.substr(0, begin);
    if (const std::size_t size = name_char_size_at_end(rest)) {
      begin -= size;
      ++since_blank;
      continue;
    }
    // A space between single characters is part of a name: 一 心 堂.
    const bool spread = since_blank == 1 && ends_with(rest, " ") && begin < before.size() &&
                        han_size_at_end(rest.substr(0, rest.size() - 1)) != 0;
    if (!spread) return name_from(before, begin);
    --begin;
    since_blank = 0;
  }
  return {};
}

std::string glued_name(std::string_view before) {
  if (han_size_at_end(before) == 0 || ends_in_one_of(before, kDealWords)) return {};
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
