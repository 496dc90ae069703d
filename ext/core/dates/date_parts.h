// What the forms of a date read, before a zone turns it into an instant.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dates/calendar.h"

namespace articles {

// Reasons of DateReading that several forms give.
inline constexpr const char* kImpossibleDate = "a date that no calendar has";
inline constexpr const char* kUnknownZone = "a date in an unknown or ambiguous time zone";

struct DateParts {
  std::int64_t days = 0;  // since 1970-01-01
  int hour = 0;           // 24 and more are on the next day
  int minute = 0, second = 0;
  std::optional<std::int64_t> offset;  // seconds east of Greenwich
  std::string_view zone_name;          // an IANA name; used only if there is no offset
  const char* reason = nullptr;        // set if the text has the form of a date but is not one

  // Sets the reason, unless there is one already. Returns false, as the scan functions do.
  bool fail(const char* why) {
    if (reason == nullptr) reason = why;
    return false;
  }

  // False, with a reason, if the date does not exist.
  bool set_date(const CivilDate& date) {
    if (!is_civil_date(date)) return fail(kImpossibleDate);
    days = days_since_epoch(date);
    return true;
  }

  // Whether hour, minute and second are a time of day as typed: 24:00:00 ends the day, a second 60
  // ends the minute. False, with a reason, if they are not.
  bool check_time() {
    const bool end_of_day = hour == 24 && minute == 0 && second == 0;
    if ((hour > 23 && !end_of_day) || minute > 59 || second > 60) return fail(kImpossibleDate);
    return true;
  }
};

}  // namespace articles
