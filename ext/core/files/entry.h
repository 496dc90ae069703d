// What a walk finds.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "files/directory.h"

namespace articles {

// A file below the root, or a directory there that cannot be read.
struct Entry {
  // Path below the root, as the file system has it: any bytes but NUL. A directory's ends in '/'.
  std::string path;
  std::size_t name_at = 0;                     // offset in `path` of the name within `directory`
  std::shared_ptr<const Directory> directory;  // the one that holds the entry
  int error = 0;     // errno of a directory that cannot be read; 0 for a file
  bool utf8 = true;  // the path is valid UTF-8

  const char* name() const noexcept { return path.c_str() + name_at; }
};

// The path as text: ill-formed UTF-8 is replaced by U+FFFD.
std::string shown_path(const Entry& entry);

}  // namespace articles
