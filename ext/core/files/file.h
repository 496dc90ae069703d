// Reading one file.
#pragma once

#include <cstddef>
#include <string>

#include "articles/error.h"
#include "articles/file_stat.h"
#include "articles/problem.h"
#include "files/entry.h"

namespace articles {

// Does not open the file. The problem gives the system's reason. Throws Interrupted.
Result<FileStat> stat_file(const Entry& entry, const InterruptCheck& interrupted = {});

// A file that is open for reading. A call that a signal interrupts is repeated; a large file is
// read in pieces. In between, `interrupted` is asked. Thread-compatible.
class File {
 public:
  // Opens the entry's file if it still is a regular file. Never blocks on a FIFO or a device.
  static Result<File> open(const Entry& entry, const InterruptCheck& interrupted = {});

  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  ~File();

  // As of open().
  const FileStat& stat() const noexcept { return stat_; }

  // Appends the file's next bytes to `bytes`, which holds all bytes before them, until `bytes` has
  // `size` bytes or the file ends. Returns whether the file ended.
  Result<bool> read_to(std::size_t size, std::string& bytes,
                       const InterruptCheck& interrupted = {});

 private:
  File(int fd, const FileStat& stat) noexcept : fd_(fd), stat_(stat) {}

  int fd_;  // owned; -1 after a move
  FileStat stat_;
};

}  // namespace articles
