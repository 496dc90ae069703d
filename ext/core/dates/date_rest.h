// What follows the day in every form of a date.
#pragma once

#include "dates/date_parts.h"
#include "dates/scanner.h"

namespace articles {

struct RestRules {
  bool rfc2822 = false;     // for scan_zone()
  bool glued_time = false;  // whether the time may follow the day without anything between them
};

// Reads an optional weekday, time and zone up to the end of the text. Blanks, `T`, a comma, `at`,
// `@` or a dash between blanks separate the time. False for any other text.
bool scan_rest_of_date(DateScanner& in, const RestRules& rules, DateParts& parts);

}  // namespace articles
