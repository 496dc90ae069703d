// A time zone as a table: what its clocks showed when.
#pragma once

#include <cstdint>
#include <vector>

namespace articles {

// Clocks change to `offset`, seconds east of Greenwich, at `at`, seconds since 1970 in UTC.
struct Transition {
  std::int64_t at = 0;
  std::int32_t offset = 0;
};

// Immutable once it is built; may be read by many threads.
class ZoneTable {
 public:
  // No clock differs more from UTC; RFC 8536, 3.2 names these bounds as those to expect.
  static constexpr std::int32_t kMostOffset = 26 * 3600;

  // Beyond the age of the universe, yet no sum of an instant and an offset overflows.
  static constexpr std::int64_t kMostInstant = std::int64_t{1} << 60;

  // `first_offset` holds before the first transition. The transitions ascend, within kMostInstant
  // either side of 1970; offsets are within kMostOffset either side of 0.
  ZoneTable(std::int32_t first_offset, const std::vector<Transition>& transitions);

  // Makes clocks that show `end` or later do what they did 400 years before: the calendar, week
  // days included, repeats by then.
  void repeat_from(std::int64_t end) { repeat_from_ = end; }

  // Seconds since 1970 in UTC of a wall clock that shows `local` seconds since 1970; Zone::to_utc
  // says which where there are two or none.
  std::int64_t to_utc(std::int64_t local) const noexcept;

 private:
  // What the wall clock shows when the n-th transition counts, and what is in force before it; the
  // last offset is that behind them all.
  std::vector<std::int64_t> local_ends_;
  std::vector<std::int32_t> offsets_;
  std::int64_t repeat_from_ = INT64_MAX;
};

}  // namespace articles
