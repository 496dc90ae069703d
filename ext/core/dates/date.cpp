#include "articles/date.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "articles/error.h"
#include "base/ascii.h"
#include "base/folded_text.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "dates/date_parts.h"
#include "dates/digits_only.h"
#include "dates/month_name.h"
#include "dates/numeric_date.h"
#include "dates/scanner.h"
#include "dates/weekday.h"
#include "dates/year_first.h"
#include "dates/zone_files.h"
#include "dates/zone_suffix.h"

namespace articles {
namespace {

constexpr const char* kNoZoneFiles =
    "a date in a named time zone, and this system has no time zone files";
constexpr const char* kUnknown = "not a date in a known form";

// The form that read_date() scans: full-width characters, Unicode's spaces, hyphens and the minus
// sign become ASCII, and marks without width are removed.
std::string fold_to_ascii(std::string_view text) {
  const std::string narrow = fold_width(text);
  std::string result;
  for (std::size_t offset = 0; offset < narrow.size();) {
    const char32_t code = next_code_point(narrow, offset);
    const bool is_space = (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F;
    const bool is_hyphen = code == 0x2010 || code == 0x2011 || code == 0x2212;
    const bool is_mark = code == 0x200B || code == 0x200E || code == 0x200F || code == 0xFEFF;
    if (is_space)
      result += ' ';
    else if (is_hyphen)
      result += '-';
    else if (!is_mark)
      append_utf8(result, code);
  }
  return result;
}

// The years that format_date() can write, as Unix time.
constexpr std::int64_t kYear0 = days_since_epoch({0, 1, 1}) * kSecondsADay;
constexpr std::int64_t kYear10000 = days_since_epoch({10'000, 1, 1}) * kSecondsADay;

DateReading instant_of(const DateParts& parts, const Zone& zone) {
  const std::int64_t clock = parts.days * kSecondsADay + std::int64_t{parts.hour} * 3600 +
                             std::int64_t{parts.minute} * 60 + parts.second;
  std::int64_t seconds = 0;
  if (parts.offset) {
    seconds = clock - *parts.offset;
  } else if (parts.zone_name.empty()) {
    seconds = zone.to_utc(clock);
  } else {
    const ZoneFile& file = known_zone(parts.zone_name);
    if (file.table == nullptr)
      return {std::nullopt,
              file.outcome == ZoneFile::Outcome::NoFiles ? kNoZoneFiles : kUnknownZone};
    seconds = file.table->to_utc(clock);
  }
  if (seconds < kYear0 || seconds >= kYear10000) return {std::nullopt, kImpossibleDate};
  return {seconds, nullptr};
}

// Reads `2021-08-05-name`, where `-` stands for `separator`.
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

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

}  // namespace

std::int64_t Zone::to_utc(std::int64_t local) const noexcept {
  return table_ == nullptr ? local - offset_ : table_->to_utc(local);
}

Zone Zone::parse(std::string_view name) {
  Zone zone;
  if (is_utc_name(name)) return zone;
  DateScanner in(name);
  if (scan_offset(in, zone.offset_) && in.at_end()) return zone;
  zone.offset_ = 0;
  const std::string unknown = "unknown time zone " + quote(name) + "; ";
  const ZoneFile file = load_zone(name);
  switch (file.outcome) {
    case ZoneFile::Outcome::Found:
      zone.table_ = file.table;
      return zone;
    case ZoneFile::Outcome::NoFiles:
      throw Error(unknown + "this system has no time zone files (in " + joined(zone_directories()) +
                  "): write an offset like +08:00, or install tzdata");
    case ZoneFile::Outcome::Damaged:
      throw Error("time zone " + quote(name) + ": " + file.reason);
    case ZoneFile::Outcome::Unknown:
      break;
  }
  throw Error(unknown + "write it like +08:00, UTC or Asia/Shanghai");
}

DateReading read_date(std::string_view text, const Zone& zone) {
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
  const std::string folded = ascii ? std::string() : fold_to_ascii(text);
  const std::string_view trimmed = trim_spaces(ascii ? text : folded);
  if (trimmed.empty()) return {};
  static constexpr std::array kForms{scan_year_first, scan_compact, scan_unix_time,
                                     scan_numeric_date, scan_month_name};
  DateScanner in(trimmed);
  if (skip_weekday(in)) in.eat_blanks();
  const char* reason = nullptr;
  for (const auto form : kForms) {
    DateParts parts;
    if (form(in.rest(), parts)) return instant_of(parts, zone);
    if (reason == nullptr) reason = parts.reason;
  }
  return {std::nullopt, reason == nullptr ? kUnknown : reason};
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
  assert(seconds >= kYear0 && seconds < kYear10000);
  std::int64_t days = seconds / kSecondsADay;
  std::int64_t rest = seconds % kSecondsADay;
  if (rest < 0) {
    rest += kSecondsADay;
    --days;
  }
  const CivilDate date = civil_date(days);
  const auto digits = [](std::string& out, std::size_t offset, std::size_t count,
                         std::int64_t value) {
    for (std::size_t i = count; i-- > 0; value /= 10)
      out[offset + i] = static_cast<char>('0' + value % 10);
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
