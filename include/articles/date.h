// Dates as people and programs write them, to one instant.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

class ZoneTable;

// The zone in which a date without one is read: a fixed distance from UTC, or one of the IANA time
// zone database, as the system's files have it (https://www.iana.org/time-zones). Cheap to copy;
// may be used by many threads.
class Zone {
 public:
  // UTC
  Zone() = default;

  // `UTC`, `GMT`, `Z`; an offset like `+08:00`, `-0330`, `+8`; or the name of a zone, like
  // `Asia/Shanghai`, whose file is read now and never again. Throws Error, which says what the name
  // is not, or that the system has no zone files.
  static Zone parse(std::string_view name);

  // Seconds since 1970 in UTC of a wall clock that shows `local` seconds since 1970. Where clocks
  // were set back, and it showed that twice, the first counts; where they were set forward, and it
  // never did, they are taken to go on as before: 02:30 becomes 03:30. (So do RFC 5545, and
  // Temporal's `compatible`.)
  std::int64_t to_utc(std::int64_t local) const noexcept;

 private:
  std::int64_t offset_ = 0;                 // seconds east of Greenwich
  std::shared_ptr<const ZoneTable> table_;  // counts instead, where there is one
};

struct DateReading {
  std::optional<std::int64_t> seconds;  // since 1970 in UTC, fractions cut
  const char* reason = nullptr;         // why there is none; nullptr for a text that is blank
};

// Reads the whole text, blanks around it aside. A zone in the text counts, else `zone`; one that it
// names, as in `2021-08-05 23:52:10 Asia/Shanghai`, is read from the system's files. The forms:
// ISO 8601 with `-`, `/` or `.`, week and ordinal dates, eight and fourteen digits; RFC 2822,
// asctime and what JavaScript and Go print; `Aug 5, 2021`; 2021年8月5日 下午3:05; Unix time in
// seconds, milliseconds or microseconds. Day and month that could change places are no date, nor is
// a day that no calendar has; a leap second is the second after it.
DateReading read_date(std::string_view text, const Zone& zone);

// Midnight in `zone` of the day that the name of a Jekyll post begins with: the last part of the
// path `file` is `YYYY-MM-DD-name.md`, of any extension (https://jekyllrb.com/docs/posts/). No
// value for any other name.
std::optional<std::int64_t> date_of_file_name(std::string_view file, const Zone& zone);

// Midnight in `zone` of the day that stands in the path of a page's address, a part of it for year,
// month and day each, before the name: `2021/08/05/name`, `/blog/2021/08/05/name/`. No value for
// any other path.
std::optional<std::int64_t> date_of_page_path(std::string_view path, const Zone& zone);

// `YYYY-MM-DD HH:MM:SS` in UTC, as SQLite's datetime() writes it.
// REQUIRES: the year is within 0000 and 9999
std::string format_date(std::int64_t seconds);

}  // namespace articles
