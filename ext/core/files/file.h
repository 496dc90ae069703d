// Reading one file: its stat, its beginning, all of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "articles/problem.h"
#include "files/walk.h"

namespace articles {

struct FileStat {
  std::int64_t size = 0;   // bytes
  std::int64_t mtime = 0;  // seconds since 1970, rounded down
  std::int64_t mtime_nanoseconds = 0;
  std::int64_t ctime = 0;
  std::int64_t ctime_nanoseconds = 0;
  std::uint64_t inode = 0;

  bool operator==(const FileStat& other) const noexcept;

  // Changes whenever the file does, as far as the numbers above tell.
  std::string fingerprint() const;
};

// The problem says why there is no stat, in the system's words.
Result<FileStat> stat_file(const Entry& entry);

// A file open for reading. Thread-compatible.
class File {
 public:
  // Opens the entry's file, if it still is a regular one, without waiting for anything.
  static Result<File> open(const Entry& entry);

  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  ~File();

  const FileStat& stat() const noexcept { return stat_; }

  // Appends to `bytes`, which holds the file so far, until it holds `size` bytes or the file ends.
  // True if it ended.
  Result<bool> read_to(std::size_t size, std::string& bytes);

 private:
  File(int fd, const FileStat& stat) noexcept : fd_(fd), stat_(stat) {}

  int fd_;  // owned; -1 after a move
  FileStat stat_;
};

}  // namespace articles
