// The entries that a scan visits.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "articles/corpus.h"
#include "files/entry.h"
#include "files/walk.h"

namespace articles {

// Gives the entry of Selection::file if a lookup by name can find it, else walks the directory.
// Thread-compatible.
class EntrySource {
 public:
  // `options` must outlive this. Throws Error if the directory cannot be read, and Interrupted.
  EntrySource(const std::string& directory, const WalkOptions& options, const Selection& selection,
              const InterruptCheck& interrupted);

  // Moves to the next entry. Returns false at the end, also when called again. Throws Interrupted.
  bool next(Entry& entry);

 private:
  std::function<bool(const std::string&)> wants_path_;
  std::optional<Walk> walk_;
  std::optional<Entry> found_;  // without a walk: the entry, until it is given
};

}  // namespace articles
