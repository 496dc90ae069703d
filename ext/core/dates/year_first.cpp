// Dates that begin with the year, and those that are digits alone.
#include "dates/pieces.h"

namespace articles {

// --- Forms that begin with the year

namespace {

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
bool scan_rest(DateScanner& in, DatePieces& pieces, bool glued_time) {
  skip_chinese_weekday(in);
  if (in.at_end()) return true;
  const bool separated = in.eat_any("Tt") || in.eat_blanks();
  in.eat_blanks();
  if (in.at_end()) return true;
  if (!separated && !glued_time) return false;
  return scan_time(in, pieces) && scan_zone(in, false, pieces);
}

bool scan_iso_week(DateScanner& in, std::int64_t year, DatePieces& pieces) {
  int week = 0;
  int weekday = 1;
  if (!in.fixed(2, week)) return false;
  if ((in.eat('-') || in.digits_ahead() == 1) && !in.number(1, 1, weekday)) return false;
  const std::int64_t monday = first_iso_monday(year) + std::int64_t{week - 1} * 7;
  if (week < 1 || weekday < 1 || weekday > 7 || monday >= first_iso_monday(year + 1))
    return pieces.fail(kImpossibleDate);
  pieces.days = monday + weekday - 1;
  return scan_rest(in, pieces, false);
}

bool scan_ordinal(DateScanner& in, std::int64_t year, DatePieces& pieces) {
  int day = 0;
  if (!in.number(3, 3, day)) return false;
  if (day < 1 || day > (is_leap_year(year) ? 366 : 365)) return pieces.fail(kImpossibleDate);
  pieces.days = days_since_epoch({year, 1, 1}) + day - 1;
  return scan_rest(in, pieces, false);
}

// 2021年8月5日, 号 for 日; blanks between
bool scan_chinese_date(DateScanner& in, std::int64_t year, DatePieces& pieces) {
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
  return pieces.set_date({year, month, day}) && scan_rest(in, pieces, true);
}

}  // namespace

bool scan_year_first(std::string_view text, DatePieces& pieces) {
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
  return pieces.set_date({year, month, day}) && scan_rest(in, pieces, false);
}

// --- Digits alone

// 20210805, 20210805T235210Z, 20210805235210
bool scan_compact(std::string_view text, DatePieces& pieces) {
  DateScanner in(text);
  const std::size_t digits = in.digits_ahead();
  if (digits != 8 && digits != 14) return false;
  int year = 0;
  int month = 0;
  int day = 0;
  in.fixed(4, year);
  in.fixed(2, month);
  in.fixed(2, day);
  if (!pieces.set_date({year, month, day})) return false;
  if (in.at_end()) return true;
  if (digits == 8 && !in.eat_any("Tt")) return false;
  if (!in.fixed(2, pieces.hour) || !in.fixed(2, pieces.minute)) return false;
  if (in.digits_ahead() > 0 && !in.number(2, 2, pieces.second)) return false;
  return scan_fraction(in) && check_time(pieces) && scan_zone(in, false, pieces);
}

// Unix time: nine or ten digits are seconds, thirteen milliseconds, sixteen microseconds.
bool scan_unix_time(std::string_view text, DatePieces& pieces) {
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
  pieces.days = seconds / kSecondsADay;
  pieces.second = static_cast<int>(seconds % kSecondsADay);
  pieces.offset = 0;
  return true;
}

}  // namespace articles
