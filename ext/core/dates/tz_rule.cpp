#include "dates/tz_rule.h"

#include <algorithm>

#include "base/ascii.h"
#include "dates/calendar.h"
#include "dates/scanner.h"

namespace articles {
namespace {

constexpr int kMaxHours = 24;
constexpr int kMaxRuleHours = 167;  // RFC 8536, 3.3.1: from -167 to 167

// `EST`, or `<+0330>`
bool scan_name(DateScanner& in) {
  constexpr std::size_t kMinLetters = 3;
  if (!in.eat('<')) return in.word().size() >= kMinLetters;
  std::size_t size = 0;
  while (ascii_alnum(in.peek()) || in.peek() == '+' || in.peek() == '-') in.eat(in.peek()), ++size;
  return size >= kMinLetters && in.eat('>');
}

// `[+-]h[:mm[:ss]]`
bool scan_seconds(DateScanner& in, int max_hours, std::int32_t& seconds) {
  const bool negative = in.peek() == '-';
  in.eat_any("+-");
  int hours = 0;
  int minutes = 0;
  int rest = 0;
  if (!in.number(1, 3, hours) || hours > max_hours) return false;
  if (in.eat(':') && !in.number(2, 2, minutes)) return false;
  if (in.eat(':') && !in.number(2, 2, rest)) return false;
  if (minutes > 59 || rest > 59) return false;
  seconds = (hours * 60 + minutes) * 60 + rest;
  if (negative) seconds = -seconds;
  return true;
}

// POSIX states offsets west of Greenwich.
bool scan_offset_west(DateScanner& in, std::int32_t& offset) {
  if (!scan_seconds(in, kMaxHours, offset)) return false;
  offset = -offset;
  return true;
}

bool is_within(int min, int value, int max) {
  return min <= value && value <= max;
}

bool scan_day(DateScanner& in, TzRuleDay& rule) {
  if (in.eat('M')) {
    rule.kind = TzRuleDay::Kind::MonthWeek;
    return in.number(1, 2, rule.month) && is_within(1, rule.month, 12) && in.eat('.') &&
           in.number(1, 1, rule.week) && is_within(1, rule.week, 5) && in.eat('.') &&
           in.number(1, 1, rule.day) && is_within(0, rule.day, 6);
  }
  rule.kind = in.eat('J') ? TzRuleDay::Kind::Julian : TzRuleDay::Kind::ZeroBased;
  return in.number(1, 3, rule.day) &&
         is_within(rule.kind == TzRuleDay::Kind::Julian ? 1 : 0, rule.day, 365);
}

// `,M3.2.0`, `,J60/-2:30`
bool scan_rule_day(DateScanner& in, TzRuleDay& rule) {
  if (!in.eat(',') || !scan_day(in, rule)) return false;
  return !in.eat('/') || scan_seconds(in, kMaxRuleHours, rule.seconds);
}

// The day of a MonthWeek rule, in days since 1970-01-01.
std::int64_t day_in_month(std::int64_t year, const TzRuleDay& rule) noexcept {
  const std::int64_t first = days_since_epoch({year, rule.month, 1});
  const std::int64_t weekday = ((first + 4) % 7 + 7) % 7;  // 0 is Sunday
  std::int64_t day = first + (rule.day - weekday + 7) % 7 + std::int64_t{rule.week - 1} * 7;
  const std::int64_t next_month = rule.month == 12 ? days_since_epoch({year + 1, 1, 1})
                                                   : days_since_epoch({year, rule.month + 1, 1});
  if (day >= next_month) day -= 7;
  return day;
}

}  // namespace

std::int64_t TzRuleDay::local_seconds(std::int64_t year) const noexcept {
  constexpr int kLastOfFebruary = 59;
  std::int64_t days = days_since_epoch({year, 1, 1}) + day;
  if (kind == Kind::MonthWeek) days = day_in_month(year, *this);
  if (kind == Kind::Julian && (day <= kLastOfFebruary || !is_leap_year(year))) --days;
  return days * kSecondsADay + seconds;
}

std::optional<TzRule> TzRule::parse(std::string_view text) noexcept {
  DateScanner in(text);
  TzRule rule;
  if (!scan_name(in) || !scan_offset_west(in, rule.offset)) return std::nullopt;
  if (in.at_end()) return rule;
  Daylight daylight;
  daylight.offset = rule.offset + 3600;
  if (!scan_name(in)) return std::nullopt;
  if (in.peek() != ',' && !scan_offset_west(in, daylight.offset)) return std::nullopt;
  if (!scan_rule_day(in, daylight.begin) || !scan_rule_day(in, daylight.end) || !in.at_end())
    return std::nullopt;
  rule.daylight = daylight;
  return rule;
}

void TzRule::append_transitions(std::int64_t first_year, std::int64_t end_year, std::int64_t after,
                                std::vector<Transition>& transitions) const {
  if (!daylight) return;
  const auto old_size = static_cast<std::ptrdiff_t>(transitions.size());
  for (std::int64_t year = first_year; year < end_year; ++year) {
    const Transition begin{daylight->begin.local_seconds(year) - offset, daylight->offset};
    const Transition end{daylight->end.local_seconds(year) - daylight->offset, offset};
    for (const Transition& transition : {begin, end})
      if (transition.utc > after) transitions.push_back(transition);
  }
  // Stable: if daylight-saving time of one year ends when that of the next begins, the beginning is
  // the later transition.
  std::stable_sort(transitions.begin() + old_size, transitions.end(),
                   [](const Transition& a, const Transition& b) { return a.utc < b.utc; });
}

}  // namespace articles
