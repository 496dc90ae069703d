#include "front_matter/front_matter.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/block_text.h"
#include "front_matter/fast_yaml.h"
#include "front_matter/field_aliases.h"
#include "front_matter/json_front_matter.h"
#include "front_matter/json_reader.h"
#include "front_matter/salvage.h"
#include "front_matter/yaml.h"

namespace articles {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

// The block as its author meant it: no control characters, and two blanks for each tab that
// indents, as Hexo does.
std::string with_controls_mended(std::string_view block) {
  std::string text;
  for (Lines lines(block); lines.next();) {
    std::string_view line = lines.text();
    while (!line.empty() && ascii_blank(line.front())) {
      text += line.front() == '\t' ? "  " : " ";
      line.remove_prefix(1);
    }
    for (const char c : line) {
      if (!is_control(c))
        text += c;
      else if (c == '\r')
        text += ' ';
    }
    text += '\n';
  }
  return text;
}

// A key whose line YAML did not see as a key was swallowed by a quote or a bracket that an earlier
// line leaves open.
const FrontMatterEntry* swallowed_key(const FrontMatterLines& lines, const Value& root) {
  std::unordered_set<std::string_view> keys;
  for (const Member& member : root.members) keys.insert(member.key);
  for (const FrontMatterEntry& entry : lines.entries)
    if (entry.strict && entry.key != "<<" && keys.count(entry.key) == 0) return &entry;
  return nullptr;
}

// Whether YAML has no key in that line: it has no colon, or no blank behind it.
bool holds_no_key(const FrontMatterLines& lines, int line) {
  return std::find(lines.lost.begin(), lines.lost.end(), line) != lines.lost.end() ||
         std::any_of(lines.entries.begin(), lines.entries.end(),
                     [&](const auto& entry) { return !entry.strict && entry.line == line; });
}

// A last line that is no key: yaml-cpp takes it for one without a value, against YAML.
const Member* last_line_as_key(const FrontMatterLines& lines, const Value& root) {
  for (const Member& member : root.members)
    if (member.value.is_null() && holds_no_key(lines, member.line)) return &member;
  return nullptr;
}

struct Reading {
  FrontMatter result;
  Problem cause;  // where result.fields is Null
};

Reading read_strictly(std::string_view text, const FrontMatterLines& lines, int first_line) {
  Reading reading;
  Result<Value> root = parse_yaml(text, first_line, reading.result.problems);
  if (!root.ok()) {
    reading.cause = root.problem();
  } else if (const FrontMatterEntry* entry = swallowed_key(lines, root.value())) {
    reading.cause = {Severity::Lost, entry->line,
                     "a quote or a bracket before this line is not closed"};
  } else if (const Member* member = last_line_as_key(lines, root.value())) {
    reading.cause = {Severity::Lost, member->line, "a key without a colon"};
  } else if (root.value().is_null()) {
    reading.result.fields.kind = Value::Kind::Map;
  } else if (root.value().kind == Value::Kind::Map) {
    reading.result.fields = std::move(root.value());
  } else {
    reading.cause = {Severity::Lost, first_line, "not a map of keys"};
  }
  if (reading.result.fields.is_null()) reading.result.problems.clear();
  return reading;
}

bool is_comment_or_null(std::string_view text) {
  return text.empty() || text == "~" || same_ignoring_case(text, "null") ||
         (text[0] == '#' && (text.size() == 1 || ascii_blank(text[1])));
}

// `author: &nbsp;x` and `subtitle: #1 thing` are good YAML for nothing at all; an alias of nothing
// and a comment behind null are what they seem.
bool loses_text(const Value& value, std::string_view typed) {
  return value.is_null() && !starts_with(typed, "*") &&
         !is_comment_or_null(trim_blanks(typed.substr(0, typed.find(" #"))));
}

// `&ldquo;Hello&rdquo; world`: HTML's reference, which yaml-cpp takes for an anchor's name.
bool begins_with_reference(std::string_view typed) {
  return starts_with(typed, "&") &&
         typed.substr(0, typed.find_first_of(" \t")).find(';') != std::string_view::npos;
}

// `title: #1 thing`, `title: [Repost]` and `title: {{ page }}` are good YAML for something that no
// title is.
void take_texts_as_typed(const FrontMatterLines& lines, FrontMatter& result) {
  for (Member& member : result.fields.members) {
    const KeyName* const name = known_key(member.key);
    const bool is_title = name != nullptr && name->column == "title";
    const auto entry = std::find_if(lines.entries.begin(), lines.entries.end(),
                                    [&](const auto& e) { return e.key == member.key; });
    if (entry == lines.entries.end()) continue;
    const std::string_view typed = trim_blanks(entry->first);
    const bool is_odd = member.value.is_scalar() ? begins_with_reference(typed)
                                                 : is_title || (member.value.is_null() &&
                                                                loses_text(member.value, typed));
    if (is_comment_or_null(typed) || !is_odd) continue;
    member.value = Value::quoted(salvaged_text(typed));
    result.problems.push_back(
        {Severity::Salvaged, entry->line, "YAML sees no text here, taken as typed"});
  }
}

// Notes keep JSON between YAML's fences. It is YAML, but for escapes that yaml-cpp rejects.
bool is_json_object(std::string_view text) {
  text = trim_spaces(text);
  return starts_with(text, "{") && ends_with(text, "}");
}

FrontMatter read_block(const std::string& text, int first_line) {
  if (is_json_object(text)) {
    Problems notes;
    Result<Value> object = parse_json(text, first_line, notes);
    if (object.ok()) return {std::move(object.value()), std::move(notes)};
  }
  const FrontMatterLines lines = scan_front_matter_lines(text, first_line);
  Reading reading = read_strictly(text, lines, first_line);
  if (!reading.result.fields.is_null()) {
    take_texts_as_typed(lines, reading.result);
    return std::move(reading.result);
  }
  if (is_json_object(text)) return parse_json_front_matter(text, first_line);
  const std::string mended = with_controls_mended(text);
  const FrontMatterLines mended_lines = scan_front_matter_lines(mended, first_line);
  if (mended != text) {
    Reading again = read_strictly(mended, mended_lines, first_line);
    if (!again.result.fields.is_null()) {
      reading.cause.severity = Severity::Salvaged;
      reading.cause.reason = "malformed YAML: " + reading.cause.reason;
      again.result.problems.push_back(reading.cause);
      return std::move(again.result);
    }
  }
  FrontMatter salvaged = salvage(mended_lines, reading.cause);
  if (salvaged.fields.is_null()) salvaged.problems.push_back(reading.cause);
  return salvaged;
}

}  // namespace

FrontMatter parse_front_matter_by_yaml(std::string_view block, int first_line) {
  Problems problems;
  const std::string text = clean_front_matter(block, first_line, problems);
  FrontMatter result = read_block(text, first_line);
  result.problems.insert(result.problems.begin(), problems.begin(), problems.end());
  return result;
}

FrontMatter parse_front_matter(std::string_view block, int first_line) {
  FrontMatter result;
  if (try_parse_front_matter(block, first_line, result)) return result;
  return parse_front_matter_by_yaml(block, first_line);
}

}  // namespace articles
