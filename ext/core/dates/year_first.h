// Dates that begin with the year: ISO 8601, also with `/` or `.`, 2021年8月5日 and 2021년 8월 5일.
#pragma once

#include <string_view>

#include "dates/date_parts.h"

namespace articles {

// Reads the whole text. False if it does not have the form.
bool scan_year_first(std::string_view text, DateParts& parts);

}  // namespace articles
