#include "articles/corpus.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "articles/date.h"
#include "base/utf8.h"
#include "corpus/read_ahead.h"

namespace articles {
namespace {

constexpr unsigned kMaxDefaultThreads = 8;
constexpr unsigned kRowsBetweenChecks = 64;

// A path with U+FFFD may stand for bytes that are no UTF-8: only a walk finds these.
bool can_be_looked_up(const std::string& file) {
  return file.find(kReplacementBytes) == std::string::npos;
}

template <class T>
bool is_one(const OneOf<T>& values, const T& value) {
  return !values || std::binary_search(values->begin(), values->end(), value);
}

bool is_one(const OneOf<std::string>& values, const std::optional<std::string_view>& value) {
  return value && std::binary_search(values->begin(), values->end(), *value);
}

bool has_stat(const Selection& selection, Article& article) {
  if (selection.size.is_all() && selection.mtime.is_all()) return true;
  const FileStat* const stat = article.stat();
  return stat != nullptr && selection.size.holds(stat->size) && selection.mtime.holds(stat->mtime);
}

bool has_metadata(const Selection& selection, Article& article) {
  if (!selection.titles && !selection.authors) return true;
  Metadata* const metadata = article.metadata();
  return metadata != nullptr &&
         (!selection.titles || is_one(selection.titles, metadata->title())) &&
         (!selection.authors || is_one(selection.authors, metadata->author()));
}

bool has_date(const Selection& selection, Article& article) {
  if (selection.date.is_all()) return true;
  const Dates* const dates = article.dates();
  return dates != nullptr && dates->date && selection.date.holds(format_date(*dates->date));
}

}  // namespace

unsigned default_threads() noexcept {
  return std::clamp(std::thread::hardware_concurrency(), 1U, kMaxDefaultThreads);
}

bool NumberRange::holds(std::int64_t value) const noexcept {
  const auto number = static_cast<double>(value);
  return number >= low && number <= high;
}

bool NumberRange::is_all() const noexcept {
  return low == NumberRange().low && high == NumberRange().high;
}

bool TextRange::holds(std::string_view text) const noexcept {
  return !(low && text < *low) && !(high && text > *high);
}

Scan::Scan(const std::string& directory, const CorpusOptions& options, Selection selection,
           InterruptCheck interrupted)
    : options_(options),
      root_(Directory::open(directory)),
      selection_(std::move(selection)),
      interrupted_(std::move(interrupted)) {
  if (selection_.file) selection_.prefix = *selection_.file;
  if (!selection_.file || !can_be_looked_up(*selection_.file))
    walk_.emplace(root_, options_.walk, selection_.prefix, interrupted_);
  const unsigned threads = options_.threads == 0 ? default_threads() : options_.threads;
  articles_ = std::make_unique<ReadAhead>(
      options_.article, directory, threads, [this](Entry& entry) { return next_entry(entry); },
      interrupted_);
}

Scan::~Scan() = default;

bool Scan::next_entry(Entry& entry) {
  if (walk_) return walk_->next(entry);
  if (root_ == nullptr) return false;
  std::optional<Entry> found = find_entry(std::move(root_), options_.walk, *selection_.file);
  root_ = nullptr;
  if (!found) return false;
  entry = std::move(*found);
  return true;
}

bool Scan::is_selected(Article& article) const {
  if (selection_.file && article.file() != *selection_.file) return false;
  if (selection_.rowids && !is_one(selection_.rowids, article.rowid())) return false;
  return has_stat(selection_, article) && has_metadata(selection_, article) &&
         has_date(selection_, article);
}

bool Scan::next() {
  for (unsigned passed = 1;; ++passed) {
    if (passed % kRowsBetweenChecks == 0) stop_if(interrupted_);
    article_ = articles_->next();
    if (article_ == nullptr) return false;
    article_->file();  // in strict mode a bad name ends the query even if nobody asks for it
    if (is_selected(*article_)) return true;
  }
}

}  // namespace articles
