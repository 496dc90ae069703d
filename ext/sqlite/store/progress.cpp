#include "sqlite/store/progress.h"

#include <cstdio>

namespace articles::sql {

Progress::Progress(bool is_on, std::size_t files) : is_on_(is_on), files_(files) {}

void Progress::step(std::int64_t bytes) {
  if (!is_on_) return;
  ++read_;
  bytes_ += bytes;
  const Clock::time_point now = Clock::now();
  if (now - printed_at_ < std::chrono::seconds(1)) return;
  printed_at_ = now;
  print(std::chrono::duration<double>(now - started_at_).count());
}

void Progress::print(double seconds) const {
  constexpr double kMegabyte = 1e6;
  const double files_per_second = static_cast<double>(read_) / seconds;
  const double left = static_cast<double>(files_ - read_) / files_per_second;
  std::fprintf(stderr, "articles_sync: %zu of %zu files, %.0f files/s, %.1f MB/s, %.0f s left\n",
               read_, files_, files_per_second, static_cast<double>(bytes_) / kMegabyte / seconds,
               left);
}

}  // namespace articles::sql
