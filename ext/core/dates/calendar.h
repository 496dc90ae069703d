// The proleptic Gregorian calendar, by Howard Hinnant's algorithms
// (http://howardhinnant.github.io/date_algorithms.html).
#pragma once

#include <cassert>
#include <cstdint>

namespace articles {

inline constexpr std::int64_t kSecondsADay = 86'400;

// The calendar, weekdays included, repeats after this time.
inline constexpr std::int64_t kSecondsA400Years = 146'097 * kSecondsADay;

struct CivilDate {
  std::int64_t year = 0;
  int month = 0;  // 1 to 12
  int day = 0;    // 1 to 31
};

// Days since 1970-01-01.
// REQUIRES: month is within 1 and 12
constexpr std::int64_t days_since_epoch(const CivilDate& date) noexcept {
  assert(date.month >= 1 && date.month <= 12);
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month_from_march = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

// The date that is `days` after 1970-01-01.
constexpr CivilDate civil_date(std::int64_t days) noexcept {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const int day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  const int month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr bool is_leap_year(std::int64_t year) noexcept {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

// Whether the date exists, in the years 1 to 9999.
constexpr bool is_civil_date(const CivilDate& date) noexcept {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1)
    return false;
  const int leap = date.month == 2 && is_leap_year(date.year) ? 1 : 0;
  return date.day <= kDays[date.month - 1] + leap;
}

// The Monday of ISO week 1, which contains 4 January, in days since 1970-01-01.
constexpr std::int64_t first_iso_monday(std::int64_t year) noexcept {
  const std::int64_t fourth = days_since_epoch({year, 1, 4});
  // 0 is Monday; 1970-01-01 was a Thursday.
  const std::int64_t weekday = ((fourth + 3) % 7 + 7) % 7;
  return fourth - weekday;
}

}  // namespace articles
