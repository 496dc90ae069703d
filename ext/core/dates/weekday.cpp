#include "dates/weekday.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace articles {
namespace {

bool is_weekday(std::string_view name) {
  static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  if (name.size() < 3) return false;
  return std::any_of(std::begin(kDays), std::end(kDays), [&](std::string_view day) {
    return name.size() <= day.size() && same_ignoring_case(name, day.substr(0, name.size()));
  });
}

}  // namespace

void skip_english_weekday(DateScanner& in) {
  DateScanner ahead = in;
  if (!is_weekday(ahead.word())) return;
  ahead.eat_any(",.");
  ahead.eat_blanks();
  in = ahead;
}

void skip_chinese_weekday(DateScanner& in) {
  static constexpr std::string_view kDays[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
  DateScanner ahead = in;
  ahead.eat_blanks();
  const bool bracket = ahead.eat('(') || ahead.eat("（");
  const bool named = ahead.eat("星期") || ahead.eat("周") || ahead.eat("礼拜");
  if (!bracket && !named) return;
  for (const std::string_view day : kDays) {
    if (!ahead.eat(day)) continue;
    if (bracket && !ahead.eat(')') && !ahead.eat("）")) return;
    in = ahead;
    return;
  }
}

}  // namespace articles
