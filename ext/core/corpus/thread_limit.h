// How many threads read and parse at the same time.
#pragma once

#include <chrono>
#include <cstddef>

namespace articles {

// How long a thread computed, and how long it waited for the disk.
struct ThreadTimes {
  std::chrono::nanoseconds computed{0};
  std::chrono::nanoseconds waited{0};
};

// Measures the calling thread from its construction on. Time in which another thread had the core
// is not counted as waiting: the thread must have given up the core at least once.
class ThreadTimer {
 public:
  ThreadTimer() noexcept;
  ThreadTimes elapsed() const noexcept;

 private:
  struct Reading {
    std::chrono::steady_clock::time_point clock;
    std::chrono::nanoseconds cpu{0};
    long voluntary_switches = 0;  // each is a wait
  };
  static Reading read() noexcept;

  Reading start_;
};

// Limits of a scan, with the caller's thread.
struct ThreadCounts {
  unsigned computing = 1;  // while reads do not block
  unsigned most = 1;       // while they do
};

// Learns from the batches of the last moments. While threads wait for the disk, others can compute:
// `computing` * (1 + waiting / computing time) threads keep the cores busy if all waits are equally
// long (B. Goetz, Java Concurrency in Practice, 8.2); as they are not, more are used. More threads
// than `computing` are not used if their batches would hold more than `max_bytes` together.
class ThreadLimit {
 public:
  ThreadLimit(ThreadCounts counts, std::size_t max_bytes) noexcept
      : counts_(counts), max_bytes_(max_bytes) {}

  // Whether times are of interest.
  bool may_change() const noexcept { return counts_.most > counts_.computing; }

  // Whether more threads than compute are of use.
  bool is_raised() const noexcept { return threads() > counts_.computing; }

  // A batch took `times`, and holds so many bytes.
  void record(ThreadTimes times, std::size_t bytes) noexcept;

  // Including the caller's; `computing` <= threads() <= `most`.
  unsigned threads() const noexcept;

 private:
  ThreadCounts counts_;
  std::size_t max_bytes_;
  double computed_ = 0;  // sums that forget, in nanoseconds
  double waited_ = 0;
  double bytes_ = 0;  // moving mean of a batch
};

}  // namespace articles
