// Stopping long work that nobody waits for any more.
#pragma once

#include <exception>
#include <functional>

namespace articles {

// Says whether the work shall end. It is asked on the thread of the caller only, some thousand
// times a second; an empty one never says so.
using InterruptCheck = std::function<bool()>;

// What the work ends with then. It is no Error: nothing is wrong.
class Interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "interrupted"; }
};

// Throws Interrupted if `check` says so.
inline void stop_if(const InterruptCheck& check) {
  if (check && check()) throw Interrupted();
}

}  // namespace articles
