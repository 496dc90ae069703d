#include "articles/metadata.h"

#include <algorithm>
#include <unordered_set>

#include "base/ascii.h"
#include "base/utf8.h"
#include "front_matter/field_aliases.h"

namespace articles {
namespace {

// The words of YAML 1.1 (https://yaml.org/type/bool.html) in any case, quoted or not, and 1 and 0.
std::optional<bool> flag(const FieldValue& value) {
  if (!value.is_scalar()) return std::nullopt;
  for (const std::string_view word : {"true", "yes", "on", "y", "1"})
    if (same_ignoring_case(value.text, word)) return true;
  for (const std::string_view word : {"false", "no", "off", "n", "0"})
    if (same_ignoring_case(value.text, word)) return false;
  return std::nullopt;
}

// The first scalar that is not empty under one of the keys; nullptr if there is none.
template <std::size_t N>
const FieldValue* first_of(const FieldValue& map, const std::string_view (&keys)[N]) {
  for (const std::string_view key : keys) {
    const FieldValue* const value = map.find(key);
    if (value != nullptr && value->is_scalar() && !value->text.empty()) return value;
  }
  return nullptr;
}

constexpr std::string_view kAddressKeys[] = {"src",  "url",      "path",   "image",
                                             "file", "filename", "feature"};

// What maps in categories and tags have as the text: Docusaurus `label`, WordPress and Ghost
// `name`, others `title` and the like.
constexpr std::string_view kLabelKeys[] = {"label", "name", "title", "text",
                                           "value", "tag",  "slug"};

// The address of an image. Themes write it as text, in a map, or as the first item of a list. A map
// without an address counts as one itself. nullptr: there is no image, for instance because the
// value is false.
const FieldValue* image_address(const FieldValue& value) {
  if (value.is_null() || (value.kind == FieldValue::Kind::Plain && flag(value) == false))
    return nullptr;
  if (value.is_list()) {
    for (const FieldValue& item : value.items)
      if (const FieldValue* const address = image_address(item)) return address;
    return nullptr;
  }
  const bool has_address_key =
      std::any_of(std::begin(kAddressKeys), std::end(kAddressKeys),
                  [&](std::string_view key) { return value.find(key) != nullptr; });
  return has_address_key ? first_of(value, kAddressKeys) : &value;
}

// A name as text, or the name in a map such as `{name: …, email: …}`.
std::string person_name(const FieldValue& value) {
  if (value.is_scalar()) return value.text;
  if (const FieldValue* const name = value.find("name"); name != nullptr && name->is_scalar())
    return name->text;
  for (const Field& field : value.members)
    if (field.value.is_scalar()) return field.value.text;
  return {};
}

constexpr std::string_view kTagSeparators[] = {",", ";", "，", "、", "；"};

// The size of the separator that the text begins with; 0 if it begins with none.
std::size_t separator_size(std::string_view text) {
  const char first = text.front();
  if (is_ascii(first)) return first == ',' || first == ';' ? 1 : 0;
  return size_of_first(text, kTagSeparators);
}

void add_text(std::string_view text, std::vector<std::string>& texts) {
  text = trim_spaces(text);
  if (!text.empty()) texts.emplace_back(text);
}

// Keeps the first of equal texts.
std::vector<std::string> without_duplicates(std::vector<std::string> texts) {
  constexpr std::size_t kFew = 16;  // so many are compared with each other, without a set
  if (texts.size() <= kFew) {
    auto end = texts.begin();
    for (auto at = texts.begin(); at != texts.end(); ++at) {
      if (std::find(texts.begin(), end, *at) != end) continue;
      if (end != at) *end = std::move(*at);
      ++end;
    }
    texts.erase(end, texts.end());
    return texts;
  }
  std::unordered_set<std::string> seen;
  const auto end = std::remove_if(texts.begin(), texts.end(), [&](const std::string& text) {
    return !seen.insert(text).second;
  });
  texts.erase(end, texts.end());
  return texts;
}

void add_split(std::string_view text, std::vector<std::string>& texts) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t separator = separator_size(text.substr(at));
    if (separator > 0) {
      add_text(text.substr(begin, at - begin), texts);
      begin = at + separator;
    }
    at += std::max<std::size_t>(separator, 1);
  }
  add_text(text.substr(begin), texts);
}

