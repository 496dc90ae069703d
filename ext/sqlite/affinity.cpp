#include "affinity.h"

#include <charconv>
#include <cmath>
#include <cstdint>

#include "articles/ascii.h"
#include "value.h"

namespace articles::sql {
namespace {

template <class Number>
bool read_all(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

// Beyond this not every integer is a double: SQLite keeps the double then.
constexpr double kExactIntegers = 4503599627370496.0;  // 2^52

bool looks_numeric(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

}  // namespace

void result_with_affinity(sqlite3_context* context, std::string_view text, std::string_view type) {
  const bool numeric = type == "INTEGER" || type == "NUMERIC" || type == "REAL";
  std::string_view number = trim_spaces(text);
  if (!numeric || !looks_numeric(number)) return result_text(context, text);
  if (number.front() == '+') number.remove_prefix(1);
  double real = 0;
  if (number.empty() || number.front() == '+' || !read_all(number, real))
    return result_text(context, text);
  if (type == "REAL") return sqlite3_result_double(context, real);
  std::int64_t integer = 0;
  if (read_all(number, integer)) return sqlite3_result_int64(context, integer);
  if (std::trunc(real) == real && std::fabs(real) < kExactIntegers)
    return sqlite3_result_int64(context, static_cast<std::int64_t>(real));
  sqlite3_result_double(context, real);
}

}  // namespace articles::sql
