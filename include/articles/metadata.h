// The standard columns that are read from the front matter.
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

struct FieldAlias;

// The keys that a standard column is read from, the preferred one first: its own name, then the
// usual other names. They are lower case and without '-', '_' and blanks: neither case nor these
// characters distinguish keys.
struct ColumnKeys {
  std::string_view column;
  std::vector<std::string_view> keys;
};
const std::vector<ColumnKeys>& column_keys();

// The standard columns of one article's front matter. A column is read when it is asked for. Dates
// are separate, because reading one can add a Problem: see Dates.
//
// All text is UTF-8, as typed. No value means that the front matter does not state the column.
// Thread-compatible.
class Metadata {
 public:
  Metadata() = default;
  // `fields` and the text of `file` must outlive this object. `file` is the path below the root: an
  // article in a folder named _drafts is a draft.
  Metadata(const FieldValue& fields, std::string_view file) { reset(fields, file); }

  // Takes other fields; the memory is used again.
  void reset(const FieldValue& fields, std::string_view file);

  // These views live until the next call of any of them.
  std::optional<std::string_view> title();
  std::optional<std::string_view> author();  // several names are joined by ", "
  std::optional<std::string_view> headimg();
  std::optional<std::string_view> thumbnail();

  // Nested lists are flattened, and each text occurs once.
  std::vector<std::string> categories() const;
  std::vector<std::string> tags() const;
  std::optional<bool> comments() const;
  bool draft() const;

 private:
  friend struct Dates;

  // A field whose key is one of the usual names. Its value is not null.
  struct Match {
    const FieldAlias* alias;
    const Field* field;
  };

  // The value of exactly this key; nullptr if there is none.
  const FieldValue* field(std::string_view key) const noexcept;
  std::vector<std::string> in_taxonomies(std::vector<std::string> (Metadata::*column)()
                                             const) const;
  template <class Take>
  void for_each(std::string_view column, Take take) const;
  std::string_view shown(const FieldValue& value);
  std::optional<std::string_view> text_of(std::string_view column);
  std::optional<std::string_view> image_of(std::string_view column);
  std::optional<bool> flag_of(std::string_view column) const;
  std::optional<std::int64_t> date_of(std::string_view column, const Zone& zone,
                                      Problems& problems) const;

  const FieldValue* fields_ = nullptr;
  std::vector<Match> matches_;  // the preferred aliases first, those of one alias in file order
  std::string_view file_;
  bool unpublished_ = false;
  std::string scratch_;  // holds the text of a column that is not a part of the fields
};

// In seconds since 1970-01-01 00:00:00 UTC.
struct Dates {
  std::optional<std::int64_t> date;
  std::optional<std::int64_t> updated;

  // Reads both dates. A date without a zone is in `zone`. A date that cannot be read adds a
  // problem, and the next key is tried. If no key states a date, it is taken from the file name
  // (date_of_file_name), then from the page's address in the key `path` (date_of_page_path).
  static Dates read(const Metadata& metadata, const Zone& zone, Problems& problems);
};

}  // namespace articles
