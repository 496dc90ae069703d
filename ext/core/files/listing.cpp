#include "files/listing.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "articles/error.h"
#include "base/utf8.h"
#include "files/system_calls.h"

namespace articles {
namespace {

NameType type_of(const Directory& directory, const dirent64& found,
                 const InterruptCheck& interrupted) {
  switch (found.d_type) {
    case DT_REG:
      return {EntryType::File};
    case DT_DIR:
      return {EntryType::Directory};
    case DT_UNKNOWN:  // a file system that does not say
      return type_by_stat(directory, found.d_name, interrupted);
    default:
      return {EntryType::Other};
  }
}

}  // namespace

bool is_gone(int error) noexcept {
  return error == ENOENT || error == ENOTDIR || error == ELOOP;
}

NameType type_by_stat(const Directory& directory, const char* name,
                      const InterruptCheck& interrupted) {
  struct stat status = {};
  const int code = retried(interrupted, [&] {
    return system_calls.fstatat(directory.fd(), name, &status, AT_SYMLINK_NOFOLLOW);
  });
  if (code != 0) return is_gone(errno) ? NameType{} : NameType{EntryType::Unknown, errno};
  if (S_ISREG(status.st_mode)) return {EntryType::File};
  return {S_ISDIR(status.st_mode) ? EntryType::Directory : EntryType::Other};
}

void Listing::add(std::string_view name, bool is_directory, int error) {
  Name added{0, bytes_.size(), 0, 0, static_cast<std::uint16_t>(error)};
  bytes_ += name;
  if (is_directory) bytes_ += '/';
  added.shown_size = static_cast<std::uint16_t>(bytes_.size() - added.at);
  if (!is_utf8(name)) {
    added.raw_size = added.shown_size;
    added.at = bytes_.size();
    bytes_ += repair_utf8(std::string_view(bytes_).substr(added.at - added.raw_size));
    added.shown_size = static_cast<std::uint16_t>(bytes_.size() - added.at);
  }
  for (std::size_t i = 0; i < sizeof added.first_bytes; ++i) {
    const auto byte = i < added.shown_size ? static_cast<unsigned char>(bytes_[added.at + i]) : 0U;
    added.first_bytes = added.first_bytes << 8U | byte;
  }
  names_.push_back(added);
}

void Listing::sort() {
  std::sort(names_.begin(), names_.end(),
            [&](const Name& a, const Name& b) { return is_before(a, b); });
}

bool Listing::is_before(const Name& a, const Name& b) const noexcept {
  if (a.first_bytes != b.first_bytes) return a.first_bytes < b.first_bytes;
  const int order = shown(a).compare(shown(b));
  return order != 0 ? order < 0 : raw(a) < raw(b);
}

std::string_view Listing::shown(const Name& name) const noexcept {
  return {bytes_.data() + name.at, name.shown_size};
}

std::string_view Listing::raw(const Name& name) const noexcept {
  if (name.raw_size == 0) return shown(name);
  return {bytes_.data() + name.at - name.raw_size, name.raw_size};
}

int for_each_name(const Directory& directory, const InterruptCheck& interrupted,
                  const NameVisitor& each) {
  alignas(dirent64) std::array<char, 65'536> buffer;
  for (;;) {
    stop_if(interrupted);
    const ssize_t bytes = retried(interrupted, [&] {
      return system_calls.getdents64(directory.fd(), buffer.data(), buffer.size());
    });
    if (bytes < 0) return errno;
    if (bytes == 0) return 0;
    for (ssize_t at = 0; at < bytes;) {
      const auto* const found = reinterpret_cast<const dirent64*>(buffer.data() + at);
      const std::string_view name = found->d_name;
      if (name != "." && name != "..") each(name, type_of(directory, *found, interrupted));
      at += found->d_reclen;
    }
  }
}

}  // namespace articles
