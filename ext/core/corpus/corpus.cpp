#include "articles/corpus.h"

#include <algorithm>
#include <cassert>
#include <thread>
#include <utility>

#include "articles/error.h"
#include "corpus/entry_source.h"
#include "corpus/read_ahead.h"
#include "corpus/selection.h"

namespace articles {
namespace {

constexpr unsigned kMaxDefaultThreads = 8;

constexpr unsigned kRowsBetweenChecks = 64;

}  // namespace

unsigned default_threads() noexcept {
  return std::clamp(std::thread::hardware_concurrency(), 1U, kMaxDefaultThreads);
}

bool ValueRange::holds(std::int64_t value) const noexcept {
  const auto number = static_cast<double>(value);
  return number >= low && number <= high;
}

bool ValueRange::is_all() const noexcept {
  return low == ValueRange().low && high == ValueRange().high;
}

bool TextRange::holds(std::string_view text) const noexcept {
  return !(low && text < *low) && !(high && text > *high);
}

ScanThreads::ScanThreads() : articles_(std::make_unique<ReadAhead>()) {}

ScanThreads::~ScanThreads() = default;

Scan::Scan(const std::string& directory, const CorpusOptions& options, Selection selection,
           InterruptCheck interrupted, ScanThreads* threads)
    : selection_(std::move(selection)),
      interrupted_(std::move(interrupted)),
      entries_(std::make_unique<EntrySource>(directory, options.walk, selection_, interrupted_)),
      own_threads_(threads == nullptr ? std::make_unique<ScanThreads>() : nullptr),
      articles_(threads == nullptr ? *own_threads_->articles_ : *threads->articles_) {
  ThreadCounts count{options.threads, options.threads};
  if (options.threads == 0) count = {default_threads(), kMaxReadingThreads};
  articles_.start(
      options.article, directory, count, [this](Entry& entry) { return entries_->next(entry); },
      interrupted_);
}

Scan::~Scan() {
  articles_.finish();
}

bool Scan::next() {
  for (unsigned passed = 1;; ++passed) {
    if (passed % kRowsBetweenChecks == 0) stop_if(interrupted_);
    article_ = articles_.next();
    if (article_ == nullptr) return false;
    article_->file();  // in strict mode a bad name ends the query whatever its columns
    if (is_selected(selection_, *article_)) return true;
  }
}

Article& Scan::article() noexcept {
  assert(article_ != nullptr);
  return *article_;
}

}  // namespace articles
