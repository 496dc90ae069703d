#include <algorithm>

#include "articles/changes.h"
#include "base/utf8.h"

namespace articles {

void KnownFiles::add(const KnownFile& file) {
  files_.push_back(
      {file.id, paths_.size(), file.path.size(), file.stat, is_utf8(std::string_view(file.path))});
  paths_ += file.path;
}

std::string_view KnownFiles::path_of(const Stored& file) const noexcept {
  return {paths_.data() + file.path_at, file.path_size};
}

void KnownFiles::sort() {
  const auto is_before = [&](const Stored& a, const Stored& b) {
    if (a.is_utf8 != b.is_utf8) return a.is_utf8;
    return path_of(a) < path_of(b);
  };
  if (!std::is_sorted(files_.begin(), files_.end(), is_before))
    std::sort(files_.begin(), files_.end(), is_before);
  const auto first_invalid = std::partition_point(files_.begin(), files_.end(),
                                                  [](const Stored& file) { return file.is_utf8; });
  valid_count_ = static_cast<std::size_t>(first_invalid - files_.begin());
}

KnownFile KnownFiles::operator[](std::size_t index) const noexcept {
  const Stored& file = files_[index];
  return {file.id, path_of(file), file.stat};
}

}  // namespace articles
