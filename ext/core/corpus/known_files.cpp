#include <algorithm>

#include "articles/changes.h"

namespace articles {

void KnownFiles::add(const KnownFile& file) {
  files_.push_back({file.id, paths_.size(), file.path.size(), file.stat});
  paths_ += file.path;
}

std::string_view KnownFiles::path_of(const Stored& file) const noexcept {
  return {paths_.data() + file.path_at, file.path_size};
}

KnownSource KnownFiles::sorted() {
  std::sort(files_.begin(), files_.end(),
            [&](const Stored& a, const Stored& b) { return path_of(a) < path_of(b); });
  return [this, next = std::size_t{0}](KnownFile& file) mutable {
    if (next == files_.size()) return false;
    const Stored& stored = files_[next++];
    file = {stored.id, path_of(stored), stored.stat};
    return true;
  };
}

}  // namespace articles
