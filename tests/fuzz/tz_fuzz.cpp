// Claim: any bytes are parsed or rejected, and a zone never moves a wall-clock time by more than 26
// hours, before, between and after its transitions. Aims at counts larger than the file, missing
// types, times at the limits of 64 bits, footers of any form.
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
    const std::int64_t offset = local - table.value()->to_utc(local);
    if (offset >= -articles::ZoneTable::kMaxOffset && offset <= articles::ZoneTable::kMaxOffset)
      continue;
    std::fprintf(stderr, "an offset of %lld seconds\n", static_cast<long long>(offset));
    std::abort();
  }
  return 0;
}
