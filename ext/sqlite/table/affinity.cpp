#include "sqlite/table/affinity.h"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "base/ascii.h"
#include "sqlite/base/sql_value.h"

namespace articles::sql {
namespace {

template <class Number>
bool read_all(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// What is a whole number strictly within the 64-bit integers is one, to SQLite.
constexpr double kIntegersEnd = 9223372036854775808.0;  // 2^63

bool read_real(std::string_view text, double& real) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), real);
  if (end != text.data() + text.size() || error == std::errc::invalid_argument) return false;
  if (error == std::errc::result_out_of_range) {
    const bool negative = text.front() == '-';
    const std::size_t first = text.find_first_not_of("+-0");
    const bool tiny = text.find("e-") != std::string_view::npos ||
                      text.find("E-") != std::string_view::npos ||
                      (first != std::string_view::npos && text[first] == '.');
    real = tiny ? 0.0 : HUGE_VAL;
    if (negative) real = -real;
  }
  return true;
}

bool looks_numeric(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

}  // namespace

void result_with_affinity(sqlite3_context* context, std::string_view text, std::string_view type) {
  const bool numeric = type == "INTEGER" || type == "NUMERIC" || type == "REAL";
  std::string_view number = trim_spaces(text);
  if (!numeric || !looks_numeric(number)) return result_text(context, text);
  const bool plus = number.front() == '+';
  if (plus) number.remove_prefix(1);
  double real = 0;
  if (number.empty() || number.front() == '+' || (plus && number.front() == '-') ||
      !read_real(number, real))
    return result_text(context, text);
  if (type == "REAL") return sqlite3_result_double(context, real);
  std::int64_t integer = 0;
  if (read_all(number, integer)) return sqlite3_result_int64(context, integer);
  if (std::trunc(real) == real && std::fabs(real) < kIntegersEnd)
    return sqlite3_result_int64(context, static_cast<std::int64_t>(real));
  sqlite3_result_double(context, real);
}

}  // namespace articles::sql
