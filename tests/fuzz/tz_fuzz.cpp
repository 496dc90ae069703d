// Claim: whatever a time zone file holds, reading it ends, and no wall clock is read as more than
// 26 hours from UTC, before, between and behind its transitions. Aims at: counts beyond the file,
// types that are not there, instants at the ends of 64 bits, footers of any form.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "dates/tz_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto table = articles::parse_tz_file({reinterpret_cast<const char*>(data), size});
  if (!table.ok()) return 0;
  constexpr std::int64_t kYear = 31'556'952;
  for (std::int64_t local = -1970 * kYear; local < 8030 * kYear; local += 7 * kYear + 1234) {
    const std::int64_t distance = local - table.value()->to_utc(local);
    if (distance >= -articles::ZoneTable::kMostOffset &&
        distance <= articles::ZoneTable::kMostOffset)
      continue;
    std::fprintf(stderr, "a distance of %lld seconds\n", static_cast<long long>(distance));
    std::abort();
  }
  return 0;
}
