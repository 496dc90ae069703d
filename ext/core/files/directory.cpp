#include "files/directory.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "files/system_calls.h"

namespace articles {
namespace {

constexpr int kOpenDirectory = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

std::string working_directory() {
  std::array<char, 4096> buffer;
  return getcwd(buffer.data(), buffer.size()) != nullptr ? buffer.data() : "an unknown directory";
}

// What a user may have meant by a name that cannot be opened; empty if there is no guess.
std::string hint_on_directory(const std::string& name) {
  if (name.front() == '~') return "; '~' is not expanded, write the whole path";
  if (name.find('$') != std::string::npos)
    return "; variables are not expanded, write the whole path";
  if (starts_with(name, "file:")) return "; write a path, not a URL";
  if (name.find_first_of("*?[{") != std::string::npos)
    return "; a glob is the second argument: articles('posts', '**/*.md')";
  return {};
}

}  // namespace

std::shared_ptr<const Directory> Directory::open(const std::string& name,
                                                 const InterruptCheck& interrupted) {
  if (name.empty()) throw Error("cannot open a directory: its name is empty");
  if (name.find('\0') != std::string::npos)
    throw Error("cannot open directory " + quote(name) + ": the name contains a NUL character");
  const int fd = retried(
      interrupted, [&] { return system_calls.openat(AT_FDCWD, name.c_str(), kOpenDirectory); });
  if (fd >= 0) return std::make_shared<const Directory>(fd);
  const std::string reason = std::system_category().message(errno);
  std::string text = "cannot open directory " + quote(name);
  if (name.front() != '/') text += " (in " + repair_utf8(working_directory()) + ")";
  throw Error(text + ": " + reason + hint_on_directory(name));
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
