// A directory of articles, and scans over it.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/article.h"
#include "articles/glob.h"
#include "articles/interrupt.h"

namespace articles {

class EntrySource;
class ReadAhead;

struct CorpusOptions {
  WalkOptions walk;
  ArticleOptions article;
  // Number of reading threads, including the caller's; 0 means default_threads().
  unsigned threads = 0;
};

// As many as the machine has hardware threads, at most 8.
unsigned default_threads() noexcept;

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
  OneOf<std::int64_t> rowids;       // costs a walk
  ValueRange size;
  ValueRange mtime;
  TextRange date;  // as format_date() writes it
  OneOf<std::string> titles;
  OneOf<std::string> authors;
};

// The articles of a directory as they are while the scan goes on, in byte order of `file`.
//
// Thread-compatible. It may use threads of its own, which end with it. Nothing is kept between
// scans.
class Scan {
 public:
  // `directory` is the name that a user gives. `options` must outlive the scan. Throws Error if the
  // directory cannot be read, and Interrupted.
  Scan(const std::string& directory, const CorpusOptions& options, Selection selection,
       InterruptCheck interrupted = {});
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
  std::unique_ptr<ReadAhead> articles_;
  Article* article_ = nullptr;
};

}  // namespace articles
