// What a walk finds.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "files/directory.h"

namespace articles {

// A file below the root, or a directory there that cannot be read. A file whose stat fails, or a
// directory above it, has an error too.
struct Entry {
  // Path below the root, as the file system has it: any bytes but NUL. A directory's ends in '/'.
  std::string path;
  std::size_t name_at = 0;  // offset in `path` of the name within `directory`
  // The one that holds the entry; nullptr if it could not be opened.
  std::shared_ptr<const Directory> directory;
  int error = 0;     // errno; the entry cannot be read if it is not 0
  bool utf8 = true;  // the path is valid UTF-8

  const char* name() const noexcept { return path.c_str() + name_at; }
};

// What could not be done if the entry has an error.
const char* failed_action(const Entry& entry) noexcept;

// The path as text: ill-formed UTF-8 is replaced by U+FFFD.
std::string shown_path(const Entry& entry);

}  // namespace articles
