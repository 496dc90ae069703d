#include "dates/date_rest.h"

#include <string_view>

#include "base/ascii.h"
#include "dates/time_of_day.h"
#include "dates/weekday.h"
#include "dates/zone_suffix.h"

namespace articles {
namespace {

// Skips what separates a day from a time. False, without moving, if nothing does.
bool skip_separator(DateScanner& in) {
  if (in.eat_any("Tt")) return true;
  const bool blanks = in.eat_blanks();
  if (in.eat_any(",@")) return in.eat_blanks(), true;
  DateScanner ahead = in;
  const bool separated =
      ahead.eat('-') || ahead.eat("–") || ahead.eat("—") || same_ignoring_case(ahead.word(), "at");
  if (blanks && separated && ahead.eat_blanks()) in = ahead;
  return blanks;
}

}  // namespace

bool scan_rest_of_date(DateScanner& in, const RestRules& rules, DateParts& parts) {
  bool separated = skip_weekday(in);
  separated |= skip_separator(in);
  if (skip_weekday(in)) skip_separator(in);
  if (in.at_end()) return true;
  if (!separated && !rules.glued_time) return false;
  return scan_time(in, parts) && scan_zone(in, rules.rfc2822, parts);
}

}  // namespace articles
