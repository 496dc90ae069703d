#include "files/entry.h"

#include "base/utf8.h"

namespace articles {

std::string shown_path(const Entry& entry) {
  return entry.utf8 ? entry.path : repair_utf8(entry.path);
}

}  // namespace articles