// The texts of a value and of everything in it, in order; of a map with a label only the label.
void flatten(const FieldValue& value, std::vector<std::string>& texts) {
  if (value.is_scalar()) add_text(value.text, texts);
  if (const FieldValue* const label = value.is_map() ? first_of(value, kLabelKeys) : nullptr)
    return add_text(label->text, texts);
  for (const FieldValue& item : value.items) flatten(item, texts);
  for (const Field& field : value.members) flatten(field.value, texts);
}

// The key without invisible characters at its ends, which YAML takes for a part of it.
std::string_view trim_invisible(std::string_view key) {
  constexpr std::string_view kZeroWidthSpace = "\xE2\x80\x8B";
  constexpr std::string_view kInvisible[] = {kNoBreakSpace, kIdeographicSpace, kZeroWidthSpace,
                                             kUtf8Bom};
  return trim_forms(key, kInvisible);
}

// `tags: []` states that there are none: no other key is tried.
bool is_empty_list(const FieldValue& value) {
  return value.is_list() && value.items.empty();
}

bool is_in_drafts(std::string_view file) {
  constexpr std::string_view kFolder = "_drafts/";
  return starts_with(file, kFolder) || file.find("/_drafts/") != std::string_view::npos;
}

}  // namespace

const std::vector<ColumnKeys>& column_keys() {
  static const std::vector<ColumnKeys> table = [] {
    std::vector<ColumnKeys> columns;
    for (const FieldAlias& alias : kFieldAliases) {
      if (columns.empty() || columns.back().column != alias.column)
        columns.push_back({alias.column, {}});
      columns.back().keys.push_back(alias.key);
    }
    return columns;
  }();
  return table;
}

void Metadata::reset(const FieldValue& fields, std::string_view file) {
  fields_ = &fields;
  matches_.clear();
  unpublished_ = false;
  file_ = file;
  for (const Field& field : fields.members) {
    if (field.value.is_null()) continue;
    const FieldAlias* const alias = find_alias(trim_invisible(field.key));
    if (alias == nullptr) {
      if (same_key(field.key, "publish") && flag(field.value) == false) unpublished_ = true;
      continue;
    }
    if (alias->key == "published" && flag(field.value) == false) unpublished_ = true;
    // The exact key is preferred: of `Title` and `title`, Hexo reads the latter only.
    const FieldAlias* const next = field.key == alias->key ? alias : alias + 1;
    const auto place = std::lower_bound(
        matches_.begin(), matches_.end(), next,
        [](const Match& match, const FieldAlias* wanted) { return match.alias < wanted; });
    matches_.insert(place, {alias, &field});
  }
}

// Calls `take` for the fields of a column, the preferred ones first, until it returns true.
template <class Take>
void Metadata::for_each(std::string_view column, Take take) const {
  for (const Match& match : matches_)
    if (match.alias->column == column && take(*match.field)) return;
}

std::string_view Metadata::shown(const FieldValue& value) {
  if (value.is_scalar()) return value.text;
  return scratch_ = to_text(value);
}

std::optional<std::string_view> Metadata::text_of(std::string_view column) {
  std::optional<std::string_view> text;
  for_each(column, [&](const Field& field) {
    text = shown(field.value);
    return true;
  });
  return text;
}

std::optional<std::string_view> Metadata::image_of(std::string_view column) {
  std::optional<std::string_view> text;
  for_each(column, [&](const Field& field) {
    const FieldValue* const address = image_address(field.value);
    // An empty text counts only if no other key has an address.
    if (address != nullptr && (!text || text->empty())) text = shown(*address);
    return text && !text->empty();
  });
  return text;
}

std::optional<bool> Metadata::flag_of(std::string_view column) const {
  std::optional<bool> result;
  for_each(column, [&](const Field& field) {
    result = flag(field.value);
    return result.has_value();
  });
  return result;
}

