#include "stocks/running_text.h"

#include <algorithm>

#include "base/folded_text.h"
#include "html/syntax/tag_scanner.h"
#include "stocks/name_words.h"

namespace articles {
namespace {

constexpr std::string_view kOpening[] = {"(", "（"};
constexpr std::string_view kClosing[] = {")", "）"};
constexpr std::string_view kCommas[] = {",", "，"};
constexpr std::string_view kSeparators[] = {",", ";", "/", "，", "；", "、"};
constexpr std::size_t kMostSpaces = 2;

std::size_t count_spaces(std::string_view text) {
  std::size_t spaces = 0;
  while (spaces < std::min(kMostSpaces, text.size()) && ascii_space(text[spaces])) ++spaces;
  return spaces;
}

// The size of the closing bracket that `text` begins with, including spaces and a portal's word
// before it; 0 if there is none.
std::size_t size_to_closing(std::string_view text) {
  std::size_t at = count_spaces(text);
  if (const std::size_t comma = size_of_first(text.substr(at), kCommas)) {
    const std::size_t word = size_of_first(text.substr(at + comma), kPortalWords);
    if (word == 0) return 0;
    at += comma + word;
  }
  const std::size_t size = size_of_first(text.substr(at), kClosing);
  return size == 0 ? 0 : at + size;
}

// What follows the inline tags that `html` begins with, as far as a closing bracket needs it;
// character references decoded.
std::string text_after_inline_tags(std::string_view html) {
  constexpr std::size_t kMostTagBytes = 400;
  constexpr std::size_t kMostTextBytes = 24;
  constexpr int kMostTags = 8;
  html = html.substr(0, kMostTags * kMostTagBytes);
  TagScanner tags(html);
  std::size_t end = 0;
  for (int i = 0; i < kMostTags && tags.next(); ++i) {
    if (!trim_spaces(html.substr(end, tags.begin() - end)).empty()) break;
    if (tags.is_tag() && !tags.element().has(kPhrasing)) return {};
    end = tags.end();
  }
  return decode_references(html.substr(end, kMostTextBytes));
}

}  // namespace

std::size_t RunningText::skip_spaces(std::size_t at) const {
  return at + count_spaces(text_.substr(std::min(at, text_.size())));
}

std::size_t RunningText::skip_spaces_back(std::size_t at) const {
  for (std::size_t spaces = 0; spaces < kMostSpaces && at > begin_ && ascii_space(text_[at - 1]);
       ++spaces)
    --at;
  return at;
}

bool RunningText::has_opening_before(std::size_t at) const {
  const std::string_view before = prefix(skip_spaces_back(at));
  if (!before.empty()) return size_of_last(before, kOpening) != 0;
  return !line_->empty() && size_of_last(trim_spaces(line_before(at)), kOpening) != 0;
}

bool RunningText::has_closing_at(std::size_t at) const {
  if (size_to_closing(text_.substr(at)) != 0) return true;
  const std::string_view markup = markup_at(skip_spaces(at));
  return !markup.empty() && size_to_closing(text_after_inline_tags(markup)) != 0;
}

std::size_t RunningText::closing_end(std::size_t at) const {
  return at + size_to_closing(text_.substr(at));
}

// The page from the '<' at `at` on; empty if no tag begins there.
std::string_view RunningText::markup_at(std::size_t at) const {
  if (is_folded_) return at >= text_.size() ? rest_of_page_ : std::string_view();
  return char_at(at) == '<' ? text_.substr(at) : std::string_view();
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

}  // namespace articles
