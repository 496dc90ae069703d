// The pieces of a date, as its forms read them; date.cpp puts them together.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dates/calendar.h"
#include "dates/scanner.h"

namespace articles {

inline constexpr const char* kImpossibleDate = "a date that no calendar has";
inline constexpr const char* kUnknownZone = "a date in an unknown or ambiguous time zone";

// What a text says.
struct DatePieces {
  std::int64_t days = 0;  // since the epoch
  int hour = 0, minute = 0, second = 0;
  std::optional<std::int64_t> offset;  // seconds east of Greenwich
  std::string_view zone_name;          // of the IANA database; counts where there is no offset
  const char* reason = nullptr;        // set: the text is a date in form, yet none in fact

  // Sets the reason, unless there is one, and returns false.
  bool fail(const char* why) {
    if (reason == nullptr) reason = why;
    return false;
  }

  bool set_date(const CivilDate& date) {
    if (!is_civil_date(date)) return fail(kImpossibleDate);
    days = days_since_epoch(date);
    return true;
  }
};

// --- date_time.cpp: times of the day and zones. All return false for what is none.

bool is_utc_name(std::string_view name);

// `+08:00`, `+0800`, `+8`, `-03:30`: seconds east of Greenwich.
bool scan_offset(DateScanner& in, std::int64_t& offset);

// An optional zone, then the end of the text. The names of RFC 2822 count only in its own form.
bool scan_zone(DateScanner& in, bool rfc2822, DatePieces& pieces);

// `.5`, or nothing
bool scan_fraction(DateScanner& in);

// `23:52:10.5`, `11:52 PM`, `下午3点半`
bool scan_time(DateScanner& in, DatePieces& pieces);

// Whether hour, minute and second are those of a day; 24:00:00 ends it.
bool check_time(DatePieces& pieces);

// --- The forms; each reads the whole text.

bool scan_year_first(std::string_view text, DatePieces& pieces);  // date_year_first.cpp
bool scan_compact(std::string_view text, DatePieces& pieces);     // 20210805T235210Z
bool scan_unix_time(std::string_view text, DatePieces& pieces);
bool scan_month_name(std::string_view text, DatePieces& pieces);  // date_month_name.cpp

}  // namespace articles
