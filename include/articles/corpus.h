// A directory of articles, and scans over it.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "articles/article.h"
#include "articles/error.h"
#include "files/walk.h"

namespace articles {

struct CorpusOptions {
  WalkOptions walk;
  ArticleOptions article;
  unsigned threads =
      0;  // that read at the same time, the caller's among them; 0: default_threads()
};

// As many as the machine runs at once, eight at most.
unsigned default_threads() noexcept;

// Numbers from `low` to `high`, both included.
struct NumberRange {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();

  bool holds(std::int64_t value) const noexcept;
  bool is_all() const noexcept;
};

// Texts from `low` to `high` in byte order, both included; no value: no bound.
struct TextRange {
  std::optional<std::string> low;
  std::optional<std::string> high;

  bool holds(std::string_view text) const noexcept;
  bool is_all() const noexcept { return !low && !high; }
};

// One of some values; no value: any. Sorted.
template <class T>
using OneOf = std::optional<std::vector<T>>;

// Which articles of a corpus a scan gives. It may give more than are asked for, never fewer: the
// caller checks again. What costs least is checked first, and an article that fails is read no
// further.
struct Selection {
  std::optional<std::string> file;  // the one of that path
  std::string prefix;               // those whose path begins so
  OneOf<std::int64_t> rowids;       // costs a walk
  NumberRange size;
  NumberRange mtime;
  TextRange date;  // as format_date writes it
  OneOf<std::string> titles;
  OneOf<std::string> authors;
};

class ReadAhead;

// The articles of a directory as they are while the scan goes on, in byte order of `file`.
//
// Thread-compatible; it may use threads of its own, which end with it. Nothing is kept between
// scans.
class Scan {
 public:
  // `directory` is the name that a user gives. Throws Error if it cannot be read, Interrupted.
  // `options` must outlive the scan.
  Scan(const std::string& directory, const CorpusOptions& options, Selection selection,
       InterruptCheck interrupted = {});
  ~Scan();
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  // Moves to the next article, the first at first; false at the end. Throws Interrupted, and Error
  // in strict mode only.
  bool next();

  // The current article, until the next call of next().
  // REQUIRES: the last next() returned true
  Article& article() noexcept { return *article_; }

 private:
  bool next_entry(Entry& entry);
  bool is_selected(Article& article) const;

  const CorpusOptions& options_;
  std::shared_ptr<const Directory> root_;
  Selection selection_;
  InterruptCheck interrupted_;
  std::optional<Walk> walk_;  // none where one file is opened by its name
  std::unique_ptr<ReadAhead> articles_;
  Article* article_ = nullptr;
};

}  // namespace articles
