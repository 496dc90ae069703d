// A line a second on standard error about a long sync.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace articles::sql {

class Progress {
 public:
  // `files` will be read. Does nothing unless `is_on`.
  Progress(bool is_on, std::size_t files);

  // Another file of `bytes` was read.
  void step(std::int64_t bytes);

 private:
  using Clock = std::chrono::steady_clock;

  void print(double seconds) const;

  const bool is_on_;
  const std::size_t files_;
  const Clock::time_point started_at_ = Clock::now();
  Clock::time_point printed_at_ = started_at_;
  std::size_t read_ = 0;
  std::int64_t bytes_ = 0;
};

}  // namespace articles::sql