std::optional<std::int64_t> Metadata::date_of(std::string_view column, const Zone& zone,
                                              Problems& problems) const {
  std::optional<std::int64_t> seconds;
  for_each(column, [&](const Field& field) {
    if (same_key(field.key, "published") && flag(field.value).has_value()) return false;
    // Generators write null in other spellings, too, which are text elsewhere.
    if (field.value.is_scalar() && same_ignoring_case(field.value.text, "null")) return false;
    const DateReading reading = field.value.is_scalar() ? read_date(field.value.text, zone)
                                                        : DateReading{std::nullopt, "not a date"};
    if (reading.reason != nullptr) {
      const std::string typed = to_text(field.value);
      problems.push_back(
          {Severity::Unreadable, field.line,
           quoted_in_reason(field.key) + " is " + reading.reason + ": " + quoted_in_reason(typed),
           field.key, typed});
    }
    seconds = reading.seconds;
    return seconds.has_value();
  });
  return seconds;
}

std::optional<std::string_view> Metadata::title() {
  return text_of("title");
}

std::optional<std::string_view> Metadata::author() {
  std::optional<std::string_view> author;
  for_each("author", [&](const Field& field) {
    if (field.value.is_scalar()) {
      author = field.value.text;
      return true;
    }
    scratch_.clear();
    if (field.value.is_map()) scratch_ = person_name(field.value);
    for (const FieldValue& item : field.value.items) {
      const std::string name = person_name(item);
      if (name.empty()) continue;
      if (!scratch_.empty()) scratch_ += ", ";
      scratch_ += name;
    }
    author = scratch_;
    return true;
  });
  return author;
}

std::optional<std::string_view> Metadata::headimg() {
  return image_of("headimg");
}

std::optional<std::string_view> Metadata::thumbnail() {
  return image_of("thumbnail");
}

const FieldValue* Metadata::field(std::string_view key) const noexcept {
  return fields_ == nullptr ? nullptr : fields_->find(key);
}

// Zola has categories and tags in a map of their own
// (https://www.getzola.org/documentation/content/page/).
std::vector<std::string> Metadata::in_taxonomies(std::vector<std::string> (Metadata::*column)()
                                                     const) const {
  const FieldValue* const map = field("taxonomies");
  if (map == nullptr || !map->is_map()) return {};
  return (Metadata(*map, file_).*column)();
}

std::vector<std::string> Metadata::categories() const {
  std::vector<std::string> categories;
  bool found = false;
  for_each("categories", [&](const Field& field) {
    flatten(field.value, categories);
    return found = !categories.empty() || is_empty_list(field.value);
  });
  if (!found) return in_taxonomies(&Metadata::categories);
  return without_duplicates(std::move(categories));
}

std::vector<std::string> Metadata::tags() const {
  std::vector<std::string> tags;
  bool found = false;
  for_each("tags", [&](const Field& field) {
    std::vector<std::string> texts;
    if (field.value.is_scalar())
      add_split(field.value.text, texts);
    else
      flatten(field.value, texts);
    // Obsidian's notes have the '#' in the list, too.
    for (const std::string_view text : texts)
      add_text(text.substr(text.front() == '#' ? 1 : 0), tags);
    return found = !tags.empty() || is_empty_list(field.value);
  });
  if (!found) return in_taxonomies(&Metadata::tags);
  return without_duplicates(std::move(tags));
}

std::optional<bool> Metadata::comments() const {
  return flag_of("comments");
}

bool Metadata::draft() const {
  return flag_of("draft").value_or(false) || unpublished_ || is_in_drafts(file_);
}

Dates Dates::read(const Metadata& metadata, const Zone& zone, Problems& problems) {
  Dates dates;
  const std::size_t before = problems.size();
  dates.date = metadata.date_of("date", zone, problems);
  if (!dates.date && problems.size() == before)
    dates.date = date_of_file_name(metadata.file_, zone);
  if (!dates.date && problems.size() == before) {
    const FieldValue* const path = metadata.field("path");
    if (path != nullptr && path->is_scalar()) dates.date = date_of_page_path(path->text, zone);
  }
  dates.updated = metadata.date_of("updated", zone, problems);
  return dates;
}

}  // namespace articles
