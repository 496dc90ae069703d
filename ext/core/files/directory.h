// Open directories.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

#include "articles/error.h"

namespace articles {

// Which directory it is, under whatever name.
struct DirectoryId {
  dev_t device = 0;
  ino_t inode = 0;

  bool operator==(const DirectoryId& other) const noexcept {
    return device == other.device && inode == other.inode;
  }
};

// An open directory. Entries share it, so that files are opened relative to it and no path is
// resolved twice. Immutable: any thread may use it.
class Directory {
 public:
  // Opens a directory by the name that a user gives. A relative name starts at the working
  // directory; symlinks are followed. Throws Error, which names the directory, the working
  // directory if the name is relative, and the reason.
  static std::shared_ptr<const Directory> open(const std::string& name,
                                               const InterruptCheck& interrupted = {});

  // Opens a directory inside `parent`. Does not follow a symlink. On failure returns nullptr and
  // sets errno.
  static std::shared_ptr<const Directory> open_below(const Directory& parent, const char* name,
                                                     const InterruptCheck& interrupted = {});

  // Opens the directory above `below`; nullptr if that fails or if it is not the directory `id`.
  static std::shared_ptr<const Directory> open_parent(const Directory& below, const DirectoryId& id,
                                                      const InterruptCheck& interrupted = {});

  // Takes ownership of the descriptor.
  explicit Directory(int fd) noexcept : fd_(fd) {}
  ~Directory();
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  int fd() const noexcept { return fd_; }
  DirectoryId id() const noexcept;

 private:
  int fd_;  // owned
};

}  // namespace articles
