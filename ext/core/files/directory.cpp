#include "files/directory.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "articles/error.h"
#include "base/utf8.h"
#include "files/system_calls.h"

namespace articles {
namespace {

constexpr int kOpenDirectory = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

std::string working_directory() {
  std::array<char, 4096> buffer;
  return getcwd(buffer.data(), buffer.size()) != nullptr ? buffer.data() : "an unknown directory";
}

}  // namespace

std::shared_ptr<const Directory> Directory::open(const std::string& name,
                                                 const InterruptCheck& interrupted) {
  if (name.empty()) throw Error("cannot open a directory: its name is empty");
  if (name.find('\0') != std::string::npos)
    throw Error("cannot open directory '" + repair_utf8(name.substr(0, name.find('\0'))) +
                "': the name holds a NUL character");
  const int fd = retried(
      interrupted, [&] { return system_calls.openat(AT_FDCWD, name.c_str(), kOpenDirectory); });
  if (fd >= 0) return std::make_shared<const Directory>(fd);
  const std::string reason = std::system_category().message(errno);
  std::string text = "cannot open directory '" + repair_utf8(name) + "'";
  if (name.front() != '/') text += " (in " + repair_utf8(working_directory()) + ")";
  text += ": " + reason;
  if (name.front() == '~') text += "; '~' is not expanded here, write the whole path";
  throw Error(text);
}

std::shared_ptr<const Directory> Directory::open_below(const Directory& parent, const char* name,
                                                       const InterruptCheck& interrupted) {
  const int fd = retried(interrupted, [&] {
    return system_calls.openat(parent.fd(), name, kOpenDirectory | O_NOFOLLOW);
  });
  return fd < 0 ? nullptr : std::make_shared<const Directory>(fd);
}

std::shared_ptr<const Directory> Directory::open_parent(const Directory& below,
                                                        const DirectoryId& id,
                                                        const InterruptCheck& interrupted) {
  std::shared_ptr<const Directory> parent = open_below(below, "..", interrupted);
  return parent != nullptr && parent->id() == id ? parent : nullptr;
}

DirectoryId Directory::id() const noexcept {
  struct stat status = {};
  if (system_calls.fstat(fd_, &status) != 0) return {};
  return {status.st_dev, status.st_ino};
}

Directory::~Directory() {
  ::close(fd_);
}

}  // namespace articles
