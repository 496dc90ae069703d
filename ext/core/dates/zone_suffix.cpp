#include "dates/zone_suffix.h"

#include <algorithm>

#include "base/ascii.h"
#include "dates/zone_files.h"

namespace articles {
namespace {

struct Abbreviation {
  std::string_view name;
  int minutes;  // east of Greenwich
};

// Abbreviations with one meaning. BST, IST, MSK and the like have several, also by the year.
constexpr Abbreviation kAbbreviations[] = {
    {"EST", -300}, {"EDT", -240}, {"CDT", -300},     {"MST", -420},     {"MDT", -360},
    {"PST", -480}, {"PDT", -420}, {"AKST", -540},    {"AKDT", -480},    {"HST", -600},
    {"WET", 0},    {"WEST", 60},  {"CET", 60},       {"CEST", 120},     {"EET", 120},
    {"EEST", 180}, {"HKT", 480},  {"SGT", 480},      {"AWST", 480},     {"JST", 540},
    {"KST", 540},  {"ACST", 570}, {"ACDT", 630},     {"AEST", 600},     {"AEDT", 660},
    {"NZST", 720}, {"NZDT", 780}, {"北京时间", 480}, {"北京時間", 480},
};

// Central time in RFC 2822, 4.3, but usually China's in other forms.
constexpr Abbreviation kCst{"CST", -360};

// Names of American zones that do not say whether it is daylight-saving time.
struct GenericName {
  std::string_view name, zone;
};
constexpr GenericName kGenericNames[] = {{"ET", "America/New_York"},
                                         {"CT", "America/Chicago"},
                                         {"MT", "America/Denver"},
                                         {"PT", "America/Los_Angeles"}};

// `Asia/Shanghai`, also in brackets as in RFC 9557. A name without `/` is not read: it could be an
// abbreviation, and these are ambiguous.
bool scan_zone_name(DateScanner& in, std::string_view& name) {
  DateScanner ahead = in;
  const bool bracket = ahead.eat('[');
  const std::size_t size = ahead.rest().find_first_of(" ])");
  const std::string_view word = ahead.rest().substr(0, size);
  if (word.find('/') == std::string_view::npos || !is_zone_name(word)) return false;
  ahead.eat(word);
  if (bracket && !ahead.eat(']')) return false;
  name = word;
  in = ahead;
  return true;
}

// `CST`: an abbreviation that only repeats an offset may be ambiguous.
void skip_abbreviation(DateScanner& in) {
  constexpr std::size_t kMaxLetters = 5;
  DateScanner ahead = in;
  const std::string_view word = ahead.word();
  if (word.size() <= kMaxLetters &&
      std::all_of(word.begin(), word.end(), [](char c) { return ascii_upper(c) == c; }))
    in = ahead;
}

// Skips what programs print behind an offset to repeat it: ` CST`, ` +0800`,
// ` (China Standard Time)`, `[Asia/Shanghai]`.
void skip_zone_remark(DateScanner& in) {
  in.eat_blanks();
  std::string_view name;
  std::int64_t offset = 0;
  if (in.eat('(')) {
    while (!in.at_end() && in.peek() != ')') in.eat(in.peek());
    in.eat(')');
  } else if (!scan_zone_name(in, name) && !scan_offset(in, offset)) {
    skip_abbreviation(in);
  }
  in.eat_blanks();
}

// Reads the name of a zone into parts.offset or parts.zone_name. False, with a reason, if it is
// unknown or ambiguous.
bool scan_abbreviation(DateScanner& in, bool rfc2822, DateParts& parts) {
  DateScanner ahead = in;
  std::string_view name = ahead.word();
  if (is_utc_name(name)) {
    parts.offset = 0;
    in = ahead;
    return true;
  }
  for (const std::string_view beijing : {"北京时间", "北京時間"})
    if (ahead.eat(beijing)) name = beijing;
  if (name.empty()) return false;
  if (rfc2822 && same_ignoring_case(name, kCst.name)) parts.offset = kCst.minutes * 60;
  for (const Abbreviation& zone : kAbbreviations)
    if (same_ignoring_case(name, zone.name)) parts.offset = zone.minutes * 60;
  for (const GenericName& generic : kGenericNames)
    if (name == generic.name) parts.zone_name = generic.zone;
  if (!parts.offset && parts.zone_name.empty()) return parts.fail(kUnknownZone);
  in = ahead;
  return true;
}

// Reads `Asia/Shanghai`, `EDT`, `UTC`, `UTC+8` or `+08:00`.
bool scan_one_zone(DateScanner& in, bool rfc2822, DateParts& parts) {
  if (scan_zone_name(in, parts.zone_name)) return true;
  if (in.peek() != '+' && in.peek() != '-') {
    const bool is_utc = is_utc_name(DateScanner(in).word());
    if (!scan_abbreviation(in, rfc2822, parts)) return false;
    DateScanner ahead = in;
    ahead.eat_blanks();
    if (!is_utc || (ahead.peek() != '+' && ahead.peek() != '-')) return true;
    in = ahead;
  }
  std::int64_t offset = 0;
  if (!scan_offset(in, offset)) return false;
  parts.offset = offset;
  skip_zone_remark(in);
  return true;
}

}  // namespace

bool is_utc_name(std::string_view name) {
  static constexpr std::string_view kNames[] = {"Z", "UTC", "GMT", "UT"};
  return is_one_of_ignoring_case(name, kNames);
}

bool scan_offset(DateScanner& in, std::int64_t& offset) {
  const bool west = in.peek() == '-';
  if (!in.eat_any("+-")) return false;
  int hours = 0;
  int minutes = 0;
  const std::size_t digits = in.digits_ahead();
  if (digits == 4 || digits == 3) {
    in.fixed(digits - 2, hours);
    in.fixed(2, minutes);
  } else if (in.number(1, 2, hours)) {
    if (in.eat(':') && !in.number(2, 2, minutes)) return false;
  } else {
    return false;
  }
  if (hours > 14 || minutes > 59) return false;
  offset = (std::int64_t{hours} * 60 + minutes) * 60;
  if (west) offset = -offset;
  return true;
}

bool scan_zone(DateScanner& in, bool rfc2822, DateParts& parts) {
  in.eat_blanks();
  if (in.at_end()) return true;
  const char end = in.eat('(') ? ')' : in.eat('[') ? ']' : '\0';
  if (!scan_one_zone(in, rfc2822, parts) || (end != '\0' && !in.eat(end))) return false;
  in.eat_blanks();
  return in.at_end();
}

}  // namespace articles
