// The rule by which a time zone goes on: a POSIX TZ string, as the footer of a TZif file states it
// (RFC 8536, 3.3; POSIX.1-2017, 8.3).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dates/zone_table.h"

namespace articles {

// A day of any year and a time on it.
struct TzRuleDay {
  enum class Kind : std::uint8_t {
    Julian,     // 1 to 365; 29 February is never counted
    ZeroBased,  // 0 to 365
    MonthWeek,  // the `week`-th `day` (0 is Sunday) of a month, the last if `week` is 5
  };
  Kind kind = Kind::MonthWeek;
  int month = 1;
  int week = 1;
  int day = 0;
  std::int32_t seconds = 7200;  // after midnight by the clock before the change; may be below 0

  // Seconds since 1970 that the clock shows then.
  std::int64_t local_seconds(std::int64_t year) const noexcept;
};

struct TzRule {
  struct Daylight {
    std::int32_t offset = 0;
    TzRuleDay begin, end;
  };

  std::int32_t offset = 0;  // of standard time, seconds east of Greenwich
  std::optional<Daylight> daylight;

  // No value for what is no TZ string, or has daylight-saving time and does not say when.
  static std::optional<TzRule> parse(std::string_view text) noexcept;

  // Appends the transitions of the years from `first` up to `last`, excluded, that come after
  // `after`.
  void append_transitions(std::int64_t first, std::int64_t last, std::int64_t after,
                          std::vector<Transition>& transitions) const;
};

}  // namespace articles
