#include "stocks/running_text.h"

#include <algorithm>

#include "base/folded_text.h"
#include "stocks/name_words.h"

namespace articles {
namespace {

constexpr std::string_view kOpening[] = {"(", "（"};
constexpr std::string_view kClosing[] = {")", "）"};
constexpr std::string_view kCommas[] = {",", "，"};
constexpr std::string_view kSeparators[] = {",", ";", "/", "，", "；", "、"};
constexpr int kMostSpaces = 2;

}  // namespace

std::size_t RunningText::skip_spaces(std::size_t at) const {
  for (int spaces = 0; spaces < kMostSpaces && ascii_space(char_at(at)); ++spaces) ++at;
  return at;
}

std::size_t RunningText::skip_spaces_back(std::size_t at) const {
  for (int spaces = 0; spaces < kMostSpaces && at > begin_ && ascii_space(text_[at - 1]); ++spaces)
    --at;
  return at;
}

std::size_t RunningText::opening_before(std::size_t at) const {
  at = skip_spaces_back(at);
  const std::size_t size = size_of_last(prefix(at), kOpening);
  return size == 0 ? npos : at - size;
}

std::size_t RunningText::closing_end(std::size_t at) const {
  at = skip_spaces(at);
  if (const std::size_t comma = size_of_first(text_.substr(at), kCommas)) {
    const std::size_t word = size_of_first(text_.substr(at + comma), kPortalWords);
    if (word == 0) return npos;
    at += comma + word;
  }
  const std::size_t size = size_of_first(text_.substr(at), kClosing);
  return size == 0 ? npos : at + size;
}

bool RunningText::has_separator_at(std::size_t at) const {
  return size_of_first(text_.substr(at), kSeparators) != 0;
}

bool RunningText::has_separator_before(std::size_t at) const {
  return size_of_last(prefix(skip_spaces_back(at)), kSeparators) != 0;
}

bool RunningText::opens_word(std::size_t at) const {
  constexpr std::string_view kWithinWord = "._-@%\\,";
  if (at == begin_) return true;
  const char before = text_[at - 1];
  const char second = at >= begin_ + 2 ? text_[at - 2] : ' ';
  // AAPL/BABA and 茅台/600519 are alternatives, a/600519 is a path.
  if (before == '/') return ascii_capital(second) || second == ' ' || !is_ascii(second);
  if (before == ',' || before == '-') return !ascii_alnum(second);
  return !ascii_alnum(before) && kWithinWord.find(before) == npos;
}

bool RunningText::closes_word(std::size_t at) const {
  const char next = char_at(at);
  const char second = char_at(at + 1);
  if (next == '.' || next == '-') return !ascii_alnum(second);
  if (next == '/') return !(second >= 'a' && second <= 'z') && second != '/';
  // In a text that is not folded yet, a full-width letter continues the word.
  return !ascii_alnum(next) && !ascii_alnum(narrow_form(text_, at)) && next != '_' && next != '@';
}

bool RunningText::is_amount_end(std::size_t at) const {
  if (size_of_first(text_.substr(at), kUnits) != 0) return true;
  return char_at(at) == ',' && ascii_digit(char_at(at + 1));
}

std::string RunningText::line_before(std::size_t at) const {
  constexpr std::size_t kMostBytes = 64;
  std::string_view before = prefix(at);
  if (before.size() <= kMostBytes && trim_spaces(before).empty()) before = before_;
  return fold_width(before.substr(before.size() - std::min(before.size(), kMostBytes)));
}

}  // namespace articles
