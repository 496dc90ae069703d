// Tests that a function takes linear time, whatever the speed of the machine.
#pragma once

#include <gtest/gtest.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>
#include <string>
#include <string_view>

namespace articles {

// Lets malloc() keep all freed memory. Otherwise large blocks go back to the system, and the page
// faults of the next run count for the larger texts only.
inline void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kNever = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kNever);
  mallopt(M_TRIM_THRESHOLD, kNever);
#endif
}

// The CPU time of this thread, in seconds.
inline double thread_cpu_seconds() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

// Expects that `work(text)` takes less than three times as long for a text of twice the size. The
// texts are `before`, then `unit` repeated up to about `bytes`, twice and four times as many, then
// `after`. What counts is the least time of several runs; if a ratio is too large, more runs
// follow, because another process can slow down some of them.
template <class Work>
void expect_linear_time(std::string_view before, std::string_view unit, std::string_view after,
                        std::size_t bytes, Work&& work) {
  constexpr double kMaxRatio = 3;
  constexpr double kUnmeasurable = 200e-6;  // so short a time is not quadratic at such sizes
  constexpr int kMinRuns = 5;
  constexpr int kMaxRuns = 40;
  constexpr std::size_t kSizes = 3;
  keep_freed_memory();
  std::string texts[kSizes];
  double least[kSizes];
  for (std::size_t i = 0; i < kSizes; ++i) {
    texts[i] = before;
    while (texts[i].size() < bytes << i) texts[i] += unit;
    texts[i] += after;
    least[i] = std::numeric_limits<double>::infinity();
  }
  for (int run = 1; run <= kMaxRuns; ++run) {
    for (std::size_t i = 0; i < kSizes; ++i) {
      const double begin = thread_cpu_seconds();
      work(std::string_view(texts[i]));
      least[i] = std::min(least[i], thread_cpu_seconds() - begin);
    }
    if (run < kMinRuns) continue;
    const bool linear = least[1] < kMaxRatio * least[0] && least[2] < kMaxRatio * least[1];
    if (linear || least[2] < kUnmeasurable) return;
  }
  ADD_FAILURE() << "n, 2n and 4n bytes take " << least[0] << ", " << least[1] << " and " << least[2]
                << " s: '" << before << "', then '" << unit << "' repeated, then '" << after << "'";
}

}  // namespace articles
