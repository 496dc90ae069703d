// Times of day: digits with colons or units, and the part of the day in several languages.
#pragma once

#include "dates/date_parts.h"
#include "dates/scanner.h"

namespace articles {

// Reads `.5`, `,5` or nothing. False for a point without a digit.
bool scan_fraction(DateScanner& in);

// Reads a time of day. False for any other text, with a reason if the time does not exist.
//
// The clock is `23:52:10.5`, `9:5`, 23时52分10秒, 9点半, 15時5分 or 15시 5분; before AM or PM it
// may be the hour alone. The part of the day may be before or behind it: `PM`, `a.m.`, 下午, 午後,
// 오후. It selects the one of the two readings of a twelve-hour clock that lies within it. A night
// (晚上, 晚, 深夜, 半夜) begins on the day of the date, so 晚上12点 and 晚上1:30 are on the
// next day. An hour that the part of the day does not have, as in 上午15:00, is an impossible date.
bool scan_time(DateScanner& in, DateParts& parts);

}  // namespace articles
