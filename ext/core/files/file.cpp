#include "files/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace articles {
namespace {

Problem system_problem(const char* what, int error) {
  return {Severity::Lost, 0, std::string(what) + ": " + std::system_category().message(error)};
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

Result<FileStat> stat_file(const Entry& entry) {
  struct stat status = {};
  if (fstatat(entry.directory->fd(), entry.name(), &status, AT_SYMLINK_NOFOLLOW) != 0)
    return system_problem("cannot stat", errno);
  return convert(status);
}

Result<File> File::open(const Entry& entry) {
  // O_NONBLOCK: the name may have become a FIFO since the walk.
  const int fd =
      openat(entry.directory->fd(), entry.name(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0) return system_problem("cannot open", errno);
  File file(fd, {});
  struct stat status = {};
  if (fstat(fd, &status) != 0) return system_problem("cannot stat", errno);
  if (!S_ISREG(status.st_mode)) return Problem{Severity::Lost, 0, "not a regular file any more"};
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

Result<bool> File::read_to(std::size_t size, std::string& bytes) {
  while (bytes.size() < size) {
    const std::size_t before = bytes.size();
    bytes.resize(size);
    const ssize_t got =
        ::pread(fd_, bytes.data() + before, size - before, static_cast<off_t>(before));
    bytes.resize(before + static_cast<std::size_t>(got < 0 ? 0 : got));
    if (got < 0 && errno != EINTR) return system_problem("cannot read", errno);
    // A read that stops where the file ended when it was opened has reached the end.
    const bool at_end = bytes.size() < size && bytes.size() == static_cast<std::size_t>(stat_.size);
    if (got == 0 || at_end) return true;
  }
  return false;
}

}  // namespace articles
