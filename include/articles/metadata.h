// What the standard columns show of the front matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/date.h"
#include "articles/field_value.h"
#include "articles/problem.h"

namespace articles {

struct KeyName;

// The keys under which a standard column is looked for, the preferred first: its own name, then the
// usual other names of the same thing. Lower case and without '-' and '_', none of which counts.
struct ColumnKeys {
  std::string_view column;
  std::vector<std::string_view> keys;
};
const std::vector<ColumnKeys>& column_keys();

// The standard columns of one article's front matter, under the usual names of each. A column is
// read when it is asked for; dates apart, for they may cost a problem: see Dates.
//
// All text is UTF-8, as typed. No value: the front matter does not say. Thread-compatible.
class Metadata {
 public:
  Metadata() = default;
  // `fields`, and the text of `file`, must outlive this. `file` is the path below the root: what
  // lies in a folder named _drafts is a draft.
  Metadata(const Value& fields, std::string_view file) { reset(fields, file); }

  // Takes other fields and keeps its memory.
  void reset(const Value& fields, std::string_view file);

  // These views live until the next call of any of them.
  std::optional<std::string_view> title();
  std::optional<std::string_view> author();  // several names are joined by ", "
  std::optional<std::string_view> headimg();
  std::optional<std::string_view> thumbnail();

  std::vector<std::string> categories() const;  // nested ones flat
  std::vector<std::string> tags() const;
  std::optional<bool> comments() const;
  bool draft() const;

 private:
  friend struct Dates;

  // A member under one of the usual names, and a value.
  struct Known {
    const KeyName* name;
    const Member* member;
  };

  const Value* field(std::string_view key) const noexcept;  // nullptr: there is none
  std::vector<std::string> in_taxonomies(std::vector<std::string> (Metadata::*column)()
                                             const) const;
  template <class Take>
  void for_each(std::string_view column, Take take) const;
  std::string_view shown(const Value& value);
  std::optional<std::string_view> text_of(std::string_view column);
  std::optional<std::string_view> image_of(std::string_view column);
  std::optional<bool> flag_of(std::string_view column) const;
  std::optional<std::int64_t> date_of(std::string_view column, const Zone& zone,
                                      Problems& problems) const;

  const Value* fields_ = nullptr;
  std::vector<Known> known_;  // the preferred names first, those of one name in the file's order
  std::string_view file_;
  bool unpublished_ = false;
  std::string made_;  // where a column's text stands nowhere in the fields
};

// Seconds since 1970 in UTC.
struct Dates {
  std::optional<std::int64_t> date;
  std::optional<std::int64_t> updated;

  // A date without a zone is taken in `zone`. A date that cannot be read is none, and a problem.
  // Where the fields have no date that of the file's name counts (date_of_file_name), then that of
  // the page's address in the key `path` (date_of_page_path).
  static Dates read(const Metadata& metadata, const Zone& zone, Problems& problems);
};

}  // namespace articles
