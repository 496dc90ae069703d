// A value that is made when it is first asked for.
#pragma once

#include <utility>

namespace articles {

// Thread-compatible.
template <class T>
class Lazy {
 public:
  // Calls make(value) if the value is not made. The value that `make` gets is the one of before
  // reset(), so that it can use its memory again. If `make` throws, the value is not made.
  template <class Make>
  T& get(Make make) {
    if (!is_made_) make(value_);
    is_made_ = true;
    return value_;
  }

  bool is_made() const noexcept { return is_made_; }

  // The value if it is made, else what is left of the one before reset().
  T& value() noexcept { return value_; }
  const T& value() const noexcept { return value_; }

  void reset() noexcept { is_made_ = false; }

 private:
  T value_{};
  bool is_made_ = false;
};

}  // namespace articles
