// The keys under which the usual generators write the same thing. One table serves the standard
// columns, the salvage of malformed front matter and the documentation.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace articles {

enum class FieldKind : std::uint8_t {
  Text,  // one text, even if YAML reads something else
  Date,
  People,  // a name, a list of names, or a map that has a name
  List,    // a list of texts, or one text that is split
  Flag,
};

struct FieldAlias {
  std::string_view column;
  std::string_view key;  // lower case, without '-', '_' and blanks
  FieldKind kind;
};

// The aliases of a column are adjacent, in order of preference.
inline constexpr std::array kFieldAliases{
    FieldAlias{"title", "title", FieldKind::Text},
    FieldAlias{"author", "author", FieldKind::People},
    FieldAlias{"author", "authors", FieldKind::People},
    FieldAlias{"author", "byline", FieldKind::People},
    FieldAlias{"date", "date", FieldKind::Date},
    FieldAlias{"date", "publishdate", FieldKind::Date},
    FieldAlias{"date", "pubdate", FieldKind::Date},
    FieldAlias{"date", "published", FieldKind::Date},
    FieldAlias{"date", "publisheddate", FieldKind::Date},
    FieldAlias{"date", "publishedat", FieldKind::Date},
    FieldAlias{"date", "datepublished", FieldKind::Date},
    FieldAlias{"date", "created", FieldKind::Date},
    FieldAlias{"date", "createdat", FieldKind::Date},
    FieldAlias{"date", "createdate", FieldKind::Date},
    FieldAlias{"date", "datecreated", FieldKind::Date},
    FieldAlias{"date", "pubdatetime", FieldKind::Date},
    FieldAlias{"updated", "updated", FieldKind::Date},
    FieldAlias{"updated", "lastmod", FieldKind::Date},
    FieldAlias{"updated", "modified", FieldKind::Date},
    FieldAlias{"updated", "lastmodified", FieldKind::Date},
    FieldAlias{"updated", "lastmodifiedat", FieldKind::Date},
    FieldAlias{"updated", "updatedat", FieldKind::Date},
    FieldAlias{"updated", "updateddate", FieldKind::Date},
    FieldAlias{"updated", "datemodified", FieldKind::Date},
    FieldAlias{"updated", "moddatetime", FieldKind::Date},
    FieldAlias{"categories", "categories", FieldKind::List},
    FieldAlias{"categories", "category", FieldKind::List},
    FieldAlias{"tags", "tags", FieldKind::List},
    FieldAlias{"tags", "tag", FieldKind::List},
    FieldAlias{"tags", "keywords", FieldKind::List},
    FieldAlias{"headimg", "headimg", FieldKind::Text},
    FieldAlias{"headimg", "cover", FieldKind::Text},
    FieldAlias{"headimg", "image", FieldKind::Text},
    FieldAlias{"headimg", "banner", FieldKind::Text},
    FieldAlias{"headimg", "heroimage", FieldKind::Text},
    FieldAlias{"headimg", "featuredimage", FieldKind::Text},
    FieldAlias{"headimg", "featureimage", FieldKind::Text},
    FieldAlias{"headimg", "socialimage", FieldKind::Text},
    FieldAlias{"headimg", "ogimage", FieldKind::Text},
    FieldAlias{"headimg", "photos", FieldKind::Text},
    FieldAlias{"thumbnail", "thumbnail", FieldKind::Text},
    FieldAlias{"thumbnail", "thumb", FieldKind::Text},
    FieldAlias{"comments", "comments", FieldKind::Flag},
    FieldAlias{"draft", "draft", FieldKind::Flag},
    FieldAlias{"draft", "isdraft", FieldKind::Flag},
};

// Whether `typed` is `key` if ASCII case, '-', '_' and U+0020 are ignored.
// REQUIRES: key is lower case and contains none of the ignored characters
bool same_key(std::string_view typed, std::string_view key) noexcept;

// The alias that a key as typed is; nullptr if it is none.
const FieldAlias* find_alias(std::string_view typed) noexcept;

// Whether a key as typed is an alias of the column `title`.
inline bool is_title_key(std::string_view typed) noexcept {
  const FieldAlias* const alias = find_alias(typed);
  return alias != nullptr && alias->column == "title";
}

}  // namespace articles
