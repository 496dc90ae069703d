#include "corpus/thread_limit.h"

#include <sys/resource.h>

#include <algorithm>

namespace articles {
namespace {

// What a batch leaves of the sums before it.
constexpr double kKept = 7.0 / 8;

// So many times the threads that would keep the cores busy if all waits were equally long. With 1
// the titles of 20,000 files that are not in the page cache take 505 ms, with 4 they take 474 ms,
// and with 16 480 ms (2 cores).
constexpr double kSpare = 4;

std::chrono::nanoseconds duration(const timeval& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

}  // namespace

ThreadTimer::Reading ThreadTimer::read() noexcept {
  struct rusage usage = {};
  getrusage(RUSAGE_THREAD, &usage);
  return {std::chrono::steady_clock::now(), duration(usage.ru_utime) + duration(usage.ru_stime),
          usage.ru_nvcsw};
}

ThreadTimer::ThreadTimer() noexcept : start_(read()) {}

ThreadTimes ThreadTimer::elapsed() const noexcept {
  const Reading end = read();
  const std::chrono::nanoseconds all = end.clock - start_.clock;
  ThreadTimes times;
  times.computed = std::min(end.cpu - start_.cpu, all);
  if (end.voluntary_switches > start_.voluntary_switches) times.waited = all - times.computed;
  return times;
}

void ThreadLimit::record(ThreadTimes times, std::size_t bytes) noexcept {
  computed_ = computed_ * kKept + static_cast<double>(times.computed.count());
  waited_ = waited_ * kKept + static_cast<double>(times.waited.count());
  bytes_ = bytes_ * kKept + static_cast<double>(bytes) * (1 - kKept);
}

unsigned ThreadLimit::threads() const noexcept {
  const double useful = counts_.computing * (1 + kSpare * waited_ / std::max(computed_, 1.0));
  const double affordable = static_cast<double>(max_bytes_) / std::max(bytes_, 1.0);
  const double most = std::min<double>(counts_.most, affordable);
  if (most <= counts_.computing) return counts_.computing;
  return static_cast<unsigned>(std::clamp<double>(useful, counts_.computing, most));
}

}  // namespace articles
