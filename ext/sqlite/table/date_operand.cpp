#include "sqlite/table/date_operand.h"

#include <cassert>
#include <cstdint>

#include "articles/date.h"
#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "sqlite/base/sql_value.h"

namespace articles::sql {
namespace {

constexpr std::string_view kWholeForm = "0000-00-00 00:00:00";

// `value` as it would be written in SQL.
std::string written(sqlite3_value* value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_TEXT:
      return quote(text_of(value));
    case SQLITE_BLOB:
      return "a blob";
    default:
      return "the number " + std::string(text_of(value));
  }
}

std::string wanted_form(DateForm form) {
  if (form == DateForm::Whole) return "write UTC as '2021-08-05 10:00:00'";
  return "write UTC as '2021', '2021-08', '2021-08-05' or '2021-08-05 10:00:00'";
}

// A time that many seconds after the one that `text` begins, cut to the same size.
std::string later(std::string_view text, std::int64_t seconds) {
  constexpr std::string_view kFirst = "0000-01-01 00:00:00";
  const std::string whole = std::string(text) + std::string(kFirst.substr(text.size()));
  const DateReading reading = read_date(whole, Zone());
  if (!reading.seconds) return {};
  return format_date(*reading.seconds + seconds).substr(0, text.size());
}

}  // namespace

bool begins_date(std::string_view text) noexcept {
  if (text.size() > kWholeForm.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (kWholeForm[i] == '0' ? !ascii_digit(text[i]) : text[i] != kWholeForm[i]) return false;
  return true;
}

std::optional<std::string> end_of_date(std::string_view text) {
  constexpr std::int64_t kMinute = 60;
  constexpr std::int64_t kHour = 3'600;
  constexpr std::int64_t kDay = 86'400;
  std::string end;
  if (!begins_date(text)) return std::nullopt;
  switch (text.size()) {
    case 4:  // the first day of the next year and month are within these days
      end = later(text, 366 * kDay);
      break;
    case 7:
      end = later(text, 31 * kDay);
      break;
    case 10:
      end = later(text, kDay);
      break;
    case 13:
      end = later(text, kHour);
      break;
    case 16:
      end = later(text, kMinute);
      break;
    default:
      break;
  }
  if (end.empty()) return std::nullopt;
  return end;
}

void check_date_operand(const ConditionKind& kind, sqlite3_value* operand) {
  assert(!is_null(operand));
  if (kind.date_form == DateForm::Any) return;
  const std::string column = kColumns[static_cast<std::size_t>(kind.column)].name;
  const bool is_text = sqlite3_value_type(operand) == SQLITE_TEXT;
  const std::string_view text = text_of(operand);
  if (!is_text || !begins_date(text))
    throw Error(column + " is compared with " + written(operand) + ": " +
                wanted_form(kind.date_form));
  if (kind.date_form == DateForm::Beginning || text.size() == kWholeForm.size()) return;
  const std::optional<std::string> end = end_of_date(text);
  throw Error(
      column + " never equals " + quote(text) + ": " +
      (end ? "write " + column + " >= " + quote(text) + " AND " + column + " < " + quote(*end)
           : wanted_form(kind.date_form)));
}

}  // namespace articles::sql
