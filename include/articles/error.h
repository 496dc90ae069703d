// The exceptions that end a query. A bad file does not throw: see problem.h.
#pragma once

#include <exception>
#include <functional>
#include <stdexcept>
#include <string>

namespace articles {

// what() is one sentence in UTF-8 that names what failed, where and why. The SQL layer shows it
// unchanged.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Thrown when an InterruptCheck returns true. It is not an Error, because nothing is wrong.
class Interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "interrupted"; }
};

// Returns whether the work shall end. It is called on the thread of the caller only, a few thousand
// times a second at most. An empty function never interrupts.
using InterruptCheck = std::function<bool()>;

// Throws Interrupted if `check` returns true.
inline void stop_if(const InterruptCheck& check) {
  if (check && check()) throw Interrupted();
}

}  // namespace articles
