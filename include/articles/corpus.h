// A directory of articles, and scans over it.
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/article.h"
#include "articles/error.h"
#include "articles/glob.h"

namespace articles {

class EntrySource;
class ReadAhead;
class Scan;

struct CorpusOptions {
  WalkOptions walk;
  ArticleOptions article;
  // Number of reading threads, including the caller's; 0 means default_threads(), and up to
  // kMaxReadingThreads while reads wait for the disk.
  unsigned threads = 0;
};

// As many as the machine has hardware threads, at most 8.
unsigned default_threads() noexcept;

constexpr unsigned kMaxReadingThreads = 16;

// Numbers from `low` to `high`, both included.
struct ValueRange {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  bool holds(std::int64_t value) const noexcept;
  bool is_all() const noexcept;
};

// Texts from `low` to `high` in byte order, both included. No value: no bound.
struct TextRange {
  std::optional<std::string> low;
  std::optional<std::string> high;

  bool holds(std::string_view text) const noexcept;
  bool is_all() const noexcept { return !low && !high; }
};

// A sorted set of values, one of which must be met. No value: any will do.
template <class T>
using OneOf = std::optional<std::vector<T>>;

// Which articles of a corpus a scan gives. It gives all that meet the conditions, and possibly
// others: the caller checks again. Cheap conditions are checked first, and an article that fails
// one is read no further.
struct Selection {
  std::optional<std::string> file;  // the path
  std::string prefix;               // the path begins with it
  // Whether the path, as the bytes of the names (Article::path()), is wanted. Empty: all are.
  std::function<bool(const std::string&)> wants_path;
  OneOf<std::int64_t> rowids;  // costs a walk
  ValueRange size;
  ValueRange mtime;
  TextRange date;  // as format_date() writes it
  OneOf<std::string> titles;
  OneOf<std::string> authors;
};

// Threads and memory that scans use one after the other, for a caller that restarts a scan often,
// as a join does. A scan starts threads only once it has gone on for about a millisecond; they end
// with this object, when the thread that started them ends, and at exit(). After a fork, the child
// may only destroy it and its scan, which leaks some memory. Thread-compatible.
class ScanThreads {
 public:
  ScanThreads();
  ~ScanThreads();
  ScanThreads(const ScanThreads&) = delete;
  ScanThreads& operator=(const ScanThreads&) = delete;

 private:
  friend class Scan;
  std::unique_ptr<ReadAhead> articles_;
};

// The articles of a directory as they are while the scan goes on, in byte order of `file`.
//
// Thread-compatible. No file's contents are kept between scans.
class Scan {
 public:
  // `directory` is the name that a user gives. `options` and `threads` must outlive the scan;
  // without `threads` the scan has its own. Throws Error if the directory cannot be read, and
  // Interrupted.
  // REQUIRES: no other scan uses `threads`
  Scan(const std::string& directory, const CorpusOptions& options, Selection selection,
       InterruptCheck interrupted = {}, ScanThreads* threads = nullptr);
  ~Scan();
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  // Moves to the next article, at first to the first one. Returns false at the end. Throws
  // Interrupted, and Error in strict mode only.
  bool next();

  // The current article, valid until the next call of next().
  // REQUIRES: the last next() returned true
  Article& article() noexcept;

 private:
  Selection selection_;
  InterruptCheck interrupted_;
  std::unique_ptr<EntrySource> entries_;
  std::unique_ptr<ScanThreads> own_threads_;
  ReadAhead& articles_;
  Article* article_ = nullptr;
};

}  // namespace articles
