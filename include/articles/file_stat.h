// What stat() says of a file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

struct FileStat {
  std::int64_t size = 0;   // bytes
  std::int64_t mtime = 0;  // seconds since 1970, rounded down
  std::int64_t mtime_nanoseconds = 0;
  std::int64_t ctime = 0;
  std::int64_t ctime_nanoseconds = 0;
  std::uint64_t inode = 0;

  bool operator==(const FileStat& other) const noexcept;

  // All of the numbers above, joined by `-`. It changes whenever the file does, as far as these
  // numbers tell.
  std::string fingerprint() const;

  // The numbers that a fingerprint is made of; no value: `text` is not a fingerprint.
  static std::optional<FileStat> of_fingerprint(std::string_view text);
};

}  // namespace articles
