#include "dates/digits_only.h"

#include "dates/scanner.h"
#include "dates/time_of_day.h"
#include "dates/zone_suffix.h"

namespace articles {

bool scan_compact(std::string_view text, DateParts& parts) {
  DateScanner in(text);
  const std::size_t digits = in.digits_ahead();
  if (digits != 8 && digits != 14) return false;
  int year = 0;
  int month = 0;
  int day = 0;
  in.fixed(4, year);
  in.fixed(2, month);
  in.fixed(2, day);
  if (!parts.set_date({year, month, day})) return false;
  if (in.at_end()) return true;
  if (digits == 8 && !in.eat_any("Tt")) return false;
  if (!in.fixed(2, parts.hour) || !in.fixed(2, parts.minute)) return false;
  if (in.digits_ahead() > 0 && !in.number(2, 2, parts.second)) return false;
  return scan_fraction(in) && parts.check_time() && scan_zone(in, false, parts);
}

bool scan_unix_time(std::string_view text, DateParts& parts) {
  DateScanner in(text);
  const std::size_t digits = in.digits_ahead();
  if (digits != 9 && digits != 10 && digits != 13 && digits != 16) return false;
  const std::size_t kept = digits <= 10 ? digits : digits - (digits == 13 ? 3 : 6);
  std::int64_t seconds = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (i < kept) seconds = seconds * 10 + (in.peek() - '0');
    in.eat(in.peek());
  }
  if (digits > 10 ? !in.at_end() : !scan_fraction(in) || !in.at_end()) return false;
  parts.days = seconds / kSecondsADay;
  parts.second = static_cast<int>(seconds % kSecondsADay);
  parts.offset = 0;
  return true;
}

}  // namespace articles
