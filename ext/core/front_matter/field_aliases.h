// The names under which the usual generators write the same thing. One table: the standard columns,
// the salvage of malformed front matter and the README read it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace articles {

enum class KeyKind : std::uint8_t {
  Text,  // one text; where YAML makes something else of it, the author meant the text
  Date,
  People,  // a name, a list of names, or a map with a name
  List,    // a list of texts, or one text that is split
  Flag,
};

struct KeyName {
  std::string_view column;
  std::string_view key;  // lower case, without '-' and '_'
  KeyKind kind;
};

// In the order of preference within a column.
inline constexpr std::array kKeyNames{
    KeyName{"title", "title", KeyKind::Text},
    KeyName{"author", "author", KeyKind::People},
    KeyName{"author", "authors", KeyKind::People},
    KeyName{"author", "byline", KeyKind::People},
    KeyName{"date", "date", KeyKind::Date},
    KeyName{"date", "publishdate", KeyKind::Date},
    KeyName{"date", "pubdate", KeyKind::Date},
    KeyName{"date", "published", KeyKind::Date},
    KeyName{"date", "publisheddate", KeyKind::Date},
    KeyName{"date", "publishedat", KeyKind::Date},
    KeyName{"date", "datepublished", KeyKind::Date},
    KeyName{"date", "created", KeyKind::Date},
    KeyName{"date", "createdat", KeyKind::Date},
    KeyName{"date", "createdate", KeyKind::Date},
    KeyName{"updated", "updated", KeyKind::Date},
    KeyName{"updated", "lastmod", KeyKind::Date},
    KeyName{"updated", "modified", KeyKind::Date},
    KeyName{"updated", "lastmodified", KeyKind::Date},
    KeyName{"updated", "lastmodifiedat", KeyKind::Date},
    KeyName{"updated", "updatedat", KeyKind::Date},
    KeyName{"updated", "updateddate", KeyKind::Date},
    KeyName{"updated", "datemodified", KeyKind::Date},
    KeyName{"categories", "categories", KeyKind::List},
    KeyName{"categories", "category", KeyKind::List},
    KeyName{"tags", "tags", KeyKind::List},
    KeyName{"tags", "tag", KeyKind::List},
    KeyName{"tags", "keywords", KeyKind::List},
    KeyName{"headimg", "headimg", KeyKind::Text},
    KeyName{"headimg", "cover", KeyKind::Text},
    KeyName{"headimg", "image", KeyKind::Text},
    KeyName{"headimg", "banner", KeyKind::Text},
    KeyName{"headimg", "heroimage", KeyKind::Text},
    KeyName{"headimg", "featuredimage", KeyKind::Text},
    KeyName{"headimg", "featureimage", KeyKind::Text},
    KeyName{"headimg", "socialimage", KeyKind::Text},
    KeyName{"headimg", "ogimage", KeyKind::Text},
    KeyName{"headimg", "photos", KeyKind::Text},
    KeyName{"thumbnail", "thumbnail", KeyKind::Text},
    KeyName{"thumbnail", "thumb", KeyKind::Text},
    KeyName{"comments", "comments", KeyKind::Flag},
    KeyName{"draft", "draft", KeyKind::Flag},
    KeyName{"draft", "isdraft", KeyKind::Flag},
};

// Whether `typed` is `name` when ASCII case, '-' and '_' do not count.
bool same_key(std::string_view typed, std::string_view name) noexcept;

// The first entry for a key as typed; nullptr if it is none of these names.
const KeyName* known_key(std::string_view typed) noexcept;

}  // namespace articles
