// What is wrong with one article: data, not an exception, so that a bad file never ends a scan.
#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace articles {

enum class Severity : std::uint8_t {
  Lost,        // a part of the file is missing from the row
  Unreadable,  // the file cannot be read, or a value cannot be read as what its column shows
  Salvaged,    // the file breaks a rule, but every value was recovered
};

struct Problem {
  Severity severity = Severity::Lost;
  int line = 0;  // 1-based line of the file; 0 if the problem concerns the whole file
  // What is wrong, in words of this project, as UTF-8. It may quote the key and the beginning of
  // the value, but nothing of the body.
  std::string reason;
  std::string key = {};  // the front-matter key that is concerned, as typed; empty if there is none
  std::string value = {};  // its value as typed; empty if there is none
  // errno of the system call that failed, or ESTALE if the file changed while it was read: reading
  // it again may succeed. 0: the problem is what the file says.
  int system_error = 0;
};

using Problems = std::vector<Problem>;

// The text of the column `error`: `line N: REASON` or `line N: salvaged: REASON`, joined by `; `.
// The problems that are not salvaged come first, then the order is by line. Only the first five are
// stated, and the number of the others: `; and 3 more`. Empty if there is no problem.
std::string describe(const Problems& problems);

// All problems as a JSON array in the same order. Each is an object with the members line (an
// integer, or null if the whole file is concerned), kind ("lost", "unreadable" or "salvaged"), key,
// value (each a string, or null if empty) and reason (a string).
std::string to_json(const Problems& problems);

// `text` in single quotes, at most about 100 bytes of it: what a reason quotes.
std::string quoted_in_reason(std::string_view text);

// A value, or the reason why there is none.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT(google-explicit-constructor)
  Result(Problem problem) : state_(std::move(problem)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const noexcept { return state_.index() == 0; }

  // REQUIRES: ok()
  T& value() {
    assert(ok());
    return std::get<0>(state_);
  }
  const T& value() const {
    assert(ok());
    return std::get<0>(state_);
  }

  // REQUIRES: !ok()
  const Problem& problem() const {
    assert(!ok());
    return std::get<1>(state_);
  }

 private:
  std::variant<T, Problem> state_;
};

}  // namespace articles
