#include "files/walk.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

#include "articles/error.h"
#include "base/utf8.h"

namespace articles {

Walk::Walk(std::shared_ptr<const Directory> root, const WalkOptions& options, std::string prefix,
           InterruptCheck interrupted)
    : options_(options), prefix_(std::move(prefix)), interrupted_(std::move(interrupted)) {
  prefix_.resize(std::min(prefix_.find(kReplacementBytes), prefix_.size()));
  int error = 0;
  if (!enter(std::move(root), error))
    throw Error("cannot read the directory: " + std::system_category().message(error));
}

// Reads the names of the directory whose path is path_. On failure sets `error` and returns false.
bool Walk::enter(std::shared_ptr<const Directory> directory, int& error) {
  Level level;
  level.path_bytes = path_.size();
  level.utf8 = is_utf8(path_);
  error = for_each_name(*directory, interrupted_, [&](std::string_view name, NameType found) {
    if (found.type == EntryType::Other || (name.front() == '.' && !options_.hidden)) return;
    // Without a type, a name that is not selected as a file is tried as a directory.
    if (found.type == EntryType::Unknown && options_.selects_file(path_ + std::string(name)))
      level.names.add(name, false, found.error);
    else
      level.names.add(name, found.type != EntryType::File);
  });
  if (error != 0) return false;
  level.names.sort();
  level.directory = std::move(directory);
  levels_.push_back(std::move(level));
  if (levels_.size() > kOpenLevels + 1) {
    Level& closed = levels_[levels_.size() - 1 - kOpenLevels];
    if (closed.directory != nullptr) closed.id = closed.directory->id();
    closed.directory.reset();
  }
  return true;
}

// Returns to the directory above, and opens it again if it was closed.
void Walk::leave() {
  const std::shared_ptr<const Directory> left = std::move(levels_.back().directory);
  levels_.pop_back();
  if (levels_.empty() || levels_.back().directory != nullptr) return;
  Level& level = levels_.back();
  if (left != nullptr) level.directory = Directory::open_parent(*left, level.id, interrupted_);
  if (level.directory == nullptr) level.directory = open_again(levels_.size() - 1);
  if (level.directory == nullptr) level.error = errno;
}

// Opens the directory of a level by its path, name by name. On failure returns nullptr and sets
// errno.
std::shared_ptr<const Directory> Walk::open_again(std::size_t level) const {
  std::shared_ptr<const Directory> directory = levels_.front().directory;
  for (std::size_t i = 1; i <= level && directory != nullptr; ++i) {
    const std::size_t begin = levels_[i - 1].path_bytes;
    const std::string name(path_, begin, levels_[i].path_bytes - begin - 1);
    directory = Directory::open_below(*directory, name.c_str(), interrupted_);
  }
  return directory;
}

bool Walk::wants_directory() const {
  const std::size_t common = std::min(path_.size(), prefix_.size());
  return path_.compare(0, common, prefix_, 0, common) == 0 && options_.may_select_below(path_);
}

bool Walk::wants_file() const {
  return path_.compare(0, prefix_.size(), prefix_) == 0 && options_.selects_file(path_);
}

// Enters the directory whose path is path_, or skips it if it is gone. If it cannot be read, makes
// it the entry and returns false.
bool Walk::enter_below(std::size_t name_at, Entry& entry) {
  std::shared_ptr<const Directory> holder = levels_.back().directory;  // enter() may move the level
  int error = levels_.back().error;
  if (holder != nullptr) {
    const std::string name(path_, name_at, path_.size() - name_at - 1);
    std::shared_ptr<const Directory> below =
        Directory::open_below(*holder, name.c_str(), interrupted_);
    error = below == nullptr ? errno : 0;
    if (below != nullptr && enter(std::move(below), error)) return true;
    if (is_gone(error)) return true;
  }
  entry.error = error;
  entry.path = path_;
  entry.name_at = name_at;
  entry.directory = std::move(holder);
  entry.utf8 = is_utf8(path_);
  return false;
}

bool Walk::next(Entry& entry) {
  constexpr unsigned kEntriesBetweenChecks = 256;
  for (unsigned passed = 1; !levels_.empty(); ++passed) {
    if (passed % kEntriesBetweenChecks == 0) stop_if(interrupted_);
    Level& level = levels_.back();
    if (level.next_name == level.names.size()) {
      leave();
      continue;
    }
    const std::size_t name_at = level.path_bytes;
    path_.resize(name_at);
    const Listing::Name& name = level.names[level.next_name++];
    path_ += level.names.raw(name);
    if (path_.back() == '/') {
      if (wants_directory() && !enter_below(name_at, entry)) return true;
    } else if (wants_file()) {
      entry.error = level.error != 0 ? level.error : name.error;
      entry.path = path_;
      entry.name_at = name_at;
      if (entry.directory != level.directory) entry.directory = level.directory;
      entry.utf8 = level.utf8 && name.raw_size == 0;
      return true;
    }
  }
  return false;
}

std::optional<Entry> find_entry(std::shared_ptr<const Directory> root, const WalkOptions& options,
                                std::string_view path, const InterruptCheck& interrupted) {
  if (path.find('\0') != std::string_view::npos) return std::nullopt;
  const auto failed = [&](std::shared_ptr<const Directory> holder, std::size_t name_at, int error) {
    // No file has a name that is too long.
    std::optional<Entry> entry;
    if (!is_gone(error) && error != ENAMETOOLONG)
      entry = Entry{std::string(path), name_at, std::move(holder), error, is_utf8(path)};
    return entry;
  };
  std::shared_ptr<const Directory> directory = std::move(root);
  for (std::size_t begin = 0;;) {
    const std::size_t slash = path.find('/', begin);
    const std::string name(path.substr(begin, slash - begin));
    if (name.empty() || name == "." || name == ".." || (name.front() == '.' && !options.hidden))
      return std::nullopt;
    if (slash == std::string_view::npos) {
      if (!options.selects_file(path)) return std::nullopt;
      const NameType found = type_by_stat(*directory, name.c_str(), interrupted);
      if (found.type == EntryType::Unknown) return failed(std::move(directory), begin, found.error);
      if (found.type != EntryType::File) return std::nullopt;
      return Entry{std::string(path), begin, std::move(directory), 0, is_utf8(path)};
    }
    if (!options.may_select_below(path.substr(0, slash + 1))) return std::nullopt;
    std::shared_ptr<const Directory> below =
        Directory::open_below(*directory, name.c_str(), interrupted);
    const bool is_last = slash + 1 == path.size();
    if (below == nullptr) return failed(is_last ? std::move(directory) : nullptr, begin, errno);
    if (is_last) return std::nullopt;  // a directory is an entry only if it cannot be read
    directory = std::move(below);
    begin = slash + 1;
  }
}

}  // namespace articles
