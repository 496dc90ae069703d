#include "files/entry.h"

#include "base/utf8.h"

namespace articles {

const char* failed_action(const Entry& entry) noexcept {
  const bool is_file = entry.directory != nullptr && entry.path.back() != '/';
  return is_file ? "cannot stat" : "cannot read the directory";
}

std::string shown_path(const Entry& entry) {
  return entry.utf8 ? entry.path : repair_utf8(entry.path);
}

}  // namespace articles
