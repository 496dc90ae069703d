#include "articles/changes.h"

#include <algorithm>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "files/listing.h"

namespace articles {
namespace {

// What a file keeps when it is renamed. No device: its number can change at a reboot.
using Identity = std::tuple<std::uint64_t, std::int64_t, std::int64_t, std::int64_t>;

Identity identity_of(const FileStat& stat) {
  return {stat.inode, stat.size, stat.mtime, stat.mtime_nanoseconds};
}

bool is_directory(std::string_view path) {
  return !path.empty() && path.back() == '/';
}

}  // namespace

bool is_recent(const FileStat& stat, std::int64_t read_at) noexcept {
  constexpr std::int64_t kSeconds = 2;
  return std::max(stat.mtime, stat.ctime) >= read_at - kSeconds;
}

const FileToRead* Changes::find(std::string_view path) const noexcept {
  const auto file = std::lower_bound(
      to_read.begin(), to_read.end(), path,
      [](const FileToRead& one, std::string_view wanted) { return one.path < wanted; });
  return file != to_read.end() && file->path == path ? &*file : nullptr;
}

ChangeFinder::ChangeFinder(KnownSource known, std::int64_t last_read)
    : last_read_(last_read), known_{std::move(known)} {
  advance(known_);
}

// Moves to the next known file whose path is UTF-8; puts the others aside.
void ChangeFinder::advance(Cursor& known) {
  while (!known.at_end) {
    known.at_end = !known.source(known.file);
    if (known.at_end) return;
    if (&known != &known_) return;
    ++changes_.known;
    if (is_utf8(known.file.path)) return;
    known_invalid_.add(known.file);
  }
}

void ChangeFinder::add(const FoundFile& found) {
  const bool is_valid = is_utf8(found.path);
  if (is_directory(found.path)) {
    ++changes_.failed;
    if (is_valid) merge_directory(known_, found.path);
    found_invalid_.push_back({std::string(found.path), found.stat, found.error});
  } else if (is_valid) {
    merge(known_, found);
  } else {
    found_invalid_.push_back({std::string(found.path), found.stat, found.error});
  }
}

Changes ChangeFinder::finish() {
  lose_all(known_);
  merge_invalid();
  match_renames();
  for (const Lost& lost : lost_) changes_.removed.push_back(lost.id);
  for (Kept& added : added_)
    changes_.to_read.push_back({std::move(added.path), FileToRead::Kind::Added, 0});
  std::sort(changes_.to_read.begin(), changes_.to_read.end(),
            [](const FileToRead& a, const FileToRead& b) { return a.path < b.path; });
  return std::move(changes_);
}

void ChangeFinder::merge_invalid() {
  Cursor known{known_invalid_.sorted()};
  advance(known);
  std::sort(found_invalid_.begin(), found_invalid_.end(),
            [](const Kept& a, const Kept& b) { return a.path < b.path; });
  for (const Kept& found : found_invalid_) {
    if (is_directory(found.path))
      merge_directory(known, found.path);
    else
      merge(known, {found.path, found.stat, found.error});
  }
  lose_all(known);
}

// The known files before `until` were not found.
void ChangeFinder::lose(Cursor& known, std::string_view until) {
  for (; !known.at_end && known.file.path < until; advance(known))
    lost_.push_back({known.file.id, known.file.stat});
}

void ChangeFinder::lose_all(Cursor& known) {
  for (; !known.at_end; advance(known)) lost_.push_back({known.file.id, known.file.stat});
}

void ChangeFinder::merge(Cursor& known, const FoundFile& found) {
  if (!found.stat && is_gone(found.error)) return;
  ++changes_.found;
  lose(known, found.path);
  if (known.at_end || known.file.path != found.path) {
    added_.push_back({std::string(found.path), found.stat, found.error});
    return;
  }
  compare(known.file, found);
  advance(known);
}

// Keeps what is known below a directory that cannot be read.
void ChangeFinder::merge_directory(Cursor& known, std::string_view path) {
  lose(known, path);
  for (; !known.at_end && starts_with(known.file.path, path); advance(known))
    changes_.kept.push_back(known.file.id);
}

void ChangeFinder::compare(const KnownFile& known, const FoundFile& found) {
  if (!found.stat) {
    changes_.kept.push_back(known.id);
    ++changes_.failed;
  } else if (known.stat && *known.stat == *found.stat && !is_recent(*found.stat, last_read_)) {
    ++changes_.unchanged;
  } else {
    changes_.to_read.push_back({std::string(found.path), FileToRead::Kind::Changed, known.id});
  }
}

void ChangeFinder::match_renames() {
  if (lost_.empty() || added_.empty()) return;
  struct Candidate {
    Identity identity;
    bool is_added;
    std::size_t index;  // in added_ or lost_
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < added_.size(); ++i)
    if (added_[i].stat) candidates.push_back({identity_of(*added_[i].stat), true, i});
  for (std::size_t i = 0; i < lost_.size(); ++i)
    if (lost_[i].stat) candidates.push_back({identity_of(*lost_[i].stat), false, i});
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.identity, a.is_added, a.index) < std::tie(b.identity, b.is_added, b.index);
  });
  std::vector<bool> is_renamed_from(lost_.size()), is_renamed_to(added_.size());
  for (std::size_t begin = 0, end = 0; begin < candidates.size(); begin = end) {
    while (end < candidates.size() && candidates[end].identity == candidates[begin].identity) ++end;
    if (end - begin != 2 || candidates[begin].is_added || !candidates[begin + 1].is_added) continue;
    const std::size_t lost = candidates[begin].index;
    const std::size_t added = candidates[begin + 1].index;
    changes_.to_read.push_back(
        {std::move(added_[added].path), FileToRead::Kind::Renamed, lost_[lost].id});
    is_renamed_from[lost] = is_renamed_to[added] = true;
  }
  const auto without = [](auto& items, const std::vector<bool>& renamed) {
    std::decay_t<decltype(items)> rest;
    for (std::size_t i = 0; i < items.size(); ++i)
      if (!renamed[i]) rest.push_back(std::move(items[i]));
    return rest;
  };
  lost_ = without(lost_, is_renamed_from);
  added_ = without(added_, is_renamed_to);
}

Changes find_changes(const std::string& directory, const CorpusOptions& options, KnownSource known,
                     std::int64_t last_read, const InterruptCheck& interrupted) {
  ChangeFinder finder(std::move(known), last_read);
  Scan scan(directory, options, {}, interrupted);
  while (scan.next()) {
    Article& article = scan.article();
    const FileStat* const stat = article.stat();
    finder.add({article.path(), stat != nullptr ? std::optional(*stat) : std::nullopt,
                article.failure(Part::Stat)});
  }
  return finder.finish();
}

}  // namespace articles
