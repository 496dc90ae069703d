#include "dates/year_first.h"

#include "dates/time_of_day.h"
#include "dates/weekday.h"
#include "dates/zone_suffix.h"

namespace articles {
namespace {

// Reads an optional weekday, time and zone up to the end of the text. `glued_time` says whether the
// time may follow the date without a blank or `T` between them.
bool scan_rest(DateScanner& in, DateParts& parts, bool glued_time) {
  skip_chinese_weekday(in);
  if (in.at_end()) return true;
  const bool separated = in.eat_any("Tt") || in.eat_blanks();
  in.eat_blanks();
  if (in.at_end()) return true;
  if (!separated && !glued_time) return false;
  return scan_time(in, parts) && scan_zone(in, false, parts);
}

bool scan_iso_week(DateScanner& in, std::int64_t year, DateParts& parts) {
  int week = 0;
  int weekday = 1;
  if (!in.fixed(2, week)) return false;
  if ((in.eat('-') || in.digits_ahead() == 1) && !in.number(1, 1, weekday)) return false;
  const std::int64_t monday = first_iso_monday(year) + std::int64_t{week - 1} * 7;
  if (week < 1 || weekday < 1 || weekday > 7 || monday >= first_iso_monday(year + 1))
    return parts.fail(kImpossibleDate);
  parts.days = monday + weekday - 1;
  return scan_rest(in, parts, false);
}

bool scan_ordinal(DateScanner& in, std::int64_t year, DateParts& parts) {
  int day = 0;
  if (!in.number(3, 3, day)) return false;
  if (day < 1 || day > (is_leap_year(year) ? 366 : 365)) return parts.fail(kImpossibleDate);
  parts.days = days_since_epoch({year, 1, 1}) + day - 1;
  return scan_rest(in, parts, false);
}

// 2021年8月5日, 号 for 日; blanks between
bool scan_chinese_date(DateScanner& in, std::int64_t year, DateParts& parts) {
  int month = 0;
  int day = 0;
  in.eat_blanks();
  if (!in.number(1, 2, month)) return false;
  in.eat_blanks();
  if (!in.eat("月")) return false;
  in.eat_blanks();
  if (!in.number(1, 2, day)) return false;
  in.eat_blanks();
  if (!in.eat("日") && !in.eat("号")) return false;
  return parts.set_date({year, month, day}) && scan_rest(in, parts, true);
}

}  // namespace

bool scan_year_first(std::string_view text, DateParts& parts) {
  DateScanner in(text);
  int year = 0;
  int month = 0;
  int day = 0;
  if (!in.number(4, 4, year)) return false;
  in.eat_blanks();
  if (in.eat("年")) return scan_chinese_date(in, year, parts);
  const char separator = in.peek();
  if (!in.eat_any("-/.W")) return false;
  if (separator == 'W' || (separator == '-' && in.eat('W'))) return scan_iso_week(in, year, parts);
  if (separator == '-' && in.digits_ahead() == 3) return scan_ordinal(in, year, parts);
  if (!in.number(1, 2, month) || !in.eat(separator) || !in.number(1, 2, day)) return false;
  return parts.set_date({year, month, day}) && scan_rest(in, parts, false);
}

}  // namespace articles
