#include "front_matter/toml_front_matter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/block_text.h"
#include "front_matter/field_aliases.h"
#include "front_matter/field_value_builder.h"
#include "front_matter/salvaged_text.h"
#include "front_matter/toml.h"

namespace articles {
namespace {

// Salvage compares each key with those before it.
constexpr std::size_t kMaxSalvagedLines = 2000;

bool is_key_char(char c) {
  return ascii_alnum(c) || !is_ascii(c) ||
         std::string_view("_-.\"' ").find(c) != std::string_view::npos;
}

// The offset of the sign between a key and its value; npos if the line has no key. A colon counts
// after an alias only.
std::size_t key_end(std::string_view line) {
  const std::size_t sign = line.find_first_of("=:");
  if (sign == std::string_view::npos) return sign;
  const std::string_view key = trim_blanks(line.substr(0, sign));
  const bool is_key = line[sign] == ':'
                          ? find_alias(key) != nullptr
                          : !key.empty() && std::all_of(key.begin(), key.end(), is_key_char);
  return is_key ? sign : std::string_view::npos;
}

// The member of the map; a new one if there is none.
Field& member_of(FieldValue& map, const std::string& key, int line) {
  map.kind = FieldValue::Kind::Map;
  for (Field& field : map.members)
    if (field.key == key) return field;
  return map.members.emplace_back(Field{key, {}, line});
}

void add_members(FieldValue& map, FieldValue more, Problems& notes) {
  map.kind = FieldValue::Kind::Map;
  for (Field& field : more.members) {
    const std::size_t before = map.members.size();
    Field& target = member_of(map, field.key, field.line);
    if (map.members.size() > before)
      target.value = std::move(field.value);
    else if (target.value.is_map() && field.value.is_map())
      add_members(target.value, std::move(field.value), notes);
    else
      replace_value(target, std::move(field), notes);
  }
}

// Reads a malformed block key by key.
class TomlSalvage {
 public:
  TomlSalvage(std::string_view block, int first_line, FrontMatter& result)
      : block_(block), lines_(block), first_line_(first_line), result_(result) {}

  void run() {
    std::size_t count = 0;
    while (lines_.next()) {
      const std::string_view line = trim_spaces(lines_.text());
      if (line.empty() || line.front() == '#') continue;
      if (++count > kMaxSalvagedLines) return lose("too many lines to salvage");
      if (line.front() == '[')
        enter_table(line);
      else if (key_end(line) != std::string_view::npos)
        add_entry();
      else
        lose("this line belongs to no key");
    }
  }

 private:
  int line_number() const { return first_line_ + lines_.number() - 1; }

  void lose(const char* reason) {
    result_.problems.push_back(
        {Severity::Lost, line_number(), std::string("malformed TOML: ") + reason});
  }

  // `[a.b]` and `[[a.b]]`: the table that the keys below belong to.
  void enter_table(std::string_view line) {
    table_ = &result_.fields;
    const Result<FieldValue> header = parse_toml(line, line_number());
    if (!header.ok()) {
      lose("a table's name cannot be read");
      const std::string_view name = trim_if(line, [](char c) { return c == '[' || c == ']'; });
      return enter_member(std::string(name), FieldValue::Kind::Map);
    }
    const FieldValue* named = &header.value();
    while (!named->members.empty() || !named->items.empty()) {
      if (named->is_list()) {
        table_->kind = FieldValue::Kind::List;
        table_->items.emplace_back();
        named = &named->items.front();
      } else {
        const Field& next = named->members.front();
        enter_member(next.key, next.value.kind);
        named = &next.value;
      }
    }
  }

  void enter_member(const std::string& key, FieldValue::Kind kind) {
    Field& field = member_of(last_table(), key, line_number());
    if (field.value.is_scalar()) {
      replace_value(field, {key, {}, line_number()}, result_.problems);
      field.value = {};
    }
    if (field.value.is_null()) field.value.kind = kind;
    table_ = &field.value;
  }

  // The open table; of an array of tables the last one.
  FieldValue& last_table() {
    if (!table_->is_list()) return *table_;
    if (table_->items.empty()) table_->items.emplace_back();
    return table_->items.back();
  }

  void add_entry() {
    const int number = line_number();
    const std::size_t begin = lines_.begin();
    const std::string_view line = trim_spaces(lines_.text());
    const std::size_t sign = key_end(line);
    const std::string_view typed = trim_spaces(line.substr(sign + 1));
    std::size_t end = lines_.end();
    Result<FieldValue> entry = parse_toml(line, number);
    if (!entry.ok()) {
      end = std::max(end, begin + value_end(begin));
      entry = parse_toml(block_.substr(begin, end - begin), number);
    }
    if (entry.ok()) {
      while (lines_.end() < end && lines_.next()) continue;
      return add_members(last_table(), std::move(entry.value()), result_.problems);
    }
    const std::string key = salvaged_text(line.substr(0, sign));
    result_.problems.push_back({Severity::Salvaged, number,
                                "malformed TOML: " + entry.problem().reason, key,
                                std::string(typed)});
    FieldValue one;
    one.members.push_back({key, salvaged_value(key, typed), number});
    add_members(last_table(), std::move(one), result_.problems);
  }

  // The size from `begin`, where its line begins, to the end of a value of several lines: a string
  // in three quotes, or a list in brackets up to the next line that has a key. 0: there is none.
  std::size_t value_end(std::size_t begin) const;

  std::string_view block_;
  Lines lines_;
  int first_line_;
  FrontMatter& result_;
  FieldValue* table_ = &result_.fields;
};

// `[params]` and `[[resources]]`. In a line of a list, a quote or a digit follows the bracket.
bool is_table_header(std::string_view line) {
  const std::size_t name = line.find_first_not_of('[');
  return name != 0 && name != std::string_view::npos && ascii_alpha(line[name]) &&
         ends_with(line, "]") && line.find(',') == std::string_view::npos;
}

std::size_t TomlSalvage::value_end(std::size_t begin) const {
  const std::string_view rest = block_.substr(begin);
  const std::string_view value = trim_spaces(rest.substr(key_end(rest) + 1));
  const auto at = static_cast<std::size_t>(value.data() - rest.data());
  for (const std::string_view quotes : {R"(""")", "'''"}) {
    if (!starts_with(value, quotes)) continue;
    const std::size_t close = rest.find(quotes, at + quotes.size());
    if (close == std::string_view::npos) return 0;
    return std::min(rest.find('\n', close), rest.size() - 1) + 1;
  }
  if (!starts_with(value, "[") && !starts_with(value, "{")) return 0;
  Lines following(rest);
  following.next();
  while (following.next()) {
    const std::string_view line = trim_spaces(following.text());
    if (key_end(line) != std::string_view::npos || is_table_header(line)) return following.begin();
  }
  return rest.size();
}

}  // namespace

FrontMatter parse_toml_front_matter(std::string_view block, int first_line) {
  FrontMatter result;
  const std::string text = clean_front_matter(block, first_line, result.problems);
  Result<FieldValue> strict = parse_toml(text, first_line);
  if (strict.ok()) {
    result.fields = std::move(strict.value());
    return result;
  }
  const std::size_t problems = result.problems.size();
  TomlSalvage(text, first_line, result).run();
  const Problem& cause = strict.problem();
  const bool none = result.fields.members.empty();
  if (none) {
    result.fields = {};
    result.problems.resize(problems);
  }
  if (result.problems.size() == problems)
    result.problems.push_back({none ? Severity::Lost : Severity::Salvaged, cause.line,
                               "malformed TOML: " + cause.reason});
  return result;
}

}  // namespace articles
