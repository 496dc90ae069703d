#include "front_matter/salvage.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/field_aliases.h"
#include "front_matter/field_value_builder.h"
#include "front_matter/yaml.h"

namespace articles {
namespace {

constexpr std::size_t kMaxKeyBytes = 64;
constexpr std::string_view kFullWidthColon = "\xEF\xBC\x9A";

struct KeyAndRest {
  std::string_view key;
  std::string_view rest;
  bool strict;
};

bool is_key_char(char c) {
  return ascii_alnum(c) || c == '_' || c == '-' || c == '.' || c == ' ' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= kMaxKeyBytes && key.front() != '-' && key.front() != ' ' &&
         std::all_of(key.begin(), key.end(), is_key_char);
}

// Where the quoted key at the beginning of the line ends, behind its closing quote; 0 if there is
// none.
std::size_t quoted_key_end(std::string_view line) {
  if (line.empty() || (line[0] != '"' && line[0] != '\'')) return 0;
  const std::size_t close = line.find(line[0], 1);
  return close == std::string_view::npos ? 0 : close + 1;
}

std::optional<KeyAndRest> strict_key(std::string_view line) {
  const std::size_t quoted = quoted_key_end(line);
  const std::size_t colon = line.find(':', quoted);
  if (colon == std::string_view::npos) return std::nullopt;
  if (colon + 1 < line.size() && !ascii_blank(line[colon + 1])) return std::nullopt;
  const std::string_view key = trim_blanks(line.substr(0, colon));
  if (quoted != 0) {
    if (key.size() != quoted || quoted > kMaxKeyBytes) return std::nullopt;
    return KeyAndRest{key.substr(1, quoted - 2), line.substr(colon + 1), true};
  }
  if (!is_key(key)) return std::nullopt;
  return KeyAndRest{key, line.substr(colon + 1), true};
}

// `title:T` and `title：T`: only for the keys we know, or every URL would be one.
std::optional<KeyAndRest> loose_key(std::string_view line) {
  const std::size_t ascii = line.find(':');
  const std::size_t wide = line.find(kFullWidthColon);
  const std::size_t colon = std::min(ascii, wide);
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view key = trim_blanks(line.substr(0, colon));
  if (known_key(key) == nullptr) return std::nullopt;
  return KeyAndRest{key, line.substr(colon + (colon == wide ? kFullWidthColon.size() : 1)), false};
}

std::size_t indent_of(std::string_view line) {
  std::size_t indent = 0;
  while (indent < line.size() && ascii_blank(line[indent])) ++indent;
  return indent;
}

bool is_blank_line(std::string_view line) {
  return indent_of(line) == line.size();
}

bool continues(std::string_view line, std::size_t base) {
  const std::size_t indent = indent_of(line);
  if (indent == line.size() || indent > base) return true;
  if (starts_with(line.substr(indent), "---")) return false;
  return std::string_view("-]}#").find(line[indent]) != std::string_view::npos;
}

// Blanks, and what editors and web pages leave in their place.
std::string_view trim_wide_blanks(std::string_view text) {
  static constexpr std::string_view kBlanks[] = {" ",        "\t",           "\r",          "\n",
                                                 "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const std::string_view blank : kBlanks) {
      while (starts_with(text, blank)) text.remove_prefix(blank.size()), trimmed = true;
      while (ends_with(text, blank)) text.remove_suffix(blank.size()), trimmed = true;
    }
  }
  return text;
}

std::size_t leading_quotes(std::string_view text) {
  return std::min(text.find_first_not_of('"'), text.size());
}

std::size_t trailing_quotes(std::string_view text) {
  const std::size_t last = text.find_last_not_of('"');
  return last == std::string_view::npos ? 0 : text.size() - last - 1;
}

// The text between a pair of quotes, its escapes undone: `\"` and `\\` in double ones, `''` in
// single ones.
std::string unquoted(std::string_view text) {
  const char quote = text.front();
  text = text.substr(1, text.size() - 2);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    const bool escape = quote == '"' ? text[i] == '\\' && (next == '"' || next == '\\')
                                     : text[i] == '\'' && next == '\'';
    if (escape) ++i;
    result += text[i];
  }
  return result;
}

bool is_quoted(std::string_view text) {
  return text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
         text.back() == text.front();
}

