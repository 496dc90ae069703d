// Open directories.
#pragma once

#include <memory>
#include <string>

namespace articles {

// An open directory. Entries share it, so that files are opened relative to it and no path is
// resolved twice. Immutable: any thread may use it.
class Directory {
 public:
  // Opens a directory by the name that a user gives. A relative name starts at the working
  // directory; symlinks are followed. Throws Error, which names the directory, the working
  // directory if the name is relative, and the reason.
  static std::shared_ptr<const Directory> open(const std::string& name);

  // Opens a directory inside `parent`. Does not follow a symlink. On failure returns nullptr and
  // sets errno.
  static std::shared_ptr<const Directory> open_below(const Directory& parent, const char* name);

  // Takes ownership of the descriptor.
  explicit Directory(int fd) noexcept : fd_(fd) {}
  ~Directory();
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  int fd() const noexcept { return fd_; }

 private:
  int fd_;  // owned
};

}  // namespace articles
