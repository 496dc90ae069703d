#include "dates/year_first.h"

#include "dates/date_rest.h"
#include "dates/scanner.h"

namespace articles {
namespace {

bool scan_iso_week(DateScanner& in, std::int64_t year, DateParts& parts) {
  int week = 0;
  int weekday = 1;
  if (!in.fixed(2, week)) return false;
  if ((in.eat('-') || in.digits_ahead() == 1) && !in.number(1, 1, weekday)) return false;
  const std::int64_t monday = first_iso_monday(year) + std::int64_t{week - 1} * 7;
  if (week < 1 || weekday < 1 || weekday > 7 || monday >= first_iso_monday(year + 1))
    return parts.fail(kImpossibleDate);
  parts.days = monday + weekday - 1;
  return scan_rest_of_date(in, {}, parts);
}

bool scan_ordinal(DateScanner& in, std::int64_t year, DateParts& parts) {
  int day = 0;
  if (!in.number(3, 3, day)) return false;
  if (day < 1 || day > (is_leap_year(year) ? 366 : 365)) return parts.fail(kImpossibleDate);
  parts.days = days_since_epoch({year, 1, 1}) + day - 1;
  return scan_rest_of_date(in, {}, parts);
}

template <std::size_t N>
bool eat_unit(DateScanner& in, const std::string_view (&units)[N]) {
  in.eat_blanks();
  const bool found = in.eat_word(units);
  in.eat_blanks();
  return found;
}

// Reads what follows the year in 2021年8月5日 and 2021년 8월 5일.
bool scan_units(DateScanner& in, std::int64_t year, DateParts& parts) {
  int month = 0;
  int day = 0;
  if (!in.number(1, 2, month) || !eat_unit(in, {"月", "월"})) return false;
  if (!in.number(1, 2, day) || !eat_unit(in, {"日", "号", "號", "일"})) return false;
  RestRules rules;
  rules.glued_time = true;
  return parts.set_date({year, month, day}) && scan_rest_of_date(in, rules, parts);
}

// Reads what follows `2021-`, `2021/` or `2021.`: behind a full stop also blanks, and one more at
// the end, as in the Korean 2022. 8. 4.
bool scan_month_and_day(DateScanner& in, char separator, std::int64_t year, DateParts& parts) {
  int month = 0;
  int day = 0;
  const bool korean = separator == '.' && in.eat_blanks();
  if (!in.number(1, 2, month) || !in.eat(separator)) return false;
  if (korean) in.eat_blanks();
  if (!in.number(1, 2, day)) return false;
  if (korean) in.eat('.');
  return parts.set_date({year, month, day}) && scan_rest_of_date(in, {}, parts);
}

}  // namespace

bool scan_year_first(std::string_view text, DateParts& parts) {
  DateScanner in(text);
  int year = 0;
  if (!in.number(4, 4, year)) return false;
  if (eat_unit(in, {"年", "년"})) return scan_units(in, year, parts);
  const char separator = in.peek();
  if (!in.eat_any("-/.W")) return false;
  if (separator == 'W' || (separator == '-' && in.eat('W'))) return scan_iso_week(in, year, parts);
  if (separator == '-' && in.digits_ahead() == 3) return scan_ordinal(in, year, parts);
  return scan_month_and_day(in, separator, year, parts);
}

}  // namespace articles
