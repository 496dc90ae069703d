// A directory of articles, and scans over it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "articles/article.h"
#include "articles/walk.h"

namespace articles {

struct CorpusOptions {
  WalkOptions walk;
  ArticleOptions article;
};

// Which articles of a corpus a scan gives. It may give more than are asked for, never fewer: the
// caller checks again.
struct Selection {
  std::optional<std::string> file;    // the one of that path
  std::string prefix;                 // those whose path begins so
  std::optional<std::int64_t> rowid;  // the one of that rowid; costs a walk
};

// The articles of a directory as they are while the scan goes on, in byte order of `file`.
//
// Thread-compatible. Nothing is kept between scans.
class Scan {
 public:
  // `directory` is the name that a user gives. Throws Error if it cannot be read. `options` must
  // outlive the scan.
  Scan(const std::string& directory, const CorpusOptions& options, Selection selection);

  // Moves to the next article, the first at first; false at the end. Throws Error in strict mode
  // only.
  bool next();

  // The current article, until the next call of next().
  // REQUIRES: the last next() returned true
  Article& article() noexcept { return article_; }

 private:
  bool next_entry(Entry& entry);
  bool is_selected() const;

  const CorpusOptions& options_;
  std::shared_ptr<const Directory> root_;
  Selection selection_;
  std::optional<Walk> walk_;  // none where one file is opened by its name
  Article article_;
};

}  // namespace articles
