// Reads dates as people and programs write them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

class ZoneTable;

// The zone in which a date without a zone is read: a fixed offset from UTC, or a zone of the IANA
// time zone database (https://www.iana.org/time-zones) as the files of the system describe it.
// Cheap to copy. Immutable after construction; may be used by many threads at the same time.
class Zone {
 public:
  // UTC.
  Zone() = default;

  // Accepts `UTC`, `GMT`, `UT` or `Z`, an offset such as `+08:00`, `-0330` or `+8`, and the name of
  // a zone such as `Asia/Shanghai`, whose file is read once, by this call. Throws Error if there is
  // no such zone, if its file is damaged, or if the system has no zone files.
  static Zone parse(std::string_view name);

  // Converts a wall-clock time, in seconds since 1970-01-01 00:00:00 of that clock, to Unix time. A
  // time that occurred twice, because the clocks were set back, is the first of the two. For a time
  // that was skipped, because the clocks were set forward, the offset before the change holds:
  // 02:30 becomes 03:30. RFC 5545 (3.3.5) and Temporal's `compatible` have the same rule.
  std::int64_t to_utc(std::int64_t local) const noexcept;

 private:
  std::int64_t offset_ = 0;                 // seconds east of Greenwich; unused if there is a table
  std::shared_ptr<const ZoneTable> table_;  // of a zone of the database
};

struct DateReading {
  std::optional<std::int64_t> seconds;  // Unix time, fractions of a second cut off
  const char* reason = nullptr;         // why there is no date; nullptr for a blank text
};

// Reads a date that is the whole text, white space around it aside. The forms of the day:
// - ISO 8601, also with `/` or `.`, week and ordinal dates; eight and fourteen digits;
// - RFC 2822, asctime, what JavaScript and Go print, `Aug 5, 2021`, `5th of August 2021`;
// - 2021年8月5日, 2021년 8월 5일, 2021. 8. 5.;
// - 27/11/2017 and 10/19/2018, also with `-` or `.`, if only one number can be the month, or both
// are
//   equal. 01/02/2021 is ambiguous;
// - Unix time in seconds, milliseconds or microseconds.
// A weekday before or behind the day is skipped, in English, Chinese, Japanese or Korean. The time
// is 24-hour or 12-hour, with AM and PM or the part of the day before or behind the clock
// (下午3:05, 3:05下午, 午後3時5分, 오후 3:05). A night begins on the day of the date: 晚上12点 and
// 晚上1:30 are on the next day. A comma, `at`, `@` or a dash may be between the day and the time.
//
// A zone behind the time overrides `zone`: an offset, an abbreviation with one meaning (GMT, PDT,
// CET; CST in RFC 2822 only), or a name as in `2021-08-05 23:52:10 Asia/Shanghai`, whose file is
// read from the system. ET, CT, MT and PT are the times of New York, Chicago, Denver and Los
// Angeles.
//
// An ambiguous date, one that does not exist, and a time that contradicts its part of the day give
// no date. A leap second is read as the second after it. Linear in the size of the text.
DateReading read_date(std::string_view text, const Zone& zone);

// Midnight in `zone` of the day that the name of a Jekyll post begins with: the last part of the
// path `file` is `YYYY-MM-DD-name.md`, with any extension (https://jekyllrb.com/docs/posts/). No
// value for any other name.
std::optional<std::int64_t> date_of_file_name(std::string_view file, const Zone& zone);

// Midnight in `zone` of the day in the path of a page's address, where year, month and day are
// parts of the path before the name: `2021/08/05/name`, `/blog/2021/08/05/name/`. No value for any
// other path.
std::optional<std::int64_t> date_of_page_path(std::string_view path, const Zone& zone);

// `YYYY-MM-DD HH:MM:SS` in UTC, as SQLite's datetime() writes it. `seconds` is Unix time.
// REQUIRES: the year is within 0000 and 9999
std::string format_date(std::int64_t seconds);

}  // namespace articles
