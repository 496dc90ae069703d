#include "dates/time_of_day.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "base/ascii.h"

namespace articles {
namespace {

// The hours from `first` to before `end`; 24 and more are hours of the next day. No part is longer
// than 12 hours, so that an hour of a twelve-hour clock has at most one place in it.
struct DayPart {
  std::string_view name;
  int first, end;
};

constexpr DayPart kAm{"am", 0, 12};
constexpr DayPart kPm{"pm", 12, 24};

// A name comes before those that it begins with. 밤 ends at midnight: people count the hours after
// it to the night before, but programs (ICU) to the day of the date.
constexpr DayPart kDayParts[] = {
    {"凌晨", 0, 9},   {"淩晨", 0, 9},   {"새벽", 0, 9},   {"早上", 0, 12},  {"早晨", 0, 12},
    {"清晨", 0, 12},  {"早间", 0, 12},  {"早間", 0, 12},  {"早", 0, 12},    {"朝", 0, 12},
    {"上午", 0, 12},  {"午前", 0, 12},  {"오전", 0, 12},  {"아침", 0, 12},  {"中午", 10, 15},
    {"正午", 10, 15}, {"午间", 10, 15}, {"午間", 10, 15}, {"昼", 10, 16},   {"下午", 12, 24},
    {"午后", 12, 24}, {"午後", 12, 24}, {"오후", 12, 24}, {"傍晚", 15, 24}, {"夕方", 15, 24},
    {"저녁", 15, 24}, {"晚上", 17, 29}, {"晚间", 17, 29}, {"晚間", 17, 29}, {"夜晚", 17, 29},
    {"晚", 17, 29},   {"밤", 17, 24},   {"深夜", 20, 30}, {"夜间", 20, 30}, {"夜間", 20, 30},
    {"夜里", 20, 30}, {"夜裡", 20, 30}, {"半夜", 20, 30}, {"午夜", 20, 30}, {"夜", 17, 29},
};

// Reads `AM`, `p.m.`, `a. m.`, in any case.
const DayPart* scan_am_pm(DateScanner& in) {
  DateScanner ahead = in;
  const std::string_view word = ahead.word();
  bool pm = same_ignoring_case(word, "pm");
  if (!pm && !same_ignoring_case(word, "am")) {
    pm = same_ignoring_case(word, "p");
    if ((!pm && !same_ignoring_case(word, "a")) || !ahead.eat('.')) return nullptr;
    ahead.eat_blanks();
    if (!same_ignoring_case(ahead.word(), "m")) return nullptr;
  }
  ahead.eat('.');
  in = ahead;
  return pm ? &kPm : &kAm;
}

const DayPart* scan_day_part(DateScanner& in) {
  DateScanner ahead = in;
  ahead.eat_blanks();
  if (ahead.at_end() || ascii_digit(ahead.peek())) return nullptr;
  const DayPart* found = nullptr;
  if (is_ascii(ahead.peek())) {
    found = scan_am_pm(ahead);
  } else {
    const auto* const part =
        std::find_if(std::begin(kDayParts), std::end(kDayParts),
                     [&](const DayPart& entry) { return ahead.eat(entry.name); });
    if (part != std::end(kDayParts)) found = part;
  }
  if (found != nullptr) in = ahead;
  return found;
}

// Moves the hour to its place within the part of the day.
bool apply_day_part(const DayPart& part, DateParts& parts) {
  const bool twelve_hours = parts.hour <= 12;
  const int step = twelve_hours ? 12 : 24;
  int hour = twelve_hours ? parts.hour % 12 : parts.hour;
  while (hour < part.first) hour += step;
  if (hour >= part.end) return parts.fail(kImpossibleDate);
  parts.hour = hour;
  return true;
}

// Reads a number of up to two digits and its unit, with blanks before and between them.
template <std::size_t N>
bool scan_quantity(DateScanner& in, const std::string_view (&units)[N], int& value) {
  DateScanner ahead = in;
  int number = 0;
  ahead.eat_blanks();
  if (!ahead.number(1, 2, number)) return false;
  ahead.eat_blanks();
  if (!ahead.eat_word(units)) return false;
  value = number;
  in = ahead;
  return true;
}

// Reads the hour and its unit, then 半, 整, 5分, 5分10秒, or two digits; or nothing more.
bool scan_clock_with_units(DateScanner& in, DateParts& parts) {
  if (!scan_quantity(in, {"时", "時", "点", "點", "시"}, parts.hour)) return false;
  DateScanner half = in;
  half.eat_blanks();
  if (half.eat_word({"半", "반"})) {
    in = half;
    parts.minute = 30;
  } else if (scan_quantity(in, {"分", "분"}, parts.minute)) {
    scan_quantity(in, {"秒", "초"}, parts.second);
  } else if (!in.eat_word({"整", "钟", "鐘"}) && in.digits_ahead() == 2) {
    in.fixed(2, parts.minute);
  }
  return true;
}

// Reads `23:52:10.5`, or the hour alone.
bool scan_clock_with_colons(DateScanner& in, DateParts& parts, bool& hour_alone) {
  if (!in.number(1, 2, parts.hour)) return false;
  hour_alone = !in.eat(':');
  if (hour_alone) return true;
  if (!in.number(1, 2, parts.minute)) return false;
  if (!in.eat(':')) return true;
  return in.number(1, 2, parts.second) && scan_fraction(in);
}

}  // namespace

bool scan_fraction(DateScanner& in) {
  if (!in.eat_any(".,")) return true;
  const std::size_t digits = in.digits_ahead();
  for (std::size_t i = 0; i < digits; ++i) in.eat(in.peek());
  return digits > 0;
}

bool scan_time(DateScanner& in, DateParts& parts) {
  const DayPart* part = scan_day_part(in);
  in.eat_blanks();
  bool hour_alone = false;
  if (!scan_clock_with_units(in, parts) && !scan_clock_with_colons(in, parts, hour_alone))
    return false;
  if (part == nullptr) part = scan_day_part(in);
  if (hour_alone && part != &kAm && part != &kPm) return false;
  return parts.check_time() && (part == nullptr || apply_day_part(*part, parts));
}

}  // namespace articles
