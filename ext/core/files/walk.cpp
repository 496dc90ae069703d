#include "files/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "articles/error.h"
#include "base/interrupt.h"
#include "base/utf8.h"

namespace articles {
namespace {

enum class EntryType { File, Directory, Other };

EntryType type_by_stat(int fd, const char* name) {
  struct stat status = {};
  if (fstatat(fd, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return EntryType::Other;
  if (S_ISREG(status.st_mode)) return EntryType::File;
  return S_ISDIR(status.st_mode) ? EntryType::Directory : EntryType::Other;
}

EntryType type_of(int fd, const dirent64& found) {
  switch (found.d_type) {
    case DT_REG:
      return EntryType::File;
    case DT_DIR:
      return EntryType::Directory;
    case DT_UNKNOWN:
      return type_by_stat(fd, found.d_name);  // a file system that does not say
    default:
      return EntryType::Other;
  }
}

bool is_dot_name(std::string_view name) {
  return name == "." || name == "..";
}

// Calls `each(name, type)` for each name in the directory. Returns errno, 0 on success.
template <class Each>
int for_each_name(int fd, const InterruptCheck& interrupted, Each each) {
  alignas(dirent64) std::array<char, 64 * 1024> buffer;
  for (;;) {
    stop_if(interrupted);
    const ssize_t bytes = getdents64(fd, buffer.data(), buffer.size());
    if (bytes < 0) return errno;
    if (bytes == 0) return 0;
    for (ssize_t at = 0; at < bytes;) {
      const auto* const found = reinterpret_cast<const dirent64*>(buffer.data() + at);
      const std::string_view name = found->d_name;
      if (!is_dot_name(name)) each(name, type_of(fd, *found));
      at += found->d_reclen;
    }
  }
}

}  // namespace

Walk::Walk(std::shared_ptr<const Directory> root, const WalkOptions& options, std::string prefix,
           InterruptCheck interrupted)
    : options_(options), prefix_(std::move(prefix)), interrupted_(std::move(interrupted)) {
  prefix_.resize(std::min(prefix_.find(kReplacementBytes), prefix_.size()));
  int error = 0;
  if (!enter(std::move(root), error))
    throw Error("cannot read the directory: " + std::system_category().message(error));
}

void Walk::Level::add(std::string_view name, bool is_directory) {
  Name added{0, bytes.size(), 0, 0};
  bytes += name;
  if (is_directory) bytes += '/';
  added.shown_size = static_cast<std::uint16_t>(bytes.size() - added.at);
  if (!is_utf8(name)) {
    added.raw_size = added.shown_size;
    added.at = bytes.size();
    bytes += repair_utf8(std::string_view(bytes).substr(added.at - added.raw_size, added.raw_size));
    added.shown_size = static_cast<std::uint16_t>(bytes.size() - added.at);
  }
  for (std::size_t i = 0; i < sizeof added.first_bytes; ++i) {
    const auto byte = i < added.shown_size ? static_cast<unsigned char>(bytes[added.at + i]) : 0U;
    added.first_bytes = added.first_bytes << 8U | byte;
  }
  names.push_back(added);
}

bool Walk::Level::is_before(const Name& a, const Name& b) const {
  if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
  const int order = shown(a).compare(shown(b));
  return order != 0 ? order < 0 : raw(a) < raw(b);
}

std::string_view Walk::Level::shown(const Name& name) const {
  return {bytes.data() + name.at, name.shown_size};
}

std::string_view Walk::Level::raw(const Name& name) const {
  if (name.raw_size == 0) return shown(name);
  return {bytes.data() + name.at - name.raw_size, name.raw_size};
}

// Reads the names of the directory whose path is path_. On failure sets `error` and returns false.
bool Walk::enter(std::shared_ptr<const Directory> directory, int& error) {
  Level level;
  level.path_bytes = path_.size();
  level.utf8 = is_utf8(path_);
  error = for_each_name(directory->fd(), interrupted_, [&](std::string_view name, EntryType type) {
    if (type == EntryType::Other || (name.front() == '.' && !options_.hidden)) return;
    level.add(name, type == EntryType::Directory);
  });
  if (error != 0) return false;
  std::sort(level.names.begin(), level.names.end(),
            [&](const Name& a, const Name& b) { return level.is_before(a, b); });
  level.directory = std::move(directory);
  levels_.push_back(std::move(level));
  return true;
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
  const std::string name(path_, name_at, path_.size() - name_at - 1);
  std::shared_ptr<const Directory> below = Directory::open_below(*holder, name.c_str());
  int error = below == nullptr ? errno : 0;
  if (below != nullptr && enter(std::move(below), error)) return true;
  if (error == ENOENT) return true;
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
      levels_.pop_back();
      continue;
    }
    const std::size_t name_at = level.path_bytes;
    path_.resize(name_at);
    const Name& name = level.names[level.next_name++];
    path_ += level.raw(name);
    if (path_.back() == '/') {
      if (wants_directory() && !enter_below(name_at, entry)) return true;
    } else if (wants_file()) {
      entry.error = 0;
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
                                std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return std::nullopt;
  std::shared_ptr<const Directory> directory = std::move(root);
  for (std::size_t begin = 0;;) {
    const std::size_t slash = path.find('/', begin);
    const std::string name(path.substr(begin, slash - begin));
    if (name.empty() || is_dot_name(name) || (name.front() == '.' && !options.hidden))
      return std::nullopt;
    if (slash == std::string_view::npos) {
      const bool is_file = type_by_stat(directory->fd(), name.c_str()) == EntryType::File;
      if (!is_file || !options.selects_file(path)) return std::nullopt;
      return Entry{std::string(path), begin, std::move(directory), 0, is_utf8(path)};
    }
    if (!options.may_select_below(path.substr(0, slash + 1))) return std::nullopt;
    std::shared_ptr<const Directory> below = Directory::open_below(*directory, name.c_str());
    if (slash + 1 == path.size()) {
      // A directory is an entry only if it cannot be read.
      if (below != nullptr || errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
        return std::nullopt;
      return Entry{std::string(path), begin, std::move(directory), errno, is_utf8(path)};
    }
    if (below == nullptr) return std::nullopt;
    directory = std::move(below);
    begin = slash + 1;
  }
}

}  // namespace articles
