// Weekdays beside a date. They are skipped, not compared with the date.
#pragma once

#include "dates/scanner.h"

namespace articles {

// Skips a weekday if there is one, and returns whether there was. Also skips the blanks before it
// and a comma or full stop behind it. It is
// - `Thu`, `Thursday`, also in brackets;
// - 星期四, 周四, 週四, 礼拜四; 木曜日, 木曜; 목요일;
// - (四), (木), (목).
bool skip_weekday(DateScanner& in);

}  // namespace articles
