// What the standard columns show of the front matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/date.h"
#include "articles/problem.h"
#include "articles/value.h"

namespace articles {

// All text is UTF-8, as typed. No value: the front matter does not say.
struct Metadata {
  std::optional<std::string> title;
  std::optional<std::string> author;  // several names are joined by ", "
  std::optional<std::int64_t> date;   // seconds since 1970 in UTC
  std::optional<std::int64_t> updated;
  std::vector<std::string> categories;  // nested ones flat
  std::vector<std::string> tags;
  std::optional<std::string> headimg;
  std::optional<std::string> thumbnail;
  std::optional<bool> comments;
  bool draft = false;
};

// Reads the standard columns out of `fields`, under the usual names of each. A date without a zone
// is taken in `zone`. A date that cannot be read is NULL and a problem. `file` is the path below
// the root: what lies in a folder named _drafts is a draft.
Metadata read_metadata(const Value& fields, std::string_view file, const Zone& zone,
                       Problems& problems);

}  // namespace articles
