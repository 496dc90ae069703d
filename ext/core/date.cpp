#include "articles/date.h"

#include <algorithm>
#include <array>

#include "articles/utf8.h"
#include "calendar.h"
#include "date_scanner.h"

namespace articles {
namespace {

constexpr std::int64_t kDay = 86'400;
constexpr const char* kUnknown = "not a date in a known form";
constexpr const char* kAmbiguous = "an ambiguous date: day and month could change places";
constexpr const char* kImpossible = "a date that no calendar has";
constexpr const char* kUnknownZone = "a date in an unknown or ambiguous time zone";

// What a text says, piece by piece; the pieces are not yet checked against the calendar.
struct Pieces {
  std::int64_t days = 0;  // since the epoch
  int hour = 0, minute = 0, second = 0;
  std::optional<std::int64_t> offset;  // seconds east of Greenwich
  const char* reason = nullptr;        // set: the text is a date in form, yet none in fact
};

bool fail(Pieces& pieces, const char* reason) {
  if (pieces.reason == nullptr) pieces.reason = reason;
  return false;
}

bool set_date(Pieces& pieces, const CivilDate& date) {
  if (!is_civil_date(date)) return fail(pieces, kImpossible);
  pieces.days = days_since_epoch(date);
  return true;
}

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

struct NamedZone {
  std::string_view name;
  int hours;
};

bool is_utc(std::string_view name) {
  return same_ignoring_case(name, "Z") || same_ignoring_case(name, "UTC") ||
         same_ignoring_case(name, "GMT") || same_ignoring_case(name, "UT");
}

// The zone names of RFC 2822, 4.3; they mean something only in its own form, CST is China's
// elsewhere.
std::optional<std::int64_t> rfc2822_zone(std::string_view name) {
  static constexpr NamedZone kZones[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                                         {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
  for (const NamedZone& zone : kZones)
    if (same_ignoring_case(name, zone.name)) return std::int64_t{zone.hours} * 3600;
  return std::nullopt;
}

// What programs print behind the offset, and what it says again: ` CST`, ` (China Standard Time)`.
void skip_zone_remark(DateScanner& in) {
  in.eat_blanks();
  if (in.eat('(')) {
    while (!in.at_end() && in.peek() != ')') in.eat(in.peek());
    in.eat(')');
  } else {
    in.word();
  }
  in.eat_blanks();
}

// An optional zone, then the end of the text.
bool scan_zone(DateScanner& in, bool rfc2822, Pieces& pieces) {
  in.eat_blanks();
  if (in.at_end()) return true;
  std::int64_t offset = 0;
  if (const std::string_view name = in.word(); !name.empty()) {
    const std::optional<std::int64_t> zone = rfc2822 ? rfc2822_zone(name) : std::nullopt;
    if (!is_utc(name) && !zone) return fail(pieces, kUnknownZone);
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

bool scan_fraction(DateScanner& in) {
  if (!in.eat_any(".,")) return true;
  const std::size_t digits = in.digits_ahead();
  for (std::size_t i = 0; i < digits; ++i) in.eat(in.peek());
  return digits > 0;
}

// 9时, 9点半, 9时5分10秒
bool scan_chinese_time(DateScanner& in, Pieces& pieces) {
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

bool scan_clock(DateScanner& in, Pieces& pieces) {
  if (!in.number(1, 2, pieces.hour)) return false;
  if (!in.eat(':')) return scan_chinese_time(in, pieces);
  if (!in.number(2, 2, pieces.minute)) return false;
  if (!in.eat(':')) return true;
  return in.number(2, 2, pieces.second) && scan_fraction(in);
}

bool apply_am_pm(DateScanner& in, Pieces& pieces) {
  DateScanner ahead = in;
  ahead.eat_blanks();
  const std::string_view word = ahead.word();
  const bool pm = same_ignoring_case(word, "pm");
  if (!pm && !same_ignoring_case(word, "am")) return true;
  in = ahead;
  if (pieces.hour < 1 || pieces.hour > 12) return fail(pieces, kImpossible);
  pieces.hour = pieces.hour % 12 + (pm ? 12 : 0);
  return true;
}

bool check_time(Pieces& pieces) {
  const bool end_of_day = pieces.hour == 24 && pieces.minute == 0 && pieces.second == 0;
  const bool leap_second = pieces.second == 60;  // ends the minute
  if ((pieces.hour > 23 && !end_of_day) || pieces.minute > 59 ||
      (pieces.second > 59 && !leap_second))
    return fail(pieces, kImpossible);
  return true;
}

bool scan_time(DateScanner& in, Pieces& pieces) {
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

// --- Forms that begin with the year

void skip_chinese_weekday(DateScanner& in) {
  static constexpr std::string_view kDays[] = {"一", "二", "三", "四", "五", "六", "日", "天"};
  DateScanner ahead = in;
  ahead.eat_blanks();
  const bool bracket = ahead.eat('(') || ahead.eat("（");
  const bool named = ahead.eat("星期") || ahead.eat("周") || ahead.eat("礼拜");
  if (!bracket && !named) return;
  for (const std::string_view day : kDays) {
    if (!ahead.eat(day)) continue;
    if (bracket && !ahead.eat(')') && !ahead.eat("）")) return;
    in = ahead;
    return;
  }
}

// Nothing, or a time and a zone, up to the end of the text.
bool scan_rest(DateScanner& in, Pieces& pieces, bool glued_time) {
  skip_chinese_weekday(in);
  if (in.at_end()) return true;
  const bool separated = in.eat_any("Tt") || in.eat_blanks();
  in.eat_blanks();
  if (in.at_end()) return true;
  if (!separated && !glued_time) return false;
  return scan_time(in, pieces) && scan_zone(in, false, pieces);
}

bool scan_iso_week(DateScanner& in, std::int64_t year, Pieces& pieces) {
  int week = 0;
  int weekday = 1;
  if (!in.fixed(2, week)) return false;
  if ((in.eat('-') || in.digits_ahead() == 1) && !in.number(1, 1, weekday)) return false;
  const std::int64_t monday = first_iso_monday(year) + std::int64_t{week - 1} * 7;
  if (week < 1 || weekday < 1 || weekday > 7 || monday >= first_iso_monday(year + 1))
    return fail(pieces, kImpossible);
  pieces.days = monday + weekday - 1;
  return scan_rest(in, pieces, false);
}

bool scan_ordinal(DateScanner& in, std::int64_t year, Pieces& pieces) {
  int day = 0;
  if (!in.number(3, 3, day)) return false;
  if (day < 1 || day > (is_leap_year(year) ? 366 : 365)) return fail(pieces, kImpossible);
  pieces.days = days_since_epoch({year, 1, 1}) + day - 1;
  return scan_rest(in, pieces, false);
}

// 2021年8月5日, 号 for 日; blanks between
bool scan_chinese_date(DateScanner& in, std::int64_t year, Pieces& pieces) {
  int month = 0;
  int day = 0;
  in.eat_blanks();
  if (!in.number(1, 2, month)) return false;
  in.eat_blanks();
  if (!in.eat("月")) return false;
  in.eat_blanks();
  if (!in.number(1, 2, day)) return false;
  in.eat_blanks();
  if (!in.eat("日") && !in.eat("号")) return false;
  return set_date(pieces, {year, month, day}) && scan_rest(in, pieces, true);
}

bool scan_year_first(std::string_view text, Pieces& pieces) {
  DateScanner in(text);
  int year = 0;
  int month = 0;
  int day = 0;
  if (!in.number(4, 4, year)) return false;
  in.eat_blanks();
  if (in.eat("年")) return scan_chinese_date(in, year, pieces);
  const char separator = in.peek();
  if (!in.eat_any("-/.W")) return false;
  if (separator == 'W' || (separator == '-' && in.eat('W'))) return scan_iso_week(in, year, pieces);
  if (separator == '-' && in.digits_ahead() == 3) return scan_ordinal(in, year, pieces);
  if (!in.number(1, 2, month) || !in.eat(separator) || !in.number(1, 2, day)) return false;
  return set_date(pieces, {year, month, day}) && scan_rest(in, pieces, false);
}

// --- Digits alone

// 20210805, 20210805T235210Z, 20210805235210
bool scan_compact(std::string_view text, Pieces& pieces) {
  DateScanner in(text);
  const std::size_t digits = in.digits_ahead();
  if (digits != 8 && digits != 14) return false;
  int year = 0;
  int month = 0;
  int day = 0;
  in.fixed(4, year);
  in.fixed(2, month);
  in.fixed(2, day);
  if (!set_date(pieces, {year, month, day})) return false;
  if (in.at_end()) return true;
  if (digits == 8 && !in.eat_any("Tt")) return false;
  if (!in.fixed(2, pieces.hour) || !in.fixed(2, pieces.minute)) return false;
  if (in.digits_ahead() > 0 && !in.number(2, 2, pieces.second)) return false;
  return scan_fraction(in) && check_time(pieces) && scan_zone(in, false, pieces);
}

// Unix time: nine or ten digits are seconds, thirteen milliseconds, sixteen microseconds.
bool scan_unix_time(std::string_view text, Pieces& pieces) {
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
  pieces.days = seconds / kDay;
  pieces.second = static_cast<int>(seconds % kDay);
  pieces.offset = 0;
  return true;
}

// --- Forms with the name of a month

int month_named(std::string_view name) {
  static constexpr std::string_view kMonths[] = {"january",   "february", "march",    "april",
                                                 "may",       "june",     "july",     "august",
                                                 "september", "october",  "november", "december"};
  if (name.size() < 3) return 0;
  for (int i = 0; i < 12; ++i) {
    const std::string_view full = kMonths[i];
    const bool sept = i == 8 && same_ignoring_case(name, "sept");
    if (sept || same_ignoring_case(name, full) || same_ignoring_case(name, full.substr(0, 3)))
      return i + 1;
  }
  return 0;
}

bool is_weekday(std::string_view name) {
  static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  if (name.size() < 3) return false;
  return std::any_of(std::begin(kDays), std::end(kDays), [&](std::string_view day) {
    return name.size() <= day.size() && same_ignoring_case(name, day.substr(0, name.size()));
  });
}

void skip_weekday(DateScanner& in) {
  DateScanner ahead = in;
  if (!is_weekday(ahead.word())) return;
  ahead.eat_any(",.");
  ahead.eat_blanks();
  in = ahead;
}

bool scan_month(DateScanner& in, int& month) {
  month = month_named(in.word());
  in.eat('.');
  return month != 0;
}

// RFC 2822, 4.3: 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999.
bool scan_rfc2822_year(DateScanner& in, int& year) {
  if (in.number(4, 4, year)) return true;
  if (!in.number(2, 2, year)) return false;
  year += year < 50 ? 2000 : 1900;
  return true;
}

bool scan_time_after_name(DateScanner& in, bool rfc2822, Pieces& pieces) {
  in.eat(',');
  in.eat_blanks();
  if (in.at_end()) return true;
  return scan_time(in, pieces) && scan_zone(in, rfc2822, pieces);
}

// `Thu, 05 Aug 2021 23:52:10 GMT`, `5 August 2021`, `Thursday, 05-Aug-21 23:52:10 GMT`
bool scan_day_month_year(DateScanner in, Pieces& pieces) {
  int day = 0;
  int month = 0;
  int year = 0;
  if (!in.number(1, 2, day)) return false;
  if (!in.eat('-')) in.eat_blanks();
  if (!scan_month(in, month)) return false;
  if (!in.eat('-')) in.eat_any(",");
  in.eat_blanks();
  if (!scan_rfc2822_year(in, year)) return false;
  return set_date(pieces, {year, month, day}) && scan_time_after_name(in, true, pieces);
}

// `Aug 5, 2021 11:52 PM`, `Thu Aug 05 2021 23:52:10 GMT+0800`, `Thu Aug  5 23:52:10 2021`
bool scan_month_day(DateScanner in, Pieces& pieces) {
  int month = 0;
  int day = 0;
  int year = 0;
  if (!scan_month(in, month)) return false;
  in.eat_blanks();
  if (!in.number(1, 2, day)) return false;
  in.eat(',');
  in.eat_blanks();
  if (in.number(4, 4, year))
    return set_date(pieces, {year, month, day}) && scan_time_after_name(in, false, pieces);
  if (!scan_time(in, pieces)) return false;
  in.eat_blanks();
  if (!in.number(4, 4, year)) return false;
  return set_date(pieces, {year, month, day}) && in.at_end();
}

bool scan_month_name(std::string_view text, Pieces& pieces) {
  DateScanner in(text);
  skip_weekday(in);
  return ascii_digit(in.peek()) ? scan_day_month_year(in, pieces) : scan_month_day(in, pieces);
}

// 01/02/2021 and its like, whatever follows
bool is_ambiguous(std::string_view text) {
  DateScanner in(text);
  int number = 0;
  if (!in.number(1, 2, number)) return false;
  const char separator = in.peek();
  return in.eat_any("-/.") && in.number(1, 2, number) && in.eat(separator) &&
         in.digits_ahead() >= 2;
}

// Full-width digits and punctuation as ASCII, no-break and wide blanks as blanks.
std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code >= 0xFF10 && code <= 0xFF1A)
      append_utf8(result, code - 0xFF10 + '0');
    else if (code == 0x2212 || code == 0xFF0D)
      result += '-';
    else if (code == 0xA0 || code == 0x3000)
      result += ' ';
    else
      append_utf8(result, code);
  }
  return result;
}

DateReading finished(const Pieces& pieces, const Zone& zone) {
  const std::int64_t clock = pieces.days * kDay + std::int64_t{pieces.hour} * 3600 +
                             std::int64_t{pieces.minute} * 60 + pieces.second;
  const std::int64_t seconds = pieces.offset ? clock - *pieces.offset : zone.to_utc(clock);
  const CivilDate date = civil_date(seconds >= 0 ? seconds / kDay : (seconds - kDay + 1) / kDay);
  if (date.year < 0 || date.year > 9999) return {std::nullopt, kImpossible};
  return {seconds, nullptr};
}

}  // namespace

std::optional<Zone> Zone::parse(std::string_view name) noexcept {
  if (is_utc(name)) return Zone();
  DateScanner in(name);
  std::int64_t offset = 0;
  if (!scan_offset(in, offset) || !in.at_end()) return std::nullopt;
  return Zone(offset);
}

DateReading read_date(std::string_view text, const Zone& zone) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
  const std::string wide = ascii ? std::string() : folded(text);
  const std::string_view trimmed = trim_spaces(ascii ? text : wide);
  if (trimmed.empty()) return {};
  static constexpr std::array kForms{scan_year_first, scan_compact, scan_unix_time,
                                     scan_month_name};
  const char* reason = nullptr;
  for (const auto form : kForms) {
    Pieces pieces;
    if (form(trimmed, pieces)) return finished(pieces, zone);
    if (reason == nullptr) reason = pieces.reason;
  }
  if (reason == nullptr) reason = is_ambiguous(trimmed) ? kAmbiguous : kUnknown;
  return {std::nullopt, reason};
}

std::string format_date(std::int64_t seconds) {
  std::int64_t days = seconds / kDay;
  std::int64_t rest = seconds % kDay;
  if (rest < 0) {
    rest += kDay;
    --days;
  }
  const CivilDate date = civil_date(days);
  const auto digits = [](std::string& out, std::size_t at, std::size_t count, std::int64_t value) {
    for (std::size_t i = count; i-- > 0; value /= 10)
      out[at + i] = static_cast<char>('0' + value % 10);
  };
  std::string text = "0000-00-00 00:00:00";
  digits(text, 0, 4, date.year);
  digits(text, 5, 2, date.month);
  digits(text, 8, 2, date.day);
  digits(text, 11, 2, rest / 3600);
  digits(text, 14, 2, rest / 60 % 60);
  digits(text, 17, 2, rest % 60);
  return text;
}

}  // namespace articles
