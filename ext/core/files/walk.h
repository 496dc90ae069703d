// Walking a directory: which files there are, in byte order of their paths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/error.h"
#include "files/glob.h"

namespace articles {

// An open directory. Entries share it, so that their files are opened relative to it and no path is
// resolved twice. Immutable: any thread may use it.
class Directory {
 public:
  // Opens a directory by the name that a user gives; a relative one counts from the working
  // directory, a symlink is followed. Throws Error, which names the directory, the working
  // directory where it matters, and the reason.
  static std::shared_ptr<const Directory> open(const std::string& name);

  // Opens a directory below `parent`, never through a symlink. nullptr with errno set if that
  // fails.
  static std::shared_ptr<const Directory> open_below(const Directory& parent, const char* name);

  explicit Directory(int fd) noexcept : fd_(fd) {}
  ~Directory();
  Directory(const Directory&) = delete;
  Directory& operator=(const Directory&) = delete;

  int fd() const noexcept { return fd_; }

 private:
  int fd_;  // owned
};

// A file below the root, or a directory there that cannot be read.
struct Entry {
  std::string path;  // below the root, as the file system has it: any bytes but NUL; a directory's
                     // ends in '/'
  std::size_t name_at = 0;                     // where in `path` the name within `directory` begins
  std::shared_ptr<const Directory> directory;  // that holds it
  int error = 0;     // errno of a directory that cannot be read; 0 for a file
  bool utf8 = true;  // the path is valid UTF-8

  const char* name() const noexcept { return path.c_str() + name_at; }
};

// `**/*.{md,markdown,mdx,html,htm,xhtml,txt}`, ASCII case ignored.
std::shared_ptr<const Glob> default_glob();

// Cheap to copy.
struct WalkOptions {
  std::shared_ptr<const Glob> glob = default_glob();  // never nullptr
  std::shared_ptr<const Glob> exclude;                // nullptr: nothing
  bool hidden = false;                                // names that begin with a dot, too
};

// The regular files below a root that the options take, in byte order of their paths as shown (see
// shown_path), a directory sorted as its name plus '/'. No symlink below the root is followed. A
// directory is read when its turn comes. A directory that cannot be read is an entry; one that is
// gone by then is none.
class Walk {
 public:
  // Only entries whose shown path begins with `prefix` are wanted; directories that cannot hold any
  // are not read. Some that do not begin with it may come all the same, where a name is no UTF-8.
  // `options` must outlive the walk. Throws Error if the root cannot be read, Interrupted if it is.
  Walk(std::shared_ptr<const Directory> root, const WalkOptions& options, std::string prefix,
       InterruptCheck interrupted = {});

  // Moves to the next entry; false at the end, for good. Throws Interrupted.
  bool next(Entry& entry);

 private:
  // A name in Level::bytes, first as it is shown, then as it is where that is something else. A
  // directory's ends in '/'.
  struct Name {
    std::uint64_t first_bytes;  // of what is shown, the first the highest: they decide most orders
    std::size_t at;
    std::uint16_t shown_size;
    std::uint16_t raw_size;  // 0: it is what is shown
  };
  struct Level {
    std::shared_ptr<const Directory> directory;
    std::size_t path_bytes = 0;  // of path_ up to here
    bool utf8 = true;            // so far
    std::string bytes;           // of all names
    std::vector<Name> names;     // sorted
    std::size_t at = 0;

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
  std::string path_;  // of the innermost level, then of the entry looked at
  std::vector<Level> levels_;
};

// The entry of that very path, if a walk with these options would give it; nothing else is read.
std::optional<Entry> find_entry(std::shared_ptr<const Directory> root, const WalkOptions& options,
                                std::string_view path);

// The path as text: bytes that are no UTF-8 become U+FFFD.
std::string shown_path(const Entry& entry);

}  // namespace articles