std::vector<Value> split_list(std::string_view text) {
  text = trim_wide_blanks(text);
  if (starts_with(text, "[")) text.remove_prefix(1);
  if (ends_with(text, "]")) text.remove_suffix(1);
  std::vector<Value> items;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string item = salvaged_text(text.substr(0, comma));
    if (starts_with(item, "#")) item.erase(0, 1);
    if (!item.empty()) items.push_back(Value::quoted(std::move(item)));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return items;
}

// The items of a block list all of whose lines begin with '-', a blank behind it or not; nothing if
// these are no such lines.
std::optional<std::vector<Value>> block_items(std::string_view following) {
  std::vector<Value> items;
  for (Lines lines(following); lines.next();) {
    const std::string_view line = trim_blanks(lines.text());
    if (line.empty()) continue;
    if (line.front() != '-' || starts_with(line, "--")) return std::nullopt;
    items.push_back(Value::quoted(salvaged_text(line.substr(1))));
  }
  if (items.empty()) return std::nullopt;
  return items;
}

// `|`, `>-`: before lines that YAML would keep or fold.
bool is_block_indicator(std::string_view text) {
  return !text.empty() && (text[0] == '|' || text[0] == '>') &&
         text.find_first_not_of("+-123456789", 1) == std::string_view::npos;
}

// The lines of the entry as one, as YAML folds a plain scalar.
std::string folded(const FrontMatterEntry& entry) {
  std::string text(trim_wide_blanks(entry.first));
  if (is_block_indicator(text)) text.clear();
  for (Lines lines(entry.following); lines.next();) {
    const std::string_view line = trim_blanks(lines.text());
    if (line.empty() || line.front() == '#') continue;
    if (!text.empty()) text += ' ';
    text += line;
  }
  return text;
}

bool takes_list(std::string_view key, std::string_view text) {
  const KeyName* const name = known_key(key);
  if (name == nullptr) return false;
  return name->kind == KeyKind::List || (name->kind == KeyKind::People && starts_with(text, "["));
}

Value entry_value(const FrontMatterEntry& entry, Severity& severity) {
  const bool first_is_empty = trim_wide_blanks(entry.first).empty();
  Value list;
  list.kind = Value::Kind::List;
  // `tags: - a`, too
  const bool begins_list =
      starts_with(trim_blanks(entry.first), "- ") && takes_list(entry.key, entry.first);
  if (first_is_empty || begins_list) {
    const std::string lines = std::string(entry.first) + '\n' + std::string(entry.following);
    if (std::optional<std::vector<Value>> items = block_items(lines)) {
      list.items = std::move(*items);
      return list;
    }
  }
  const std::string text = folded(entry);
  const bool has_structure = first_is_empty && !text.empty() && !takes_list(entry.key, text);
  if (has_structure) severity = Severity::Lost;
  return salvaged_value(entry.key, text);
}

// The entry by itself, if YAML reads it as a map of just that key.
std::optional<Value> strict_value(const FrontMatterEntry& entry, std::string& reason) {
  Problems notes;
  Result<Value> parsed = parse_yaml(entry.text, entry.line, notes);
  reason = parsed.ok() ? "not a key and a value" : parsed.problem().reason;
  if (!parsed.ok() || parsed.value().members.size() != 1) return std::nullopt;
  Member& member = parsed.value().members.front();
  if (member.key != entry.key) return std::nullopt;
  return std::move(member.value);
}

// What an alias stands for is not to be had; a title that begins like one is meant as it is.
bool loses_alias(const FrontMatterEntry& entry, const std::string& reason) {
  const KeyName* const name = known_key(entry.key);
  const bool is_title = name != nullptr && name->column == "title";
  return !is_title &&
         (reason.find("alias") != std::string::npos || reason.find("anchor") != std::string::npos);
}

void salvage_entry(const FrontMatterEntry& entry, ValueBuilder& fields, Problems& problems) {
  std::string reason;
  std::optional<Value> value = strict_value(entry, reason);
  if (!value) {
    Severity severity = Severity::Salvaged;
    value = entry_value(entry, severity);
    if (loses_alias(entry, reason)) severity = Severity::Lost;
    problems.push_back({severity, entry.line, "malformed YAML: " + reason});
  }
  fields.key(entry.key, entry.line);
  fields.add(std::move(*value));
}

