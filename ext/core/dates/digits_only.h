// Dates that are digits without separators.
#pragma once

#include <string_view>

#include "dates/date_parts.h"

namespace articles {

// Each reads the whole text, and is false if the text does not have the form.

// `20210805`, `20210805T235210Z`, `20210805235210`.
bool scan_compact(std::string_view text, DateParts& parts);

// Unix time: nine or ten digits are seconds, thirteen are milliseconds, sixteen are microseconds.
bool scan_unix_time(std::string_view text, DateParts& parts);

}  // namespace articles
