#include "corpus/entry_source.h"

#include <utility>

#include "base/utf8.h"

namespace articles {
namespace {

// U+FFFD in a path can stand for bytes that are not UTF-8: only a walk finds such a file.
bool can_be_looked_up(const std::string& file) {
  return file.find(kReplacementBytes) == std::string::npos;
}

}  // namespace

EntrySource::EntrySource(const std::string& directory, const WalkOptions& options,
                         const Selection& selection, const InterruptCheck& interrupted)
    : wants_path_(selection.wants_path) {
  std::shared_ptr<const Directory> root = Directory::open(directory, interrupted);
  if (selection.file && can_be_looked_up(*selection.file))
    found_ = find_entry(std::move(root), options, *selection.file, interrupted);
  else
    walk_.emplace(std::move(root), options, selection.file.value_or(selection.prefix), interrupted);
}

bool EntrySource::next(Entry& entry) {
  if (walk_) {
    while (walk_->next(entry))
      if (!wants_path_ || wants_path_(entry.path)) return true;
    return false;
  }
  if (!found_) return false;
  entry = std::move(*found_);
  found_.reset();
  return true;
}

}  // namespace articles
