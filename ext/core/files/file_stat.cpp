#include "articles/file_stat.h"

#include <charconv>
#include <system_error>
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

std::optional<FileStat> FileStat::of_fingerprint(std::string_view text) {
  FileStat stat;
  const char* at = text.data();
  const char* const end = at + text.size();
  const auto read = [&](auto& number) {
    const auto [behind, error] = std::from_chars(at, end, number);
    at = behind;
    return error == std::errc();
  };
  for (std::int64_t* const part :
       {&stat.size, &stat.mtime, &stat.mtime_nanoseconds, &stat.ctime, &stat.ctime_nanoseconds})
    if (!read(*part) || at == end || *at++ != '-') return std::nullopt;
  if (!read(stat.inode) || at != end) return std::nullopt;
  return stat;
}

}  // namespace articles
