#include "articles/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "articles/ascii.h"
#include "articles/error.h"
#include "articles/utf8.h"

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
int for_each_name(int fd, Each each) {
  alignas(dirent64) std::array<char, 64 * 1024> buffer;
  for (;;) {
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

}  // namespace

std::shared_ptr<const Glob> default_glob() {
  static const auto glob = std::make_shared<const Glob>("**/*.{md,markdown,mdx,html,htm,xhtml,txt}",
                                                        Glob::Case::IgnoreAscii);
  return glob;
}

std::shared_ptr<const Directory> Directory::open(const std::string& name) {
  if (name.empty()) throw Error("cannot open a directory: its name is empty");
  if (name.find('\0') != std::string::npos)
    throw Error("cannot open directory '" + repair_utf8(name.substr(0, name.find('\0'))) +
                "': the name holds a NUL character");
  const int fd = ::open(name.c_str(), kOpenDirectory);
  if (fd >= 0) return std::make_shared<const Directory>(fd);
  const std::string reason = std::system_category().message(errno);
  std::string text = "cannot open directory '" + repair_utf8(name) + "'";
  if (name.front() != '/') text += " (in " + repair_utf8(working_directory()) + ")";
  text += ": " + reason;
  if (name.front() == '~') text += "; '~' is not expanded here, write the whole path";
  throw Error(text);
}

std::shared_ptr<const Directory> Directory::open_below(const Directory& parent, const char* name) {
  const int fd = openat(parent.fd(), name, kOpenDirectory | O_NOFOLLOW);
  if (fd < 0) return nullptr;
  return std::make_shared<const Directory>(fd);
}

Directory::~Directory() {
  ::close(fd_);
}

Walk::Walk(std::shared_ptr<const Directory> root, const WalkOptions& options, std::string prefix)
    : options_(options), prefix_(std::move(prefix)) {
  prefix_.resize(std::min(prefix_.find(kReplacementBytes), prefix_.size()));
  Entry root_entry;
  if (!enter(std::move(root), root_entry))
    throw Error("cannot read the directory: " + std::system_category().message(root_entry.error));
}

bool Walk::wants_directory() const {
  const std::size_t common = std::min(path_.size(), prefix_.size());
  return path_.compare(0, common, prefix_, 0, common) == 0 && may_hold_articles(options_, path_);
}

// Reads the names of a directory whose path is path_. false: it cannot be read, and `entry` says
// so.
bool Walk::enter(std::shared_ptr<const Directory> directory, Entry& entry) {
  Level level;
  level.path_bytes = path_.size();
  const int error = for_each_name(directory->fd(), [&](std::string_view name, EntryType type) {
    if (type == EntryType::Other || (name.front() == '.' && !options_.hidden)) return;
    Name one;
    one.shown = name;
    if (type == EntryType::Directory) one.shown += '/';
    if (!is_utf8(name)) {
      one.raw = one.shown;
      one.shown = repair_utf8(one.raw);
    }
    level.names.push_back(std::move(one));
  });
  if (error != 0) {
    entry.error = error;
    return false;
  }
  std::sort(level.names.begin(), level.names.end(), [](const Name& a, const Name& b) {
    return a.shown != b.shown ? a.shown < b.shown : a.raw < b.raw;
  });
  level.directory = std::move(directory);
  levels_.push_back(std::move(level));
  return true;
}

// Looks at one name: enters a directory, or fills `entry` and returns true.
bool Walk::take(const Name& name, Level& level, Entry& entry) {
  path_.resize(level.path_bytes);
  path_ += name.bytes();
  entry.error = 0;
  if (path_.back() == '/') {
    if (!wants_directory()) return false;
    const std::string raw(name.bytes(), 0, name.bytes().size() - 1);
    const std::shared_ptr<const Directory> holder = level.directory;  // enter() may move `level`
    std::shared_ptr<const Directory> below = Directory::open_below(*holder, raw.c_str());
    if (below == nullptr) entry.error = errno;
    if (below != nullptr && enter(std::move(below), entry)) return false;
    if (entry.error == ENOENT) return false;
    entry.path = path_;
    entry.name = raw;
    entry.directory = holder;
    return true;
  }
  const std::size_t common = std::min(path_.size(), prefix_.size());
  if (common < prefix_.size() || path_.compare(0, common, prefix_) != 0) return false;
  if (!takes_file(options_, path_)) return false;
  entry.path = path_;
  entry.name = name.bytes();
  entry.directory = level.directory;
  return true;
}

bool Walk::next(Entry& entry) {
  while (!levels_.empty()) {
    Level& level = levels_.back();
    if (level.at == level.names.size()) {
      levels_.pop_back();
      continue;
    }
    const Name name = std::move(level.names[level.at++]);
    if (take(name, level, entry)) return true;
  }
  return false;
}

std::optional<Entry> find_entry(std::shared_ptr<const Directory> root, const WalkOptions& options,
                                std::string_view path) {
  if (path.find('\0') != std::string_view::npos) return std::nullopt;
  std::shared_ptr<const Directory> directory = std::move(root);
  std::size_t begin = 0;
  for (;;) {
    const std::size_t slash = path.find('/', begin);
    const std::string name(path.substr(begin, slash - begin));
    if (name.empty() || is_dot_name(name) || (name.front() == '.' && !options.hidden))
      return std::nullopt;
    if (slash == std::string_view::npos) {
      const bool is_file = type_by_stat(directory->fd(), name.c_str()) == EntryType::File;
      if (!is_file || !takes_file(options, path)) return std::nullopt;
      return Entry{std::string(path), std::move(directory), name, 0};
    }
    if (!may_hold_articles(options, path.substr(0, slash + 1))) return std::nullopt;
    std::shared_ptr<const Directory> below = Directory::open_below(*directory, name.c_str());
    begin = slash + 1;
    if (begin == path.size()) {
      // A directory is a row only if it cannot be read.
      if (below != nullptr || errno == ENOENT || errno == ENOTDIR || errno == ELOOP)
        return std::nullopt;
      return Entry{std::string(path), std::move(directory), name, errno};
    }
    if (below == nullptr) return std::nullopt;
    directory = std::move(below);
  }
}

std::string shown_path(const Entry& entry) {
  return is_utf8(entry.path) ? entry.path : repair_utf8(entry.path);
}

}  // namespace articles
