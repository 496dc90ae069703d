// What happened to the files of a directory since they were last read: a merge of two sequences
// that are sorted by path, what is known and what a walk finds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/corpus.h"
#include "articles/error.h"
#include "articles/file_stat.h"

namespace articles {

// A file that was read before. Paths are compared as bytes.
struct KnownFile {
  std::int64_t id = 0;  // the caller's, not 0
  std::string_view path;
  std::optional<FileStat> stat;  // of when it was read; no value: it could not be read
};

// Gives the next known file, or returns false at the end. Files whose path is UTF-8 come in byte
// order of the path, the others anywhere among them. The path lives until the next call.
using KnownSource = std::function<bool(KnownFile&)>;

// Known files that come in another order: keeps and sorts them, about 90 bytes a file besides its
// path.
class KnownFiles {
 public:
  // Copies the path.
  void add(const KnownFile& file);

  bool empty() const noexcept { return files_.empty(); }

  // All files in byte order. Call it once, behind the last add(). This must outlive the source.
  KnownSource sorted();

 private:
  struct Stored {
    std::int64_t id;
    std::size_t path_at;  // offset in paths_
    std::size_t path_size;
    std::optional<FileStat> stat;
  };

  std::string_view path_of(const Stored& file) const noexcept;

  std::string paths_;
  std::vector<Stored> files_;
};

// A file, or a directory that cannot be read, as a walk finds it.
struct FoundFile {
  std::string_view path;         // that of a directory ends in '/'
  std::optional<FileStat> stat;  // no value: `error` says why
  int error = 0;                 // errno
};

// A file whose contents must be read.
struct FileToRead {
  enum class Kind : std::uint8_t {
    Added,
    Changed,  // its stat differs, is unknown, or is so recent that it proves nothing
    Renamed,  // a file that was known under another path
  };

  std::string path;
  Kind kind = Kind::Added;
  std::int64_t id = 0;  // of the known file; 0 if it is added
};

struct Changes {
  std::vector<FileToRead> to_read;    // sorted by path
  std::vector<std::int64_t> removed;  // ids of files that are gone
  std::size_t known = 0;              // files
  std::size_t found = 0;              // files, without directories
  std::size_t unchanged = 0;
  // Ids of known files that stay as they are although they were not found: they are below a
  // directory that could not be read, or could not be read themselves.
  std::vector<std::int64_t> kept;
  std::size_t failed = 0;  // files and directories that could not be read

  // nullptr: the file need not be read.
  const FileToRead* find(std::string_view path) const noexcept;
};

// Whether a file was changed less than two seconds before it was read, `read_at` in seconds since
// 1970, or later: a second change within a tick of the file system's clock leaves no trace (the
// racy entries of git: https://git-scm.com/docs/racy-git).
bool is_recent(const FileStat& stat, std::int64_t read_at) noexcept;

// The rules:
//   - A file is to be read if it is new, if its stat differs, or if it is_recent().
//   - A file that is gone and a new one are the same, renamed, if their inode, size and time of
//     modification are equal, and no other such file shares them.
//   - A known file whose stat fails with ENOENT, ENOTDIR or ELOOP is gone. After any other error
//     it is kept, and so is all that is known below a directory that cannot be read.
class ChangeFinder {
 public:
  // `last_read` is the time, in seconds since 1970, at which the reading of the known files began.
  // `known` is called by add() and finish(), whose exceptions are its own.
  ChangeFinder(KnownSource known, std::int64_t last_read);

  // Each file once: those whose path is UTF-8 in byte order, the others in any order.
  void add(const FoundFile& found);

  // Call it once, when all that was found has been added.
  Changes finish();

 private:
  // A file that was found, kept until later.
  struct Kept {
    std::string path;
    std::optional<FileStat> stat;
    int error;
  };
  // A known file that was not found.
  struct Lost {
    std::int64_t id;
    std::optional<FileStat> stat;
  };
  // The known files that have not been merged, the first of them at hand.
  struct Cursor {
    KnownSource source;
    KnownFile file{};
    bool at_end = false;
  };

  void advance(Cursor& known);
  void merge(Cursor& known, const FoundFile& found);
  void merge_directory(Cursor& known, std::string_view path);
  void compare(const KnownFile& known, const FoundFile& found);
  void lose(Cursor& known, std::string_view until);
  void lose_all(Cursor& known);
  void merge_invalid();
  void match_renames();

  const std::int64_t last_read_;  // seconds
  Cursor known_;                  // those whose path is UTF-8
  KnownFiles known_invalid_;      // the others
  std::vector<Kept> found_invalid_;
  std::vector<Kept> added_;
  std::vector<Lost> lost_;
  Changes changes_;
};

// Walks a directory and compares it with what is known of it, which is asked for meanwhile.
// `directory` and `options` are those of a Scan. Throws what a Scan throws.
Changes find_changes(const std::string& directory, const CorpusOptions& options, KnownSource known,
                     std::int64_t last_read, const InterruptCheck& interrupted = {});

}  // namespace articles
