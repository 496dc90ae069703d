#include "dates/month_name.h"

#include <iterator>

#include "base/ascii.h"
#include "dates/date_rest.h"
#include "dates/scanner.h"
#include "dates/time_of_day.h"
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

// Skips the suffix of an ordinal number: 5th.
void skip_ordinal(DateScanner& in) {
  static constexpr std::string_view kSuffixes[] = {"st", "nd", "rd", "th"};
  DateScanner ahead = in;
  if (is_one_of_ignoring_case(ahead.word(), kSuffixes)) in = ahead;
}

// Skips what separates the parts of a date: one of `marks`, `of`, blanks.
void skip_separator(DateScanner& in, std::string_view marks) {
  in.eat_any(marks);
  in.eat_blanks();
  DateScanner ahead = in;
  if (same_ignoring_case(ahead.word(), "of") && ahead.eat_blanks()) in = ahead;
}

bool scan_rest(DateScanner& in, bool rfc2822, const CivilDate& date, DateParts& parts) {
  RestRules rules;
  rules.rfc2822 = rfc2822;
  return parts.set_date(date) && scan_rest_of_date(in, rules, parts);
}

// Reads `05 Aug 2021 23:52:10 GMT`, `5th of August 2021`, `1. April 2019`, `05-Aug-21 23:52:10
// GMT`.
bool scan_day_month_year(DateScanner in, DateParts& parts) {
  int day = 0;
  int month = 0;
  int year = 0;
  if (!in.number(1, 2, day)) return false;
  skip_ordinal(in);
  skip_separator(in, "-/.");
  if (!scan_month(in, month)) return false;
  skip_separator(in, "-/,");
  return scan_rfc2822_year(in, year) && scan_rest(in, true, {year, month, day}, parts);
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

// Reads `Aug 5, 2021 11:52 PM`, `August 5th, 2021 at 7:59 pm`, `Aug 05 2021 23:52:10 GMT+0800`,
// `Aug  5 23:52:10 UTC 2021`.
bool scan_month_day(DateScanner in, DateParts& parts) {
  int month = 0;
  int day = 0;
  int year = 0;
  if (!scan_month(in, month)) return false;
  skip_separator(in, "-/");
  if (!in.number(1, 2, day)) return false;
  skip_ordinal(in);
  skip_separator(in, "-/,");
  if (in.number(4, 4, year)) return scan_rest(in, false, {year, month, day}, parts);
  return scan_time(in, parts) && in.eat_blanks() && scan_zone_and_year(in, year, parts) &&
         parts.set_date({year, month, day});
}

}  // namespace

bool scan_month_name(std::string_view text, DateParts& parts) {
  const DateScanner in(text);
  return ascii_digit(in.peek()) ? scan_day_month_year(in, parts) : scan_month_day(in, parts);
}

}  // namespace articles
