// Times of day, as digits and in Chinese.
#pragma once

#include "dates/date_parts.h"
#include "dates/scanner.h"

namespace articles {

// Reads `.5`, `,5` or nothing. False for a point without a digit.
bool scan_fraction(DateScanner& in);

// Reads a time of day: `23:52:10.5`, `11:52 PM`, `下午3点半`. False for any other text.
bool scan_time(DateScanner& in, DateParts& parts);

}  // namespace articles
