// Time zones by name: offsets, and the files that a system keeps.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "articles/date.h"
#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "dates/pieces.h"
#include "dates/scanner.h"
#include "dates/tz_file.h"

namespace articles {
namespace {

constexpr std::size_t kMostNameBytes = 64;
constexpr std::size_t kMostFileBytes = 262'144;  // the largest in use has some 4 KB

class Descriptor {
 public:
  explicit Descriptor(const std::string& path)
      // O_NONBLOCK: it may be a FIFO, which is refused only once it is open.
      : fd_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const noexcept { return fd_; }

 private:
  int fd_;
};

enum class Reading : std::uint8_t { Done, NotThere, Failed };

Reading read_regular_file(const std::string& path, std::string& bytes) {
  const Descriptor file(path);
  if (file.get() < 0)
    return errno == ENOENT || errno == ENOTDIR ? Reading::NotThere : Reading::Failed;
  struct stat status = {};
  if (fstat(file.get(), &status) != 0) return Reading::Failed;
  if (!S_ISREG(status.st_mode)) return Reading::NotThere;
  bytes.resize(kMostFileBytes);
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t got = ::read(file.get(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno != EINTR) return Reading::Failed;
    if (got == 0) break;
    if (got > 0) size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return Reading::Done;
}

bool is_directory(const std::string& path) {
  struct stat status = {};
  return stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

}  // namespace

bool is_zone_name(std::string_view name) noexcept {
  return !name.empty() && name.size() <= kMostNameBytes && ascii_alpha(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return ascii_alnum(c) || c == '_' || c == '+' || c == '-' || c == '/';
         });
}

const std::vector<std::string>& zone_directories() {
  static const std::vector<std::string> directories{"/usr/share/zoneinfo", "/usr/lib/zoneinfo",
                                                    "/usr/share/lib/zoneinfo"};
  return directories;
}

ZoneFile load_zone(std::string_view name, const std::vector<std::string>& directories) {
  ZoneFile result;
  const auto directory = std::find_if(directories.begin(), directories.end(), is_directory);
  if (directory == directories.end()) {
    result.outcome = ZoneFile::Outcome::NoFiles;
    return result;
  }
  if (!is_zone_name(name)) return result;
  const std::string path = *directory + '/' + std::string(name);
  std::string bytes;
  const Reading reading = read_regular_file(path, bytes);
  if (reading == Reading::NotThere) return result;
  result.outcome = ZoneFile::Outcome::Damaged;
  if (reading == Reading::Failed) {
    result.reason = "'" + path + "' cannot be read";
    return result;
  }
  const Result<std::shared_ptr<const ZoneTable>> table = parse_tz_file(bytes);
  if (table.ok()) {
    result.outcome = ZoneFile::Outcome::Found;
    result.table = table.value();
  } else {
    result.reason = "'" + path + "' is not to be used: " + table.problem().reason;
  }
  return result;
}

const ZoneFile& known_zone(std::string_view name) {
  thread_local std::string known_name;
  thread_local ZoneFile known;
  if (name != known_name) {
    known = load_zone(name);
    known_name = name;
  }
  return known;
}

std::int64_t Zone::to_utc(std::int64_t local) const noexcept {
  return table_ == nullptr ? local - offset_ : table_->to_utc(local);
}

Zone Zone::parse(std::string_view name) {
  Zone zone;
  if (is_utc_name(name)) return zone;
  DateScanner in(name);
  if (scan_offset(in, zone.offset_) && in.at_end()) return zone;
  zone.offset_ = 0;
  const std::string unknown = "unknown time zone " + quote(name) + "; ";
  const ZoneFile file = load_zone(name);
  switch (file.outcome) {
    case ZoneFile::Outcome::Found:
      zone.table_ = file.table;
      return zone;
    case ZoneFile::Outcome::NoFiles:
      throw Error(unknown + "this system has no time zone files (in " + joined(zone_directories()) +
                  "): write an offset like +08:00, or install tzdata");
    case ZoneFile::Outcome::Damaged:
      throw Error("time zone " + quote(name) + ": " + file.reason);
    case ZoneFile::Outcome::Unknown:
      break;
  }
  throw Error(unknown + "write it like +08:00, UTC or Asia/Shanghai");
}

}  // namespace articles
