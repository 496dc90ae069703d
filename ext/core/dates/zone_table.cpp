#include "dates/zone_table.h"

#include <algorithm>
#include <cassert>

#include "dates/calendar.h"

namespace articles {

ZoneTable::ZoneTable(std::int32_t first_offset, const std::vector<Transition>& transitions)
    : offsets_{first_offset} {
  local_ends_.reserve(transitions.size());
  offsets_.reserve(transitions.size() + 1);
  for (const Transition& transition : transitions) {
    // An ambiguous wall-clock time is its first occurrence; a skipped one keeps the offset before
    // the change. Either way, the old offset holds until the later of the two wall-clock times.
    assert(transition.utc >= -kMaxTime && transition.utc <= kMaxTime);
    assert(transition.offset >= -kMaxOffset && transition.offset <= kMaxOffset);
    std::int64_t end = transition.utc + std::max(offsets_.back(), transition.offset);
    if (!local_ends_.empty()) end = std::max(end, local_ends_.back());
    local_ends_.push_back(end);
    offsets_.push_back(transition.offset);
  }
}

std::int64_t ZoneTable::to_utc(std::int64_t local) const noexcept {
  std::int64_t shift = 0;
  if (local >= repeat_from_)
    shift = ((local - repeat_from_) / kSecondsA400Years + 1) * kSecondsA400Years;
  const auto end = std::upper_bound(local_ends_.begin(), local_ends_.end(), local - shift);
  return local - offsets_[static_cast<std::size_t>(end - local_ends_.begin())];
}

}  // namespace articles
