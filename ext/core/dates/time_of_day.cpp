// Zones and times of the day.
#include "dates/pieces.h"

#include <algorithm>

#include "base/ascii.h"
#include "dates/tz_file.h"

namespace articles {

// --- Zones

// `+08:00`, `+0800`, `+8`, `-03:30`
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

namespace {

struct NamedZone {
  std::string_view name;
  int hours;
};

}  // namespace

bool is_utc_name(std::string_view name) {
  return same_ignoring_case(name, "Z") || same_ignoring_case(name, "UTC") ||
         same_ignoring_case(name, "GMT") || same_ignoring_case(name, "UT");
}

namespace {

// The zone names of RFC 2822, 4.3; they mean something only in its own form, CST is China's
// elsewhere.
std::optional<std::int64_t> rfc2822_zone(std::string_view name) {
  static constexpr NamedZone kZones[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                                         {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
  for (const NamedZone& zone : kZones)
    if (same_ignoring_case(name, zone.name)) return std::int64_t{zone.hours} * 3600;
  return std::nullopt;
}

// `Asia/Shanghai`, also in brackets as RFC 9557 has it. One without `/` could be an abbreviation,
// and these are ambiguous.
bool scan_zone_name(DateScanner& in, std::string_view& name) {
  DateScanner ahead = in;
  const bool bracket = ahead.eat('[');
  const std::size_t size = ahead.rest().find_first_of(" ]");
  const std::string_view word = ahead.rest().substr(0, size);
  if (word.find('/') == std::string_view::npos || !is_zone_name(word)) return false;
  ahead.eat(word);
  if (bracket && !ahead.eat(']')) return false;
  name = word;
  in = ahead;
  return true;
}

// `CST`: of which zone an abbreviation is cannot be told, but that it is one.
void skip_abbreviation(DateScanner& in) {
  constexpr std::size_t kMost = 5;
  DateScanner ahead = in;
  const std::string_view word = ahead.word();
  if (word.size() <= kMost &&
      std::all_of(word.begin(), word.end(), [](char c) { return ascii_upper(c) == c; }))
    in = ahead;
}

// What programs print behind the offset, and what it says again: ` CST`, ` +0800`,
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

}  // namespace

bool scan_zone(DateScanner& in, bool rfc2822, DatePieces& pieces) {
  in.eat_blanks();
  if (in.at_end()) return true;
  if (scan_zone_name(in, pieces.zone_name)) return in.eat_blanks(), in.at_end();
  std::int64_t offset = 0;
  if (const std::string_view name = in.word(); !name.empty()) {
    const std::optional<std::int64_t> zone = rfc2822 ? rfc2822_zone(name) : std::nullopt;
    if (!is_utc_name(name) && !zone) return pieces.fail(kUnknownZone);
    offset = zone.value_or(0);
    if (in.peek() != '+' && in.peek() != '-') {
      pieces.offset = offset;
      in.eat_blanks();
      return in.at_end();
    }
  }
  if (!scan_offset(in, offset)) return false;
  pieces.offset = offset;
  skip_zone_remark(in);
  return in.at_end();
}

// --- Times

namespace {

struct DayPart {
  std::string_view name;
  int add_from, add_below;  // 12 hours are added to hours within [add_from, add_below)
  bool twelve_is_zero;
};
constexpr DayPart kDayParts[] = {
    {"凌晨", 0, 0, true},   {"早上", 0, 0, true},   {"上午", 0, 0, true},   {"中午", 1, 3, false},
    {"下午", 0, 12, false}, {"傍晚", 0, 12, false}, {"晚上", 0, 12, false},
};

const DayPart* scan_day_part(DateScanner& in) {
  for (const DayPart& part : kDayParts)
    if (in.eat(part.name)) return &part;
  return nullptr;
}

}  // namespace

bool scan_fraction(DateScanner& in) {
  if (!in.eat_any(".,")) return true;
  const std::size_t digits = in.digits_ahead();
  for (std::size_t i = 0; i < digits; ++i) in.eat(in.peek());
  return digits > 0;
}

namespace {

// 9时, 9点半, 9时5分10秒
bool scan_chinese_time(DateScanner& in, DatePieces& pieces) {
  if (!in.eat("时") && !in.eat("点")) return false;
  if (in.eat("半")) {
    pieces.minute = 30;
    return true;
  }
  if (in.digits_ahead() == 0) return true;
  if (!in.number(1, 2, pieces.minute) || !in.eat("分")) return false;
  if (in.digits_ahead() == 0) return true;
  return in.number(1, 2, pieces.second) && in.eat("秒");
}

bool scan_clock(DateScanner& in, DatePieces& pieces) {
  if (!in.number(1, 2, pieces.hour)) return false;
  if (!in.eat(':')) return scan_chinese_time(in, pieces);
  if (!in.number(2, 2, pieces.minute)) return false;
  if (!in.eat(':')) return true;
  return in.number(2, 2, pieces.second) && scan_fraction(in);
}

bool apply_am_pm(DateScanner& in, DatePieces& pieces) {
  DateScanner ahead = in;
  ahead.eat_blanks();
  const std::string_view word = ahead.word();
  const bool pm = same_ignoring_case(word, "pm");
  if (!pm && !same_ignoring_case(word, "am")) return true;
  in = ahead;
  if (pieces.hour < 1 || pieces.hour > 12) return pieces.fail(kImpossibleDate);
  pieces.hour = pieces.hour % 12 + (pm ? 12 : 0);
  return true;
}

}  // namespace

bool check_time(DatePieces& pieces) {
  const bool end_of_day = pieces.hour == 24 && pieces.minute == 0 && pieces.second == 0;
  const bool leap_second = pieces.second == 60;  // ends the minute
  if ((pieces.hour > 23 && !end_of_day) || pieces.minute > 59 ||
      (pieces.second > 59 && !leap_second))
    return pieces.fail(kImpossibleDate);
  return true;
}

bool scan_time(DateScanner& in, DatePieces& pieces) {
  const DayPart* const part = scan_day_part(in);
  in.eat_blanks();
  if (!scan_clock(in, pieces)) return false;
  if (part != nullptr) {
    if (part->twelve_is_zero && pieces.hour == 12) pieces.hour = 0;
    if (pieces.hour >= part->add_from && pieces.hour < part->add_below) pieces.hour += 12;
  } else if (!apply_am_pm(in, pieces)) {
    return false;
  }
  return check_time(pieces);
}

}  // namespace articles
