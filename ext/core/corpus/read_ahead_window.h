// How far to read ahead, and what: learnt from what rows were asked for.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "articles/article.h"

namespace articles {

// A part is prepared for rows ahead once so many rows one after the other were asked for it: a
// query that skips rows, or ends after a few, reads no file in vain. Then the window doubles with
// every row that is asked for all that was prepared of it, up to a limit, and shrinks to a quarter
// with every other one.
class ReadAheadWindow {
 public:
  static constexpr std::uint8_t kRowsBefore = 4;
  static constexpr std::size_t kRowsPerThread = 16;
  static constexpr std::size_t kMinLimit = 64;
  static constexpr std::size_t kMaxLimit = 256;

  // So many threads prepare rows.
  void set_threads(std::size_t threads) noexcept {
    limit_ = std::clamp(threads * kRowsPerThread, kMinLimit, kMaxLimit);
    rows_ = std::min(rows_, limit_);
  }

  // A row is done with: `prepared` is what was read ahead for it, `asked` what was asked of it.
  void learn(Parts prepared, Parts asked) noexcept {
    if (asked == 0 && parts_ == 0 && prepared == 0) {
      streaks_ = {};
      return;
    }
    parts_ = 0;
    for (int i = 0; i < kPartCount; ++i) {
      std::uint8_t& streak = streaks_[static_cast<std::size_t>(i)];
      const auto part = static_cast<Parts>(1U << static_cast<unsigned>(i));
      streak = (asked & part) == 0 ? std::uint8_t{0} : grown(streak);
      if (streak == kRowsBefore) parts_ = static_cast<Parts>(parts_ | part);
    }
    if ((prepared & ~asked) != 0)
      rows_ /= 4;
    else if (parts_ != 0)
      rows_ = std::min(limit_, rows_ == 0 ? 1 : rows_ * 2);
    if (parts_ == 0) rows_ = 0;
  }

  std::size_t rows() const noexcept { return rows_; }  // to hold ahead of the current one
  Parts parts() const noexcept { return parts_; }      // to prepare of them

 private:
  static constexpr std::uint8_t grown(std::uint8_t streak) {
    return streak == kRowsBefore ? streak : static_cast<std::uint8_t>(streak + 1);
  }

  std::array<std::uint8_t, kPartCount> streaks_{};
  Parts parts_ = 0;
  std::size_t rows_ = 0;
  std::size_t limit_ = kMinLimit;
};

}  // namespace articles
