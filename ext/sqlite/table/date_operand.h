// What the columns date and updated can be compared with. They are text, so anything but the form
// in which they are written compares without a sense: that is an error instead of a wrong answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sqlite/base/api.h"
#include "sqlite/table/plan.h"

namespace articles::sql {

// Throws Error, which names the column and the value and says what to write, if the operand of a
// condition of this kind has another form than kind.date_form.
// REQUIRES: operand is not NULL
void check_date_operand(const ConditionKind& kind, sqlite3_value* operand);

// Whether `text` is `YYYY-MM-DD HH:MM:SS` or the beginning of it, digits for letters.
bool begins_date(std::string_view text) noexcept;

// The end of the time that a year, month, day, hour or minute names, written as it is:
// `2021-12` gives `2022-01`. No value: `text` is none of these.
std::optional<std::string> end_of_date(std::string_view text);

}  // namespace articles::sql
