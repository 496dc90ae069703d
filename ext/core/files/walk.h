// Walking a directory: which files there are, in byte order of their paths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/glob.h"
#include "articles/interrupt.h"
#include "files/directory.h"
#include "files/entry.h"

namespace articles {

// The regular files below a root that the options select, in byte order of their shown paths (see
// shown_path); a directory sorts as its name plus '/'. No symlink below the root is followed. Each
// directory is read when the walk enters it. A directory that cannot be read is an entry; one that
// is gone by then is skipped. Thread-compatible.
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
  // A name in Level::bytes. A directory's ends in '/'. A name that is not UTF-8 is stored as it is
  // and then, at `at`, as it is shown.
  struct Name {
    std::uint64_t first_bytes;  // of the shown name, big-endian: they decide most comparisons
    std::size_t at;
    std::uint16_t shown_size;
    std::uint16_t raw_size;  // 0: the name is shown as it is
  };
  // A directory on the path to the current entry.
  struct Level {
    std::shared_ptr<const Directory> directory;
    std::size_t path_bytes = 0;  // size of the directory's path in path_
    bool utf8 = true;            // the directory's path is valid UTF-8
    std::string bytes;           // of all names
    std::vector<Name> names;     // sorted
    std::size_t next_name = 0;

    void add(std::string_view name, bool is_directory);
    bool is_before(const Name& a, const Name& b) const;
    std::string_view shown(const Name& name) const;
    std::string_view raw(const Name& name) const;
  };

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
std::optional<Entry> find_entry(std::shared_ptr<const Directory> root, const WalkOptions& options,
                                std::string_view path);

}  // namespace articles
