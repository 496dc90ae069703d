#include "files/file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "files/system_calls.h"

namespace articles {
namespace {

// A read of so many bytes takes well under a second on any disk.
constexpr std::size_t kPieceBytes = 4'194'304;

Problem system_problem(const char* what, int error) {
  return {
      Severity::Lost, 0, std::string(what) + ": " + std::system_category().message(error), {}, {},
      error};
}

Problem changed(const char* what) {
  return {Severity::Lost, 0, what, {}, {}, ESTALE};
}

FileStat convert(const struct stat& status) {
  FileStat result;
  result.size = status.st_size;
  result.mtime = status.st_mtim.tv_sec;
  result.mtime_nanoseconds = status.st_mtim.tv_nsec;
  result.ctime = status.st_ctim.tv_sec;
  result.ctime_nanoseconds = status.st_ctim.tv_nsec;
  result.inode = status.st_ino;
  return result;
}

}  // namespace

Result<FileStat> stat_file(const Entry& entry, const InterruptCheck& interrupted) {
  struct stat status = {};
  const int code = retried(interrupted, [&] {
    return system_calls.fstatat(entry.directory->fd(), entry.name(), &status, AT_SYMLINK_NOFOLLOW);
  });
  if (code != 0) return system_problem("cannot stat", errno);
  return convert(status);
}

Result<File> File::open(const Entry& entry, const InterruptCheck& interrupted) {
  // O_NONBLOCK: the name may have become a FIFO since the walk.
  constexpr int kFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC;
  const int fd = retried(interrupted, [&] {
    return system_calls.openat(entry.directory->fd(), entry.name(), kFlags);
  });
  if (fd < 0) return system_problem("cannot open", errno);
  File file(fd, {});
  struct stat status = {};
  if (retried(interrupted, [&] { return system_calls.fstat(fd, &status); }) != 0)
    return system_problem("cannot stat", errno);
  if (!S_ISREG(status.st_mode)) return changed("not a regular file any more");
  file.stat_ = convert(status);
  return file;
}

File::File(File&& other) noexcept : fd_(std::exchange(other.fd_, -1)), stat_(other.stat_) {}

File& File::operator=(File&& other) noexcept {
  std::swap(fd_, other.fd_);
  stat_ = other.stat_;
  return *this;
}

File::~File() {
  if (fd_ >= 0) ::close(fd_);
}

Result<bool> File::read_to(std::size_t size, std::string& bytes,
                           const InterruptCheck& interrupted) {
  while (bytes.size() < size) {
    const std::size_t before = bytes.size();
    const std::size_t wanted = std::min(size - before, kPieceBytes);
    if (wanted == kPieceBytes) {
      stop_if(interrupted);
      bytes.reserve(size);
    }
    bytes.resize(before + wanted);
    const ssize_t got = retried(interrupted, [&] {
      return system_calls.pread(fd_, bytes.data() + before, wanted, static_cast<off_t>(before));
    });
    bytes.resize(before + static_cast<std::size_t>(got < 0 ? 0 : got));
    if (got < 0) return system_problem("cannot read", errno);
    // A read that stops where the file ended when it was opened has reached the end.
    const bool at_end = bytes.size() < size && bytes.size() == static_cast<std::size_t>(stat_.size);
    if (got == 0 || at_end) return true;
  }
  return false;
}

}  // namespace articles
