#include "dates/month_name.h"

#include <iterator>

#include "base/ascii.h"
#include "dates/scanner.h"
#include "dates/time_of_day.h"
#include "dates/weekday.h"
#include "dates/zone_suffix.h"

namespace articles {
namespace {

// 1 to 12; 0 if `name` is not a month's.
int month_named(std::string_view name) {
  static constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                                 "may",       "june",     "july",     "august",
                                                 "september", "october",  "november", "december"};
  if (name.size() < 3) return 0;
  for (int i = 0; i < 12; ++i) {
    const std::string_view full = kMonths[i];
    const bool sept = i == 8 && same_ignoring_case(name, "sept");
    if (sept || same_ignoring_case(name, full) || same_ignoring_case(name, full.substr(0, 3)))
      return i + 1;
  }
  return 0;
}

bool scan_month(DateScanner& in, int& month) {
  month = month_named(in.word());
  in.eat('.');
  return month != 0;
}

// RFC 2822, 4.3: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999.
bool scan_rfc2822_year(DateScanner& in, int& year) {
  if (in.number(4, 4, year)) return true;
  if (!in.number(2, 2, year)) return false;
  year += year < 50 ? 2000 : 1900;
  return true;
}

bool scan_time_after_name(DateScanner& in, bool rfc2822, DateParts& parts) {
  in.eat(',');
  in.eat_blanks();
  if (in.at_end()) return true;
  return scan_time(in, parts) && scan_zone(in, rfc2822, parts);
}

// `Thu, 05 Aug 2021 23:52:10 GMT`, `5 August 2021`, `Thursday, 05-Aug-21 23:52:10 GMT`
bool scan_day_month_year(DateScanner in, DateParts& parts) {
  int day = 0;
  int month = 0;
  int year = 0;
  if (!in.number(1, 2, day)) return false;
  if (!in.eat('-')) in.eat_blanks();
  if (!scan_month(in, month)) return false;
  if (!in.eat('-')) in.eat_any(",");
  in.eat_blanks();
  if (!scan_rfc2822_year(in, year)) return false;
  return parts.set_date({year, month, day}) && scan_time_after_name(in, true, parts);
}

// The year at the end of what asctime, date and Ruby print: `2021`, `UTC 2021`, `+0800 2021`.
bool scan_zone_and_year(DateScanner& in, int& year, DateParts& parts) {
  constexpr std::size_t kYear = 4;
  const std::string_view rest = in.rest();
  if (rest.size() < kYear) return false;
  DateScanner last(rest.substr(rest.size() - kYear));
  DateScanner zone(trim_blanks(rest.substr(0, rest.size() - kYear)));
  return last.number(kYear, kYear, year) && scan_zone(zone, false, parts);
}

// `Aug 5, 2021 11:52 PM`, `Thu Aug 05 2021 23:52:10 GMT+0800`, `Thu Aug  5 23:52:10 UTC 2021`
bool scan_month_day(DateScanner in, DateParts& parts) {
  int month = 0;
  int day = 0;
  int year = 0;
  if (!scan_month(in, month)) return false;
  in.eat_blanks();
  if (!in.number(1, 2, day)) return false;
  in.eat(',');
  in.eat_blanks();
  if (in.number(4, 4, year))
    return parts.set_date({year, month, day}) && scan_time_after_name(in, false, parts);
  if (!scan_time(in, parts)) return false;
  if (!in.eat_blanks() || !scan_zone_and_year(in, year, parts)) return false;
  return parts.set_date({year, month, day});
}

}  // namespace

bool scan_month_name(std::string_view text, DateParts& parts) {
  DateScanner in(text);
  skip_english_weekday(in);
  return ascii_digit(in.peek()) ? scan_day_month_year(in, parts) : scan_month_day(in, parts);
}

}  // namespace articles
