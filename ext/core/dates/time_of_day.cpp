#include "dates/time_of_day.h"

#include "base/ascii.h"

namespace articles {
namespace {

struct DayPart {
  std::string_view name;
  int add_from, add_below;  // 12 hours are added to hours within [add_from, add_below)
  bool twelve_is_zero;
};
constexpr DayPart kDayParts[] = {
    {"凌晨", 0, 0, true},   {"早上", 0, 0, true},   {"上午", 0, 0, true},   {"中午", 1, 3, false},
    {"下午", 0, 12, false}, {"傍晚", 0, 12, false}, {"晚上", 0, 12, false},
};

const DayPart* scan_day_part(DateScanner& in) {
  for (const DayPart& part : kDayParts)
    if (in.eat(part.name)) return &part;
  return nullptr;
}

// 9时, 9点半, 9时5分10秒
bool scan_chinese_time(DateScanner& in, DateParts& parts) {
  if (!in.eat("时") && !in.eat("点")) return false;
  if (in.eat("半")) {
    parts.minute = 30;
    return true;
  }
  if (in.digits_ahead() == 0) return true;
  if (!in.number(1, 2, parts.minute) || !in.eat("分")) return false;
  if (in.digits_ahead() == 0) return true;
  return in.number(1, 2, parts.second) && in.eat("秒");
}

bool scan_clock(DateScanner& in, DateParts& parts) {
  if (!in.number(1, 2, parts.hour)) return false;
  if (!in.eat(':')) return scan_chinese_time(in, parts);
  if (!in.number(2, 2, parts.minute)) return false;
  if (!in.eat(':')) return true;
  return in.number(2, 2, parts.second) && scan_fraction(in);
}

bool apply_am_pm(DateScanner& in, DateParts& parts) {
  DateScanner ahead = in;
  ahead.eat_blanks();
  const std::string_view word = ahead.word();
  const bool pm = same_ignoring_case(word, "pm");
  if (!pm && !same_ignoring_case(word, "am")) return true;
  in = ahead;
  if (parts.hour < 1 || parts.hour > 12) return parts.fail(kImpossibleDate);
  parts.hour = parts.hour % 12 + (pm ? 12 : 0);
  return true;
}

}  // namespace

bool scan_fraction(DateScanner& in) {
  if (!in.eat_any(".,")) return true;
  const std::size_t digits = in.digits_ahead();
  for (std::size_t i = 0; i < digits; ++i) in.eat(in.peek());
  return digits > 0;
}

bool scan_time(DateScanner& in, DateParts& parts) {
  const DayPart* const part = scan_day_part(in);
  in.eat_blanks();
  if (!scan_clock(in, parts)) return false;
  if (part != nullptr) {
    if (part->twelve_is_zero && parts.hour == 12) parts.hour = 0;
    if (parts.hour >= part->add_from && parts.hour < part->add_below) parts.hour += 12;
  } else if (!apply_am_pm(in, parts)) {
    return false;
  }
  return parts.check_time();
}

}  // namespace articles
