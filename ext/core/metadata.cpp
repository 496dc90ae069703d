#include "articles/metadata.h"

#include <algorithm>
#include <unordered_set>

#include "articles/ascii.h"
#include "key_names.h"

namespace articles {
namespace {

// A member under one of the usual names, and a value.
struct KnownMember {
  const KeyName* name;
  const Member* member;
};
using KnownMembers = std::vector<KnownMember>;

// The preferred names first, members of one name in the order of the file.
KnownMembers known_members(const Value& fields) {
  KnownMembers known;
  known.reserve(fields.members.size());
  for (const Member& member : fields.members) {
    if (member.value.is_null()) continue;
    const KeyName* const name = known_key(member.key);
    if (name == nullptr) continue;
    const auto place = std::upper_bound(
        known.begin(), known.end(), name,
        [](const KeyName* wanted, const KnownMember& one) { return wanted < one.name; });
    known.insert(place, {name, &member});
  }
  return known;
}

// Calls `take` for the members that hold a column, the preferred names first, until it says that it
// took one.
template <class Take>
void for_each_member(const KnownMembers& known, std::string_view column, Take take) {
  for (const KnownMember& one : known)
    if (one.name->column == column && take(*one.member)) return;
}

std::optional<bool> flag_of(const Value& value) {
  if (!value.is_scalar()) return std::nullopt;
  for (const std::string_view word : {"true", "yes", "on", "y", "1"})
    if (same_ignoring_case(value.text, word)) return true;
  for (const std::string_view word : {"false", "no", "off", "n", "0"})
    if (same_ignoring_case(value.text, word)) return false;
  return std::nullopt;
}

std::optional<std::string> text_column(const KnownMembers& known, std::string_view column) {
  std::optional<std::string> text;
  for_each_member(known, column, [&](const Member& member) {
    text = to_text(member.value);
    return true;
  });
  return text;
}

// Themes write an image as its address, as a map that holds the address, or as false.
std::optional<std::string> image_column(const KnownMembers& known, std::string_view column) {
  std::optional<std::string> text;
  for_each_member(known, column, [&](const Member& member) {
    if (member.value.kind == Value::Kind::Plain && flag_of(member.value) == false) return false;
    for (const std::string_view key : {"src", "url", "path"}) {
      const Value* const address = member.value.find(key);
      if (address != nullptr && address->is_scalar()) return text = address->text, true;
    }
    text = to_text(member.value);
    return true;
  });
  return text;
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

std::optional<std::string> author_column(const KnownMembers& known) {
  std::optional<std::string> author;
  for_each_member(known, "author", [&](const Member& member) {
    if (member.value.kind != Value::Kind::List) {
      author = person_name(member.value);
      return true;
    }
    std::string names;
    for (const Value& item : member.value.items) {
      const std::string name = person_name(item);
      if (name.empty()) continue;
      if (!names.empty()) names += ", ";
      names += name;
    }
    author = std::move(names);
    return true;
  });
  return author;
}

std::optional<std::int64_t> date_column(const KnownMembers& known, std::string_view column,
                                        const Zone& zone, Problems& problems) {
  std::optional<std::int64_t> seconds;
  for_each_member(known, column, [&](const Member& member) {
    if (flag_of(member.value).has_value()) return false;  // `published: true`
    const DateReading reading = member.value.is_scalar() ? read_date(member.value.text, zone)
                                                         : DateReading{std::nullopt, "not a date"};
    if (reading.reason != nullptr) {
      problems.push_back(
          {Severity::Lost, member.line, std::string(column) + ": " + reading.reason});
    }
    seconds = reading.seconds;
    return seconds.has_value();
  });
  return seconds;
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

std::vector<std::string> categories_column(const KnownMembers& known) {
  std::vector<std::string> categories;
  for_each_member(known, "categories", [&](const Member& member) {
    flatten(member.value, categories);
    return !categories.empty();
  });
  return without_duplicates(std::move(categories));
}

std::vector<std::string> tags_column(const KnownMembers& known) {
  std::vector<std::string> tags;
  for_each_member(known, "tags", [&](const Member& member) {
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
  return without_duplicates(std::move(tags));
}

std::optional<bool> flag_column(const KnownMembers& known, std::string_view column) {
  std::optional<bool> flag;
  for_each_member(known, column, [&](const Member& member) {
    flag = flag_of(member.value);
    return flag.has_value();
  });
  return flag;
}

bool says_unpublished(const Value& fields) {
  return std::any_of(fields.members.begin(), fields.members.end(), [](const Member& member) {
    return (same_key(member.key, "published") || same_key(member.key, "publish")) &&
           flag_of(member.value) == false;
  });
}

bool lies_in_drafts(std::string_view file) {
  constexpr std::string_view kFolder = "_drafts/";
  return starts_with(file, kFolder) || file.find("/_drafts/") != std::string_view::npos;
}

}  // namespace

Metadata read_metadata(const Value& fields, std::string_view file, const Zone& zone,
                       Problems& problems) {
  const KnownMembers known = known_members(fields);
  Metadata metadata;
  metadata.title = text_column(known, "title");
  metadata.author = author_column(known);
  metadata.date = date_column(known, "date", zone, problems);
  metadata.updated = date_column(known, "updated", zone, problems);
  metadata.categories = categories_column(known);
  metadata.tags = tags_column(known);
  metadata.headimg = image_column(known, "headimg");
  metadata.thumbnail = image_column(known, "thumbnail");
  metadata.comments = flag_column(known, "comments");
  metadata.draft = flag_column(known, "draft").value_or(false) || says_unpublished(fields) ||
                   lies_in_drafts(file);
  return metadata;
}

}  // namespace articles
