#include "articles/date.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "dates/pieces.h"
#include "dates/tz_file.h"

namespace articles {

namespace {

constexpr const char* kNoZoneFiles =
    "a date in a named time zone, and this system has no time zone files";
constexpr const char* kUnknown = "not a date in a known form";
constexpr const char* kAmbiguous = "an ambiguous date: day and month could change places";

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

// What is wrong with a zone of which there is no table.
const char* reason_of(ZoneFile::Outcome outcome) {
  return outcome == ZoneFile::Outcome::NoFiles ? kNoZoneFiles : kUnknownZone;
}

DateReading finished(const DatePieces& pieces, const Zone& zone) {
  constexpr std::int64_t kYear0 = days_since_epoch({0, 1, 1}) * kSecondsADay;
  constexpr std::int64_t kYear10000 = days_since_epoch({10'000, 1, 1}) * kSecondsADay;
  const std::int64_t clock = pieces.days * kSecondsADay + std::int64_t{pieces.hour} * 3600 +
                             std::int64_t{pieces.minute} * 60 + pieces.second;
  std::int64_t seconds = 0;
  if (pieces.offset) {
    seconds = clock - *pieces.offset;
  } else if (pieces.zone_name.empty()) {
    seconds = zone.to_utc(clock);
  } else {
    const ZoneFile& file = known_zone(pieces.zone_name);
    if (file.table == nullptr) return {std::nullopt, reason_of(file.outcome)};
    seconds = file.table->to_utc(clock);
  }
  if (seconds < kYear0 || seconds >= kYear10000) return {std::nullopt, kImpossibleDate};
  return {seconds, nullptr};
}

// 2021-08-05-name
std::optional<std::int64_t> day_before_name(std::string_view text, char separator,
                                            const Zone& zone) {
  DateScanner in(text);
  CivilDate date;
  int year = 0;
  const bool dated = in.number(4, 4, year) && in.eat(separator) && in.number(1, 2, date.month) &&
                     in.eat(separator) && in.number(1, 2, date.day) && in.eat(separator) &&
                     !in.at_end();
  date.year = year;
  if (!dated || !is_civil_date(date)) return std::nullopt;
  return zone.to_utc(days_since_epoch(date) * kSecondsADay);
}

}  // namespace

DateReading read_date(std::string_view text, const Zone& zone) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
  const std::string wide = ascii ? std::string() : folded(text);
  const std::string_view trimmed = trim_spaces(ascii ? text : wide);
  if (trimmed.empty()) return {};
  static constexpr std::array kForms{scan_year_first, scan_compact, scan_unix_time,
                                     scan_month_name};
  const char* reason = nullptr;
  for (const auto form : kForms) {
    DatePieces pieces;
    if (form(trimmed, pieces)) return finished(pieces, zone);
    if (reason == nullptr) reason = pieces.reason;
  }
  if (reason == nullptr) reason = is_ambiguous(trimmed) ? kAmbiguous : kUnknown;
  return {std::nullopt, reason};
}

std::optional<std::int64_t> date_of_file_name(std::string_view file, const Zone& zone) {
  return day_before_name(file.substr(file.rfind('/') + 1), '-', zone);
}

std::optional<std::int64_t> date_of_page_path(std::string_view path, const Zone& zone) {
  for (;;) {
    if (const auto seconds = day_before_name(path, '/', zone)) return seconds;
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    path.remove_prefix(slash + 1);
  }
}

std::string format_date(std::int64_t seconds) {
  std::int64_t days = seconds / kSecondsADay;
  std::int64_t rest = seconds % kSecondsADay;
  if (rest < 0) {
    rest += kSecondsADay;
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
