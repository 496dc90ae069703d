#include "articles/corpus.h"

#include "articles/utf8.h"

namespace articles {
namespace {

// A path with U+FFFD may stand for bytes that are no UTF-8: only a walk finds these.
bool can_be_looked_up(const std::string& file) {
  return file.find(kReplacementBytes) == std::string::npos;
}

}  // namespace

Scan::Scan(const std::string& directory, const CorpusOptions& options, Selection selection)
    : options_(options),
      root_(Directory::open(directory)),
      selection_(std::move(selection)),
      article_(options.article, directory) {
  if (selection_.file) selection_.prefix = *selection_.file;
  if (!selection_.file || !can_be_looked_up(*selection_.file))
    walk_.emplace(root_, options_.walk, selection_.prefix);
}

bool Scan::next_entry(Entry& entry) {
  if (walk_) return walk_->next(entry);
  if (root_ == nullptr) return false;
  std::optional<Entry> found = find_entry(std::move(root_), options_.walk, *selection_.file);
  root_ = nullptr;
  if (!found) return false;
  entry = std::move(*found);
  return true;
}

bool Scan::is_selected() const {
  if (selection_.file && article_.file() != *selection_.file) return false;
  return !selection_.rowid || article_.rowid() == *selection_.rowid;
}

bool Scan::next() {
  for (Entry entry; next_entry(entry);) {
    article_.reset(std::move(entry));
    if (is_selected()) return true;
  }
  return false;
}

}  // namespace articles
