#include "dates/zone_suffix.h"

#include <algorithm>

#include "base/ascii.h"
#include "dates/zone_files.h"

namespace articles {
namespace {

struct NamedZone {
  std::string_view name;
  int hours;
};

// The zone abbreviations of RFC 2822, 4.3.
std::optional<std::int64_t> rfc2822_zone(std::string_view name) {
  static constexpr NamedZone kZones[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                                         {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
  for (const NamedZone& zone : kZones)
    if (same_ignoring_case(name, zone.name)) return std::int64_t{zone.hours} * 3600;
  return std::nullopt;
}

// `Asia/Shanghai`, also in brackets as in RFC 9557. A name without `/` is not read: it could be an
// abbreviation, and these are ambiguous.
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
  if (scan_zone_name(in, parts.zone_name)) return in.eat_blanks(), in.at_end();
  std::int64_t offset = 0;
  if (const std::string_view name = in.word(); !name.empty()) {
    const std::optional<std::int64_t> zone = rfc2822 ? rfc2822_zone(name) : std::nullopt;
    if (!is_utc_name(name) && !zone) return parts.fail(kUnknownZone);
    offset = zone.value_or(0);
    if (in.peek() != '+' && in.peek() != '-') {
      parts.offset = offset;
      in.eat_blanks();
      return in.at_end();
    }
  }
  if (!scan_offset(in, offset)) return false;
  parts.offset = offset;
  skip_zone_remark(in);
  return in.at_end();
}

}  // namespace articles
