// The rule for the times after the last transition of a TZif file: a POSIX TZ string in its footer
// (RFC 8536, 3.3; POSIX.1-2017, 8.3).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dates/zone_table.h"

namespace articles {

// A day that recurs every year, and a time on it.
struct TzRuleDay {
  enum class Kind : std::uint8_t {
    Julian,     // 1 to 365; 29 February is not counted
    ZeroBased,  // 0 to 365; 29 February is counted
    MonthWeek,  // the `week`-th `day` (0 is Sunday) of a month, the last if `week` is 5
  };
  Kind kind = Kind::MonthWeek;
  int month = 1;
  int week = 1;
  int day = 0;
  std::int32_t seconds = 7200;  // after midnight by the clock before the change; may be negative

  // The wall-clock time then, in seconds since 1970-01-01 00:00:00 of that clock.
  std::int64_t local_seconds(std::int64_t year) const noexcept;
};

struct TzRule {
  struct Daylight {
    std::int32_t offset = 0;
    TzRuleDay begin, end;
  };

  std::int32_t offset = 0;  // of standard time, seconds east of Greenwich
  std::optional<Daylight> daylight;

  // No value for a text that is not a TZ string, or that has daylight-saving time without its days.
  static std::optional<TzRule> parse(std::string_view text) noexcept;

  // Appends the transitions of the years from `first_year` to before `end_year` that are later than
  // the Unix time `after`, in ascending order.
  void append_transitions(std::int64_t first_year, std::int64_t end_year, std::int64_t after,
                          std::vector<Transition>& transitions) const;
};

}  // namespace articles
