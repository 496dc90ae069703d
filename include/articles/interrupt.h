// Ending long work before it is done.
#pragma once

#include <exception>
#include <functional>

namespace articles {

// Returns whether the work is to end. It is called on the caller's thread only, up to some thousand
// times a second. An empty function means that the work is never interrupted.
using InterruptCheck = std::function<bool()>;

// Thrown by interrupted work. It is not an Error, because nothing is wrong.
class Interrupted : public std::exception {
 public:
  const char* what() const noexcept override { return "interrupted"; }
};

}  // namespace articles
