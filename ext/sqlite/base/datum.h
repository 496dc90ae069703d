// The value of a column as data: made once, then given to xColumn or bound to a statement.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "sqlite/base/api.h"

namespace articles::sql {

// NULL, an integer, a real, text, or text that is JSON. Text is valid UTF-8.
class Datum {
 public:
  // NULL
  Datum() = default;

  static Datum integer(std::int64_t value) { return made<std::int64_t>(value); }
  static Datum real(double value) { return made<double>(value); }
  static Datum text(std::string text) { return made<std::string>(std::move(text)); }
  // Borrows: `text` must outlive the datum.
  static Datum text_view(std::string_view text) { return made<std::string_view>(text); }
  static Datum json(std::string json) {
    Datum datum = text(std::move(json));
    datum.is_json_ = true;
    return datum;
  }

  // NULL if there is no value.
  static Datum text_or_null(const std::optional<std::string_view>& borrowed) {
    return borrowed ? text_view(*borrowed) : Datum();
  }
  static Datum text_or_null(std::optional<std::string> owned) {
    return owned ? text(std::move(*owned)) : Datum();
  }

  bool is_null() const noexcept { return std::holds_alternative<std::monostate>(state_); }
  bool is_integer() const noexcept { return std::holds_alternative<std::int64_t>(state_); }
  bool is_real() const noexcept { return std::holds_alternative<double>(state_); }
  bool is_text() const noexcept { return !is_null() && !is_integer() && !is_real(); }
  // JSON is text, too.
  bool is_json() const noexcept { return is_json_; }

  // REQUIRES: is_integer()
  std::int64_t as_integer() const {
    assert(is_integer());
    return std::get<std::int64_t>(state_);
  }
  // REQUIRES: is_real()
  double as_real() const {
    assert(is_real());
    return std::get<double>(state_);
  }
  // Lives as long as the datum, and what it borrows.
  // REQUIRES: is_text()
  std::string_view as_text() const {
    assert(is_text());
    const auto* const owned = std::get_if<std::string>(&state_);
    return owned != nullptr ? std::string_view(*owned) : std::get<std::string_view>(state_);
  }

 private:
  using State = std::variant<std::monostate, std::int64_t, double, std::string_view, std::string>;

  template <class T, class Value>
  static Datum made(Value&& value) {
    Datum datum;
    datum.state_.template emplace<T>(std::forward<Value>(value));
    return datum;
  }

  State state_;
  bool is_json_ = false;
};

// The result of a column or a function. Text is copied; JSON gets the subtype that SQLite's JSON
// functions look for.
void give_result(sqlite3_context* context, const Datum& datum);

// The value of parameter `index` (1-based) of a statement. Text is not copied: the datum, and what
// it borrows, must live until the parameter is bound again or the statement is finalized. Throws
// as check() does. A parameter has no subtype, so JSON is bound as text.
void bind(sqlite3_stmt* statement, int index, const Datum& datum);
void bind(sqlite3_stmt* statement, int index, Datum&& datum) = delete;

}  // namespace articles::sql
