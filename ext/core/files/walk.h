// Walking a directory: which files there are, in byte order of their paths.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/error.h"
#include "articles/glob.h"
#include "files/directory.h"
#include "files/entry.h"
#include "files/listing.h"

namespace articles {

// The regular files below a root that the options select, in byte order of their shown paths (see
// shown_path); a directory sorts as its name plus '/'. No symlink below the root is followed. Each
// directory is read when the walk enters it. A directory that cannot be read is an entry, and so is
// a file that the options select and whose type is unknown because stat failed. A file or
// directory that was deleted meanwhile is skipped. Thread-compatible.
class Walk {
 public:
  // Gives all entries whose shown path begins with `prefix`, and does not read directories that
  // cannot hold any. It may also give other entries whose names are not UTF-8. `options` must
  // outlive the walk. Throws Error if the root cannot be read, and Interrupted.
  Walk(std::shared_ptr<const Directory> root, const WalkOptions& options, std::string prefix,
       InterruptCheck interrupted = {});

  // Moves to the next entry. Returns false at the end, also when called again. Throws Interrupted.
  bool next(Entry& entry);

 private:
  // So many directories on the path to the current entry stay open, besides the root. The others
  // are opened again when the walk returns to them.
  static constexpr std::size_t kOpenLevels = 32;

  // A directory on the path to the current entry.
  struct Level {
    std::shared_ptr<const Directory> directory;  // nullptr: closed
    DirectoryId id;                              // known when it is closed
    int error = 0;               // errno of opening it again: its names become entries with it
    std::size_t path_bytes = 0;  // size of the directory's path in path_
    bool utf8 = true;            // the directory's path is valid UTF-8
    Listing names;
    std::size_t next_name = 0;
  };

  void leave();
  std::shared_ptr<const Directory> open_again(std::size_t level) const;
  bool enter(std::shared_ptr<const Directory> directory, int& error);
  bool enter_below(std::size_t name_at, Entry& entry);
  bool wants_directory() const;
  bool wants_file() const;

  const WalkOptions& options_;
  std::string prefix_;
  InterruptCheck interrupted_;
  std::string path_;  // of the directory of the innermost level, or of the name that is looked at
  std::vector<Level> levels_;
};

// The entry of exactly that path, if a walk with these options would give it. Reads no directory.
// If the file or a directory on the way cannot be opened, for another reason than that it does not
// exist, the entry has an error. Throws Interrupted.
std::optional<Entry> find_entry(std::shared_ptr<const Directory> root, const WalkOptions& options,
                                std::string_view path, const InterruptCheck& interrupted = {});

}  // namespace articles
