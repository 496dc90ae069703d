#include "articles/file_stat.h"

#include <tuple>

namespace articles {

bool FileStat::operator==(const FileStat& other) const noexcept {
  const auto numbers = [](const FileStat& stat) {
    return std::tie(stat.size, stat.mtime, stat.mtime_nanoseconds, stat.ctime,
                    stat.ctime_nanoseconds, stat.inode);
  };
  return numbers(*this) == numbers(other);
}

std::string FileStat::fingerprint() const {
  std::string text = std::to_string(size);
  for (const std::int64_t part : {mtime, mtime_nanoseconds, ctime, ctime_nanoseconds}) {
    text += '-';
    text += std::to_string(part);
  }
  text += '-';
  text += std::to_string(inode);
  return text;
}

}  // namespace articles
