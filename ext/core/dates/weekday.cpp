#include "dates/weekday.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace articles {
namespace {

bool is_english_weekday(std::string_view name) {
  static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  if (name.size() < 3) return false;
  return std::any_of(std::begin(kDays), std::end(kDays), [&](std::string_view day) {
    return name.size() <= day.size() && same_ignoring_case(name, day.substr(0, name.size()));
  });
}

// Reads a weekday in Chinese, Japanese or Korean. The day alone is one only in brackets.
bool scan_cjk_weekday(DateScanner& in, bool in_brackets) {
  static constexpr std::string_view kChinese[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
  static constexpr std::string_view kOthers[] = {"月", "火", "水", "木", "金", "土", "日",
                                                 "월", "화", "수", "목", "금", "토", "일"};
  if (in.eat_word({"星期", "周", "週", "礼拜", "禮拜"})) return in.eat_word(kChinese);
  if (in.eat_word(kOthers)) return in.eat_word({"曜日", "曜", "요일"}) || in_brackets;
  return in_brackets && in.eat_word(kChinese);
}

}  // namespace

bool skip_weekday(DateScanner& in) {
  DateScanner ahead = in;
  ahead.eat_blanks();
  if (ascii_digit(ahead.peek())) return false;
  const bool in_brackets = ahead.eat('(');
  const DateScanner name = ahead;
  if (!is_english_weekday(ahead.word())) {
    ahead = name;
    if (!scan_cjk_weekday(ahead, in_brackets)) return false;
  }
  if (in_brackets && !ahead.eat(')')) return false;
  ahead.eat_any(",.");
  in = ahead;
  return true;
}

}  // namespace articles