// A key that is indented below the plain value of another is one of its own: YAML allows none
// there.
std::optional<KeyAndRest> key_below(const FrontMatterEntry& entry, std::string_view line) {
  const std::string_view value = trim_blanks(entry.first);
  if (value.empty() || std::string_view("|>[{\"'&*!#").find(value[0]) != std::string_view::npos ||
      !trim_spaces(entry.following).empty())
    return std::nullopt;
  const std::optional<KeyAndRest> found = strict_key(trim_blanks(line));
  const bool is_name = found && std::all_of(found->key.begin(), found->key.end(), [](char c) {
                         return ascii_alnum(c) || c == '_' || c == '-';
                       });
  return is_name ? found : std::nullopt;
}

}  // namespace

bool is_front_matter_line(std::string_view line) noexcept {
  const std::size_t indent = indent_of(line);
  if (indent == line.size()) return false;
  if (indent > 0 || line.front() == '#') return true;
  if (line.front() == '-') return line.size() == 1 || ascii_blank(line[1]);
  return strict_key(line).has_value();
}

FrontMatterLines scan_front_matter_lines(std::string_view block, int first_line) {
  FrontMatterLines result;
  std::optional<std::size_t> base;
  bool after_lost = false;  // what is indented below a lost line is lost with it
  for (Lines lines(block); lines.next();) {
    const std::string_view line = lines.text();
    if (is_blank_line(line) || line[indent_of(line)] == '#') {
      if (result.entries.empty()) continue;
    } else if (!base) {
      base = indent_of(line);
    }
    const int number = first_line + lines.number() - 1;
    const bool at_base = base && indent_of(line) == *base && !is_blank_line(line);
    std::optional<KeyAndRest> found;
    if (at_base) found = strict_key(line.substr(*base));
    if (at_base && !found) found = loose_key(line.substr(*base));
    if (!at_base && !result.entries.empty() && !after_lost)
      found = key_below(result.entries.back(), line);
    if (found) {
      after_lost = false;
      const std::string_view text = block.substr(lines.begin(), lines.raw().size());
      result.entries.push_back({std::string(found->key), found->strict, text, found->rest,
                                block.substr(lines.end(), 0), number});
    } else if (!result.entries.empty() && base && !after_lost && continues(line, *base)) {
      FrontMatterEntry& entry = result.entries.back();
      const auto begin = static_cast<std::size_t>(entry.text.data() - block.data());
      const auto following = static_cast<std::size_t>(entry.following.data() - block.data());
      entry.text = block.substr(begin, lines.end() - begin);
      entry.following = block.substr(following, lines.end() - following);
    } else if (!is_blank_line(line)) {
      result.lost.push_back(number);
      after_lost = true;
    }
  }
  return result;
}

FrontMatter salvage(const FrontMatterLines& lines, const Problem& cause) {
  FrontMatter result;
  if (lines.entries.empty()) return result;
  ValueBuilder fields(result.problems);
  fields.open(Value::Kind::Map);
  for (const FrontMatterEntry& entry : lines.entries) salvage_entry(entry, fields, result.problems);
  result.fields = fields.close();
  for (const int line : lines.lost)
    result.problems.push_back(
        {Severity::Lost, line, "malformed YAML: this line belongs to no key"});
  if (result.problems.empty())
    result.problems.push_back({Severity::Salvaged, cause.line, "malformed YAML: " + cause.reason});
  return result;
}

Value salvaged_value(std::string_view key, std::string_view text) {
  if (trim_wide_blanks(text).empty()) return {};
  if (!takes_list(key, text)) return Value::quoted(salvaged_text(text));
  Value list;
  list.kind = Value::Kind::List;
  list.items = split_list(text);
  return list;
}

std::string salvaged_text(std::string_view first) {
  std::string_view text = trim_wide_blanks(first);
  // A generator that quoted in a loop: `"""""'t'"""""`.
  const std::size_t run = std::min(leading_quotes(text), trailing_quotes(text));
  if (run >= 3 && text.size() > 2 * run) {
    text = trim_wide_blanks(text.substr(run, text.size() - 2 * run));
    return is_quoted(text) ? unquoted(text) : std::string(text);
  }
  if (is_quoted(text)) return unquoted(text);
  const bool opens = !text.empty() && (text.front() == '"' || text.front() == '\'');
  if (opens && text.find(text.front(), 1) == std::string_view::npos) text.remove_prefix(1);
  return std::string(text);
}

}  // namespace articles
