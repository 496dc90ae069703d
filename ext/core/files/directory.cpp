#include "files/directory.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "articles/error.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr int kOpenDirectory = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

std::string working_directory() {
  std::array<char, 4096> buffer;
  return getcwd(buffer.data(), buffer.size()) != nullptr ? buffer.data() : "an unknown directory";
}

}  // namespace

std::shared_ptr<const Directory> Directory::open(const std::string& name) {
  if (name.empty()) throw Error("cannot open a directory: its name is empty");
  if (name.find('\0') != std::string::npos)
    throw Error("cannot open directory '" + repair_utf8(name.substr(0, name.find('\0'))) +
                "': the name holds a NUL character");
  const int fd = ::open(name.c_str(), kOpenDirectory);
  if (fd >= 0) return std::make_shared<const Directory>(fd);
  const std::string reason = std::system_category().message(errno);
  std::string text = "cannot open directory '" + repair_utf8(name) + "'";
  if (name.front() != '/') text += " (in " + repair_utf8(working_directory()) + ")";
  text += ": " + reason;
  if (name.front() == '~') text += "; '~' is not expanded here, write the whole path";
  throw Error(text);
}

std::shared_ptr<const Directory> Directory::open_below(const Directory& parent, const char* name) {
  const int fd = openat(parent.fd(), name, kOpenDirectory | O_NOFOLLOW);
  return fd < 0 ? nullptr : std::make_shared<const Directory>(fd);
}

Directory::~Directory() {
  ::close(fd_);
}

}  // namespace articles
