#include "articles/metadata.h"

#include <algorithm>
#include <unordered_set>

#include "base/ascii.h"
#include "front_matter/field_aliases.h"

namespace articles {
namespace {

std::optional<bool> flag(const Value& value) {
  if (!value.is_scalar()) return std::nullopt;
  for (const std::string_view word : {"true", "yes", "on", "y", "1"})
    if (same_ignoring_case(value.text, word)) return true;
  for (const std::string_view word : {"false", "no", "off", "n", "0"})
    if (same_ignoring_case(value.text, word)) return false;
  return std::nullopt;
}

// The address of an image: themes write it as such, in a map, as the first of a list, or as false.
// What has no address in it is taken for one as it is; nullptr: there is no image.
const Value* image_address(const Value& value) {
  if (value.is_null() || (value.kind == Value::Kind::Plain && flag(value) == false)) return nullptr;
  if (value.kind == Value::Kind::List) {
    for (const Value& item : value.items)
      if (const Value* const address = image_address(item)) return address;
    return nullptr;
  }
  for (const std::string_view key : {"src", "url", "path"}) {
    const Value* const address = value.find(key);
    if (address != nullptr && address->is_scalar()) return address;
  }
  return &value;
}

// A name as text, or the name in a map like `{name: …, email: …}`.
std::string person_name(const Value& value) {
  if (value.is_scalar()) return value.text;
  if (const Value* const name = value.find("name"); name != nullptr && name->is_scalar())
    return name->text;
  for (const Member& member : value.members)
    if (member.value.is_scalar()) return member.value.text;
  return {};
}

constexpr std::string_view kTagSeparators[] = {",", ";", "，", "、", "；"};

void add_text(std::string_view text, std::vector<std::string>& texts) {
  text = trim_spaces(text);
  if (!text.empty()) texts.emplace_back(text);
}

// Each once, in the order of first mention.
std::vector<std::string> without_duplicates(std::vector<std::string> texts) {
  constexpr std::size_t kFew = 16;  // compared each with each, without a set
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
  while (!text.empty()) {
    std::size_t end = text.size();
    std::size_t separator = 0;
    for (const std::string_view one : kTagSeparators) {
      const std::size_t found = text.find(one);
      if (found < end) end = found, separator = one.size();
    }
    add_text(text.substr(0, end), texts);
    text.remove_prefix(end + separator);
  }
}

// The texts of a value and of what it holds, in order.
void flatten(const Value& value, std::vector<std::string>& texts) {
  if (value.is_scalar()) add_text(value.text, texts);
  for (const Value& item : value.items) flatten(item, texts);
  for (const Member& member : value.members) flatten(member.value, texts);
}

// Without the blanks beside a key that YAML takes for letters of it and no reader sees.
std::string_view trim_unseen(std::string_view key) {
  constexpr std::string_view kUnseen[] = {"\xC2\xA0", "\xE3\x80\x80", "\xE2\x80\x8B",
                                          "\xEF\xBB\xBF"};
  while (const std::size_t size = size_of_first(key, kUnseen)) key.remove_prefix(size);
  while (const std::size_t size = size_of_last(key, kUnseen)) key.remove_suffix(size);
  return key;
}

bool lies_in_drafts(std::string_view file) {
  constexpr std::string_view kFolder = "_drafts/";
  return starts_with(file, kFolder) || file.find("/_drafts/") != std::string_view::npos;
}

}  // namespace

void Metadata::reset(const Value& fields, std::string_view file) {
  fields_ = &fields;
  known_.clear();
  unpublished_ = false;
  file_ = file;
  for (const Member& member : fields.members) {
    if (member.value.is_null()) continue;
    const KeyName* const name = known_key(trim_unseen(member.key));
    if (name == nullptr) {
      if (same_key(member.key, "publish") && flag(member.value) == false) unpublished_ = true;
      continue;
    }
    if (name->key == "published" && flag(member.value) == false) unpublished_ = true;
    // Of `Title` and `title` the name as it is counts: to Hexo the other one is nothing.
    const KeyName* const behind = member.key == name->key ? name : name + 1;
    const auto place =
        std::lower_bound(known_.begin(), known_.end(), behind,
                         [](const Known& one, const KeyName* wanted) { return one.name < wanted; });
    known_.insert(place, {name, &member});
  }
}

// Calls `take` for the members that hold a column, the preferred names first, until it says that it
// took one.
template <class Take>
void Metadata::for_each(std::string_view column, Take take) const {
  for (const Known& one : known_)
    if (one.name->column == column && take(*one.member)) return;
}

std::string_view Metadata::shown(const Value& value) {
  if (value.is_scalar()) return value.text;
  return made_ = to_text(value);
}

std::optional<std::string_view> Metadata::text_of(std::string_view column) {
  std::optional<std::string_view> text;
  for_each(column, [&](const Member& member) {
    text = shown(member.value);
    return true;
  });
  return text;
}

std::optional<std::string_view> Metadata::image_of(std::string_view column) {
  std::optional<std::string_view> text;
  for_each(column, [&](const Member& member) {
    const Value* const address = image_address(member.value);
    if (address != nullptr) text = shown(*address);
    return text.has_value();
  });
  return text;
}

std::optional<bool> Metadata::flag_of(std::string_view column) const {
  std::optional<bool> result;
  for_each(column, [&](const Member& member) {
    result = flag(member.value);
    return result.has_value();
  });
  return result;
}

std::optional<std::int64_t> Metadata::date_of(std::string_view column, const Zone& zone,
                                              Problems& problems) const {
  std::optional<std::int64_t> seconds;
  for_each(column, [&](const Member& member) {
    if (same_key(member.key, "published") && flag(member.value).has_value()) return false;
    const DateReading reading = member.value.is_scalar() ? read_date(member.value.text, zone)
                                                         : DateReading{std::nullopt, "not a date"};
    if (reading.reason != nullptr)
      problems.push_back(
          {Severity::Lost, member.line, std::string(column) + ": " + reading.reason});
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
  for_each("author", [&](const Member& member) {
    if (member.value.is_scalar()) return author = member.value.text, true;
    made_.clear();
    if (member.value.kind == Value::Kind::Map) made_ = person_name(member.value);
    for (const Value& item : member.value.items) {
      const std::string name = person_name(item);
      if (name.empty()) continue;
      if (!made_.empty()) made_ += ", ";
      made_ += name;
    }
    author = made_;
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

const Value* Metadata::field(std::string_view key) const noexcept {
  return fields_ == nullptr ? nullptr : fields_->find(key);
}

// A column that Zola has in a map of its own (https://www.getzola.org/documentation/content/page/).
std::vector<std::string> Metadata::in_taxonomies(std::vector<std::string> (Metadata::*column)()
                                                     const) const {
  const Value* const map = field("taxonomies");
  if (map == nullptr || map->kind != Value::Kind::Map) return {};
  return (Metadata(*map, file_).*column)();
}

std::vector<std::string> Metadata::categories() const {
  std::vector<std::string> categories;
  for_each("categories", [&](const Member& member) {
    flatten(member.value, categories);
    return !categories.empty();
  });
  if (categories.empty()) return in_taxonomies(&Metadata::categories);
  return without_duplicates(std::move(categories));
}

std::vector<std::string> Metadata::tags() const {
  std::vector<std::string> tags;
  for_each("tags", [&](const Member& member) {
    std::vector<std::string> texts;
    if (member.value.is_scalar())
      add_split(member.value.text, texts);
    else
      flatten(member.value, texts);
    // Obsidian's notes write the '#' in the list, too.
    for (const std::string_view text : texts)
      add_text(text.substr(text.front() == '#' ? 1 : 0), tags);
    return !tags.empty();
  });
  if (tags.empty()) return in_taxonomies(&Metadata::tags);
  return without_duplicates(std::move(tags));
}

std::optional<bool> Metadata::comments() const {
  return flag_of("comments");
}

bool Metadata::draft() const {
  return flag_of("draft").value_or(false) || unpublished_ || lies_in_drafts(file_);
}

Dates Dates::read(const Metadata& metadata, const Zone& zone, Problems& problems) {
  Dates dates;
  const std::size_t before = problems.size();
  dates.date = metadata.date_of("date", zone, problems);
  if (!dates.date && problems.size() == before)
    dates.date = date_of_file_name(metadata.file_, zone);
  if (!dates.date && problems.size() == before) {
    const Value* const path = metadata.field("path");
    if (path != nullptr && path->is_scalar()) dates.date = date_of_page_path(path->text, zone);
  }
  dates.updated = metadata.date_of("updated", zone, problems);
  return dates;
}

}  // namespace articles
