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
#include "base/ascii.h"
#include "base/quote.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr int kOpenDirectory = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

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
      return type_by_stat(fd, found.d_name);  // some file systems do not tell
    default:
      return EntryType::Other;
  }
}

bool is_dot_name(std::string_view name) {
  return name == "." || name == "..";
}

// Calls `each(name, type)` for what the directory holds. Returns errno.
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

std::string working_directory() {
  std::array<char, 4096> buffer;
  return getcwd(buffer.data(), buffer.size()) != nullptr ? buffer.data() : "an unknown directory";
}

// The options' word on a file whose name is no matter any more.
bool takes_file(const WalkOptions& options, std::string_view path) {
  return options.glob->matches(path) && !(options.exclude && options.exclude->matches(path));
}

// Whether a directory can hold what the options take. `path` ends in '/': an exclude pattern like
// `drafts/**` takes it, and so all below.
bool may_hold_articles(const WalkOptions& options, std::string_view path) {
  const std::string_view literal = options.glob->literal_prefix();
  const std::size_t known = std::min(path.size(), literal.size());
  if (path.substr(0, known) != literal.substr(0, known)) return false;
  return !(options.exclude && options.exclude->matches(path));
}

// What a user may have meant by a name that cannot be opened; empty if there is no guess.
std::string hint_on_directory(const std::string& name) {
  if (name.front() == '~') return "; '~' is not expanded, write the whole path";
  if (name.find('$') != std::string::npos)
    return "; variables are not expanded, write the whole path";
  if (name.compare(0, 5, "file:") == 0) return "; write a path, not a URL";
  if (name.find_first_of("*?[{") != std::string::npos)
    return "; a glob is the second argument: articles('posts', '**/*.md')";
  return {};
}

}  // namespace

std::shared_ptr<const Glob> default_glob() {
  static const auto glob = std::make_shared<const Glob>("**/*.{md,markdown,mdx,html,htm,xhtml,txt}",
                                                        Glob::Case::IgnoreAscii);
  return glob;
}

std::shared_ptr<const Directory> Directory::open(const std::string& name) {
  if (name.empty()) throw Error("cannot open a directory: its name is empty");
  if (name.find('\0') != std::string::npos)
    throw Error("cannot open directory " + quote(name) + ": the name contains a NUL character");
  const int fd = ::open(name.c_str(), kOpenDirectory);
  if (fd >= 0) return std::make_shared<const Directory>(fd);
  const std::string reason = std::system_category().message(errno);
  std::string text = "cannot open directory " + quote(name);
  if (name.front() != '/') text += " (in " + repair_utf8(working_directory()) + ")";
  text += ": " + reason;
  throw Error(text + hint_on_directory(name));
}

std::shared_ptr<const Directory> Directory::open_below(const Directory& parent, const char* name) {
  const int fd = openat(parent.fd(), name, kOpenDirectory | O_NOFOLLOW);
  if (fd < 0) return nullptr;
  return std::make_shared<const Directory>(fd);
}

Directory::~Directory() {
  ::close(fd_);
}

Walk::Walk(std::shared_ptr<const Directory> root, const WalkOptions& options, std::string prefix,
           InterruptCheck interrupted)
    : options_(options), prefix_(std::move(prefix)), interrupted_(std::move(interrupted)) {
  prefix_.resize(std::min(prefix_.find(kReplacementBytes), prefix_.size()));
  int error = 0;
  if (!enter(std::move(root), error))
    throw Error("cannot read the directory: " + std::system_category().message(error));
}

void Walk::Level::add(std::string_view name, bool is_directory) {
  Name one{0, bytes.size(), 0, 0};
  bytes += name;
  if (is_directory) bytes += '/';
  one.shown_size = static_cast<std::uint16_t>(bytes.size() - one.at);
  if (!is_utf8(name)) {
    one.raw_size = one.shown_size;
    one.at = bytes.size();
    bytes += repair_utf8(std::string_view(bytes).substr(one.at - one.raw_size, one.raw_size));
    one.shown_size = static_cast<std::uint16_t>(bytes.size() - one.at);
  }
  for (std::size_t i = 0; i < sizeof one.first_bytes; ++i) {
    const auto byte = i < one.shown_size ? static_cast<unsigned char>(bytes[one.at + i]) : 0U;
    one.first_bytes = one.first_bytes << 8U | byte;
  }
  names.push_back(one);
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

// Reads the names of a directory whose path is path_. false: it cannot be read.
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
  return path_.compare(0, common, prefix_, 0, common) == 0 && may_hold_articles(options_, path_);
}

bool Walk::wants_file() const {
  return path_.compare(0, prefix_.size(), prefix_) == 0 && takes_file(options_, path_);
}

// Goes into the directory whose path is path_. False if it cannot be read: then it is an entry.
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
    if (level.at == level.names.size()) {
      levels_.pop_back();
      continue;
    }
    const std::size_t name_at = level.path_bytes;
    path_.resize(name_at);
    const Name& name = level.names[level.at++];
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
      if (!is_file || !takes_file(options, path)) return std::nullopt;
      return Entry{std::string(path), begin, std::move(directory), 0, is_utf8(path)};
    }
    if (!may_hold_articles(options, path.substr(0, slash + 1))) return std::nullopt;
    std::shared_ptr<const Directory> below = Directory::open_below(*directory, name.c_str());
    if (slash + 1 == path.size()) {
      // A directory is a row only if it cannot be read.
      if (below != nullptr || errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
        return std::nullopt;
      return Entry{std::string(path), begin, std::move(directory), errno, is_utf8(path)};
    }
    if (below == nullptr) return std::nullopt;
    directory = std::move(below);
    begin = slash + 1;
  }
}

std::string shown_path(const Entry& entry) {
  return entry.utf8 ? entry.path : repair_utf8(entry.path);
}

}  // namespace articles
