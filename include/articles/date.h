// Dates as people and programs write them, to one instant.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

// The zone in which a date without one is read: a fixed distance from UTC.
class Zone {
 public:
  // UTC
  Zone() = default;

  // `UTC`, `GMT`, `Z`, `+08:00`, `-0330`, `+8`. No value for anything else.
  static std::optional<Zone> parse(std::string_view name) noexcept;

  // Seconds since 1970 in UTC of a wall clock that shows `local` seconds since 1970.
  std::int64_t to_utc(std::int64_t local) const noexcept { return local - offset_; }

 private:
  explicit Zone(std::int64_t offset) : offset_(offset) {}
  std::int64_t offset_ = 0;  // seconds east of Greenwich
};

struct DateReading {
  std::optional<std::int64_t> seconds;  // since 1970 in UTC, fractions cut
  const char* reason = nullptr;         // why there is none; nullptr for a text that is blank
};

// Reads the whole text, blanks around it aside. A zone in the text counts, else `zone`. The forms:
// ISO 8601 with `-`, `/` or `.`, week and ordinal dates, eight and fourteen digits; RFC 2822,
// asctime and what JavaScript prints; `Aug 5, 2021`; 2021年8月5日 下午3:05; Unix time in seconds,
// milliseconds or microseconds. Day and month that could change places are no date, nor is a day
// that no calendar has.
DateReading read_date(std::string_view text, const Zone& zone);

// `YYYY-MM-DD HH:MM:SS` in UTC, as SQLite's datetime() writes it.
// REQUIRES: the year is within 0000 and 9999
std::string format_date(std::int64_t seconds);

}  // namespace articles
