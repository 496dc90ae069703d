#include "front_matter/yaml_front_matter.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/block_text.h"
#include "front_matter/fast_yaml.h"
#include "front_matter/field_aliases.h"
#include "front_matter/json_front_matter.h"
#include "front_matter/json_reader.h"
#include "front_matter/salvage.h"
#include "front_matter/salvaged_text.h"
#include "front_matter/yaml.h"
#include "front_matter/yaml_entries.h"

namespace articles {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t') || byte == 0x7F;
}

// The block without control characters, and with two blanks for each tab that indents, as Hexo
// replaces it.
std::string without_controls(std::string_view block) {
  std::string text;
  for (Lines lines(block); lines.next();) {
    std::string_view line = lines.text();
    while (!line.empty() && ascii_blank(line.front())) {
      text += line.front() == '\t' ? "  " : " ";
      line.remove_prefix(1);
    }
    for (const char c : line)
      if (!is_control(c)) text += c;
    text += '\n';
  }
  return text;
}

// The first field of a line that has no key by YAML's rules, because it has no colon or no blank
// after it; nullptr if there is none. yaml-cpp takes such a last line for a key without a value.
const Field* field_without_colon(const YamlEntries& block, const FieldValue& root) {
  std::unordered_set<int> lines(block.lost.begin(), block.lost.end());
  for (const YamlEntry& entry : block.entries)
    if (!entry.strict) lines.insert(entry.line);
  for (const Field& field : root.members)
    if (field.value.is_null() && lines.count(field.line) > 0) return &field;
  return nullptr;
}

bool is_comment_or_null(std::string_view text) {
  return text.empty() || text == "~" || same_ignoring_case(text, "null") ||
         (text[0] == '#' && (text.size() == 1 || ascii_blank(text[1])));
}

// YAML reads `&nbsp;x` and `#1 thing` as null and would lose the text. An alias of null and a
// comment after null are null.
bool loses_text(std::string_view typed) {
  return !starts_with(typed, "*") &&
         !is_comment_or_null(trim_blanks(typed.substr(0, typed.find(" #"))));
}

// `&ldquo;Hello&rdquo; world` begins with a character reference of HTML, which yaml-cpp takes for
// the name of an anchor.
bool begins_with_reference(std::string_view typed) {
  return starts_with(typed, "&") &&
         typed.substr(0, typed.find_first_of(" \t")).find(';') != std::string_view::npos;
}

// Whether YAML's reading of a value is not what the author meant by `typed`. A title is always
// text: `#1 thing`, `[Repost]` and `{{ page }}` are valid YAML for something else.
bool is_misread(const Field& field, std::string_view typed) {
  if (is_comment_or_null(typed)) return false;
  if (field.value.is_scalar()) return begins_with_reference(typed);
  return is_title_key(field.key) || (field.value.is_null() && loses_text(typed));
}

void take_misread_as_typed(const YamlEntries& block, FrontMatter& result) {
  std::unordered_map<std::string_view, const YamlEntry*> entries;
  for (const YamlEntry& entry : block.entries) entries.emplace(entry.key, &entry);
  for (Field& field : result.fields.members) {
    const auto found = entries.find(field.key);
    if (found == entries.end()) continue;
    const YamlEntry& entry = *found->second;
    const std::string_view typed = trim_blanks(entry.first);
    if (!is_misread(field, typed)) continue;
    field.value = FieldValue::quoted(salvaged_text(typed));
    result.problems.push_back({Severity::Salvaged, entry.line,
                               quoted_in_reason(field.key) + " is not text in YAML: taken as typed",
                               field.key, std::string(typed)});
  }
}

// The text as strict YAML, whose lines are `block`.
Result<FrontMatter> parse_strictly(std::string_view text, const YamlEntries& block,
                                   int first_line) {
  FrontMatter result;
  Result<FieldValue> root = parse_yaml(text, first_line, result.problems);
  if (!root.ok()) return root.problem();
  if (const Field* const field = field_without_colon(block, root.value()))
    return Problem{Severity::Lost, field->line, "a key without a colon"};
  if (root.value().is_null()) root = FieldValue::map();
  if (!root.value().is_map()) return Problem{Severity::Lost, first_line, "not a map of keys"};
  result.fields = std::move(root.value());
  return result;
}

// Reads a block in several ways, one after the other.
class YamlReader {
 public:
  YamlReader(std::string_view text, int first_line) : text_(text), first_line_(first_line) {}

  FrontMatter read() {
    using Strategy = std::optional<FrontMatter> (YamlReader::*)();
    constexpr Strategy kStrategies[] = {
        &YamlReader::as_json_object,      &YamlReader::as_strict_yaml,
        &YamlReader::as_malformed_json,   &YamlReader::as_yaml_without_controls,
        &YamlReader::as_separate_entries,
    };
    for (const Strategy strategy : kStrategies)
      if (std::optional<FrontMatter> result = (this->*strategy)()) return std::move(*result);
    FrontMatter none;
    none.problems.push_back(cause_);
    return none;
  }

 private:
  // Notes have JSON between YAML's fences. It is YAML, except for escapes that yaml-cpp rejects.
  bool is_json_object() const {
    const std::string_view text = trim_spaces(text_);
    return starts_with(text, "{") && ends_with(text, "}");
  }

  std::optional<FrontMatter> as_json_object() {
    if (!is_json_object()) return std::nullopt;
    FrontMatter result;
    Result<FieldValue> object = parse_json(text_, first_line_, result.problems);
    if (!object.ok()) return std::nullopt;
    result.fields = std::move(object.value());
    return result;
  }

  std::optional<FrontMatter> as_strict_yaml() {
    const YamlEntries block = scan_yaml_entries(text_, first_line_);
    Result<FrontMatter> result = parse_strictly(text_, block, first_line_);
    if (!result.ok()) {
      cause_ = result.problem();
      return std::nullopt;
    }
    take_misread_as_typed(block, result.value());
    return std::move(result.value());
  }

  std::optional<FrontMatter> as_malformed_json() {
    if (!is_json_object()) return std::nullopt;
    return parse_json_front_matter(text_, first_line_);
  }

  std::optional<FrontMatter> as_yaml_without_controls() {
    cleared_text_ = without_controls(text_);
    cleared_ = scan_yaml_entries(cleared_text_, first_line_);
    if (cleared_text_ == text_) return std::nullopt;
    Result<FrontMatter> result = parse_strictly(cleared_text_, cleared_, first_line_);
    if (!result.ok()) return std::nullopt;
    result.value().problems.push_back(
        {Severity::Salvaged, cause_.line, "malformed YAML: " + cause_.reason});
    return std::move(result.value());
  }

  std::optional<FrontMatter> as_separate_entries() {
    FrontMatter result = salvage(cleared_, cause_);
    if (result.fields.is_null()) return std::nullopt;
    return result;
  }

  std::string_view text_;
  int first_line_;
  Problem cause_;             // why strict YAML rejects the block
  std::string cleared_text_;  // without_controls()
  YamlEntries cleared_;       // its entries
};

}  // namespace

FrontMatter parse_yaml_front_matter_in_full(std::string_view block, int first_line) {
  Problems problems;
  const std::string text = clean_front_matter(block, first_line, problems);
  FrontMatter result = YamlReader(text, first_line).read();
  result.problems.insert(result.problems.begin(), problems.begin(), problems.end());
  return result;
}

FrontMatter parse_yaml_front_matter(std::string_view block, int first_line) {
  FrontMatter result;
  if (try_parse_yaml_front_matter(block, first_line, result)) return result;
  return parse_yaml_front_matter_in_full(block, first_line);
}

}  // namespace articles
