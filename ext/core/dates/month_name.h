// Dates with an English month: RFC 2822, asctime, JavaScript, `Aug 5, 2021`.
#pragma once

#include <string_view>

#include "dates/date_parts.h"

namespace articles {

// Reads the whole text. False if it does not have the form.
bool scan_month_name(std::string_view text, DateParts& parts);

}  // namespace articles
