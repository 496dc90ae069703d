// The zone behind a clock: `Z`, `+08:00`, `GMT`, `EDT`, `Asia/Shanghai`.
#pragma once

#include <cstdint>
#include <string_view>

#include "dates/date_parts.h"
#include "dates/scanner.h"

namespace articles {

// `Z`, `UTC`, `GMT` or `UT`, in any case.
bool is_utc_name(std::string_view name);

// Reads `+08:00`, `+0800`, `+800`, `+8` or `-03:30` as seconds east of Greenwich. False for any
// other text, also for more than 14 hours.
bool scan_offset(DateScanner& in, std::int64_t& offset);

// Reads an optional zone, which may be in brackets, and then nothing but blanks up to the end of
// the text. Abbreviations with several meanings are unknown zones; `rfc2822` says that CST is the
// one of RFC 2822, six hours behind UTC.
bool scan_zone(DateScanner& in, bool rfc2822, DateParts& parts);

}  // namespace articles
