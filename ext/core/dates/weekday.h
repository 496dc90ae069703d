// Weekdays beside a date. They are skipped, not compared with the date.
#pragma once

#include "dates/scanner.h"

namespace articles {

// Skips `Thu`, `Thursday` and the like with the `,` or `.` and the blanks behind it.
void skip_english_weekday(DateScanner& in);

// Skips 星期四, 周四, 礼拜四 or （四） with the blanks before it.
void skip_chinese_weekday(DateScanner& in);

}  // namespace articles
