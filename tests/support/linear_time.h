// Whether a function takes linear time: its CPU time on n, 2n and 4n bytes of input.
#pragma once

#include <gtest/gtest.h>

#include <malloc.h>

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <limits>
#include <sstream>
#include <string>
#include <string_view>

#include "sanitized.h"

namespace articles {

// Keeps freed memory in the process, so that page faults do not count.
inline void keep_freed_memory() {
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
}

// The least CPU time in seconds of several calls of `run`.
template <class Run>
double least_cpu_time(Run run) {
  constexpr int kRuns = 3;
  double least = std::numeric_limits<double>::max();
  for (int i = 0; i < kRuns; ++i) {
    const std::clock_t begin = std::clock();
    run();
    least = std::min(least, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

constexpr std::size_t kLeastInputBytes = 1 << 15;

// Why the time of an input is not linear in its length, or empty if it is. `time_of` measures the
// time in seconds of an input of so many bytes. Doubling the input must less than triple the time.
// The inputs grow until the shortest takes a time that the clock can tell. What fails is measured
// again at twice the size before it counts: the busy moments of another process and the steps where
// a cache ends do not return, quadratic time does. A single step at the largest size does not
// count: there, a limit makes the parser take another way. No input is longer than `largest` bytes.
template <class TimeOf>
std::string superlinear_growth(TimeOf time_of,
                               std::size_t largest = std::numeric_limits<std::size_t>::max()) {
  constexpr double kShortest = 0.001;  // seconds
  constexpr std::size_t kMostBytes = 1 << 17;
  constexpr double kMostRatio = 3;
  constexpr double kLeastRatio = 2.5;  // of the other doubling; linear time gives 2
  constexpr int kAttempts = 4;
  std::size_t bytes = kLeastInputBytes;
  const std::size_t most = std::min(kMostBytes, largest / 4);
  while (bytes < most && time_of(bytes) < kShortest) bytes *= 2;
  for (int attempt = 1;; ++attempt) {
    const double one = time_of(bytes), two = time_of(2 * bytes), four = time_of(4 * bytes);
    const double first = two / std::max(one, kShortest);
    const double second = four / std::max(two, kShortest);
    if (first < kMostRatio && second < kMostRatio) return "";
    if (attempt == kAttempts) {
      if (std::min(first, second) < kLeastRatio) return "";
      std::ostringstream growth;
      growth << "the time of " << bytes << ", " << 2 * bytes << " and " << 4 * bytes
             << " bytes grows by factors of " << first << " and " << second;
      return growth.str();
    }
    if (8 * bytes <= largest) bytes *= 2;
  }
}

// Expects that the CPU time is linear, as superlinear_growth() measures it. `input_of` makes an
// input of about so many bytes, `run` reads it. With a sanitizer the time means nothing: the
// shortest input is read once.
template <class InputOf, class Run>
void expect_linear_time(const std::string& what, InputOf input_of, Run run,
                        std::size_t largest = std::numeric_limits<std::size_t>::max()) {
  if (kSanitized) {
    run(input_of(kLeastInputBytes));
    return;
  }
  keep_freed_memory();
  const auto time_of = [&](std::size_t bytes) {
    const std::string input = input_of(bytes);
    return least_cpu_time([&] { run(input); });
  };
  EXPECT_EQ(superlinear_growth(time_of, largest), "") << what;
}

// The same for inputs that consist of `before`, `unit` repeated, and `after`.
template <class Run>
void expect_linear_time(std::string_view before, std::string_view unit, std::string_view after,
                        Run run) {
  const auto input_of = [&](std::size_t bytes) {
    std::string input(before);
    while (input.size() < bytes) input += unit;
    return input.append(after);
  };
  expect_linear_time("'" + std::string(unit) + "' repeated", input_of, run);
}

}  // namespace articles
