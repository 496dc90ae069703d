#include "dates/numeric_date.h"

#include "dates/date_rest.h"
#include "dates/scanner.h"

namespace articles {
namespace {

constexpr const char* kAmbiguous = "an ambiguous date: day and month could change places";
constexpr int kMonths = 12;

// Reads the separator, and behind a full stop also blanks: 27. 11. 2017
bool scan_separator(DateScanner& in, char separator) {
  if (!in.eat(separator)) return false;
  if (separator == '.') in.eat_blanks();
  return true;
}

}  // namespace

bool scan_numeric_date(std::string_view text, DateParts& parts) {
  DateScanner in(text);
  int first = 0;
  int second = 0;
  int year = 0;
  if (!in.number(1, 2, first)) return false;
  const char separator = in.peek();
  if (separator != '-' && separator != '/' && separator != '.') return false;
  if (!scan_separator(in, separator) || !in.number(1, 2, second) || !scan_separator(in, separator))
    return false;
  if (in.digits_ahead() == 2) return parts.fail(kAmbiguous);
  if (!in.number(4, 4, year)) return false;
  if (first <= kMonths && second <= kMonths && first != second) return parts.fail(kAmbiguous);
  const bool day_first = first > kMonths;
  return parts.set_date({year, day_first ? second : first, day_first ? first : second}) &&
         scan_rest_of_date(in, {}, parts);
}

}  // namespace articles
