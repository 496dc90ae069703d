// Dates of three numbers that end with the year: 27/11/2017, 10-19-2018, 27.11.2017.
#pragma once

#include <string_view>

#include "dates/date_parts.h"

namespace articles {

// Reads the whole text. A number above 12 is the day, whichever comes first. If both could be the
// month, the date is ambiguous, unless they are equal; so is one whose year has two digits. False,
// with a reason for an ambiguous date, if the text does not have the form.
bool scan_numeric_date(std::string_view text, DateParts& parts);

}  // namespace articles
