#include "sqlite/table/affinity.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/ascii.h"

namespace articles::sql {
namespace {

// SQLite stores a whole number as an integer if it lies strictly between -2^63 and 2^63.
constexpr double kIntegersEnd = 9223372036854775808.0;

bool read_integer(std::string_view text, std::int64_t& integer) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), integer);
  return error == std::errc() && end == text.data() + text.size();
}

// Whether a number that no double holds is too small, not too large. `number` is what from_chars
// found to be out of range.
bool is_tiny(std::string_view number) {
  constexpr std::int64_t kMostDigits = 1'000'000'000;  // more than a value of SQLite has
  const std::size_t exponent_at = std::min(number.find_first_of("eE"), number.size());
  const std::string_view digits = number.substr(0, exponent_at);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::size_t first = digits.find_first_of("123456789");
  std::int64_t exponent = 0;
  if (exponent_at < number.size()) {
    std::string_view text = number.substr(exponent_at + 1);
    if (text.front() == '+') text.remove_prefix(1);
    if (!read_integer(text, exponent)) exponent = text.front() == '-' ? INT64_MIN : INT64_MAX;
  }
  exponent = std::clamp(exponent, -2 * kMostDigits, 2 * kMostDigits);
  return exponent + static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first) < 0;
}

bool read_real(std::string_view text, double& real) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), real);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) return false;
  if (error == std::errc::result_out_of_range) {
    real = is_tiny(text) ? 0.0 : HUGE_VAL;
    if (text.front() == '-') real = -real;
  }
  return true;
}

// from_chars takes no plus sign, but does take `inf` and `nan`, which SQLite does not.
bool remove_plus(std::string_view& number) {
  if (number.empty() || number.find_first_not_of("0123456789+-.eE") != std::string_view::npos)
    return false;
  if (number.front() != '+') return true;
  number.remove_prefix(1);
  return !number.empty() && number.front() != '+' && number.front() != '-';
}

}  // namespace

Datum with_affinity(std::string_view text, std::string_view type) {
  const bool is_numeric = type == "INTEGER" || type == "NUMERIC" || type == "REAL";
  std::string_view number = trim_spaces(text);
  double real = 0;
  if (!is_numeric || !remove_plus(number) || !read_real(number, real))
    return Datum::text_view(text);
  if (type == "REAL") return Datum::real(real);
  std::int64_t integer = 0;
  if (read_integer(number, integer)) return Datum::integer(integer);
  if (std::trunc(real) == real && std::fabs(real) < kIntegersEnd)
    return Datum::integer(static_cast<std::int64_t>(real));
  return Datum::real(real);
}

}  // namespace articles::sql
