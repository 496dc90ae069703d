// What is wrong with one article: data, not an exception, so that a bad file never ends a scan.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace articles {

// The gravest first: describe() sorts by it.
enum class Severity : std::uint8_t {
  Lost,      // something of the file could not be had
  Salvaged,  // the file breaks a rule, yet every value was recovered
};

struct Problem {
  Severity severity = Severity::Lost;
  int line = 0;        // 1-based line of the file; 0 where the whole file is meant
  std::string reason;  // UTF-8; quotes nothing of the file's content
};

using Problems = std::vector<Problem>;

// The text of the column `error`: `line N: REASON` or `line N: salvaged: REASON`, several joined by
// `; `, the gravest first, then by line. Empty where there is no problem.
std::string describe(const Problems& problems);

// A value, or why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT(google-explicit-constructor)
  Result(Problem problem) : state_(std::move(problem)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const noexcept { return state_.index() == 0; }
  // REQUIRES: ok()
  T& value() { return std::get<0>(state_); }
  const T& value() const { return std::get<0>(state_); }
  // REQUIRES: !ok()
  const Problem& problem() const { return std::get<1>(state_); }

 private:
  std::variant<T, Problem> state_;
};

}  // namespace articles
