// A time zone as a table of the times at which its offset changed.
#pragma once

#include <cstdint>
#include <vector>

namespace articles {

struct Transition {
  std::int64_t utc = 0;     // Unix time
  std::int32_t offset = 0;  // from then on, in seconds east of Greenwich
};

// Immutable once it is built; may be read by many threads at the same time.
class ZoneTable {
 public:
  // The largest offset, either side of UTC: RFC 8536, 3.2 tells writers to stay within it.
  static constexpr std::int32_t kMaxOffset = 26 * 3600;

  // The latest transition, either side of 1970. It exceeds the age of the universe, and adding an
  // offset to it does not overflow.
  static constexpr std::int64_t kMaxTime = std::int64_t{1} << 60;

  // `first_offset` holds before the first transition.
  // REQUIRES: the transitions ascend, within kMaxTime of 1970; all offsets are within kMaxOffset
  ZoneTable(std::int32_t first_offset, const std::vector<Transition>& transitions);

  // From the wall-clock time `local` on, the offsets are those of 400 years before, after which the
  // calendar repeats. Call it before other threads use the table.
  void repeat_from(std::int64_t local) { repeat_from_ = local; }

  // As Zone::to_utc().
  std::int64_t to_utc(std::int64_t local) const noexcept;

 private:
  // offsets_[n] holds until the wall-clock time local_ends_[n]; the last offset has no end.
  std::vector<std::int64_t> local_ends_;
  std::vector<std::int32_t> offsets_;
  std::int64_t repeat_from_ = INT64_MAX;
};

}  // namespace articles
