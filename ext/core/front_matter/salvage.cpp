#include "front_matter/salvage.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/field_aliases.h"
#include "front_matter/field_value_builder.h"
#include "front_matter/salvaged_text.h"
#include "front_matter/yaml.h"

namespace articles {
namespace {

// The items of a block list all of whose lines begin with '-', followed by a blank or not. No value
// if there is another line, or none.
std::optional<std::vector<FieldValue>> block_items(std::string_view text) {
  std::vector<FieldValue> items;
  for (Lines lines(text); lines.next();) {
    const std::string_view line = trim_blanks(lines.text());
    if (line.empty()) continue;
    if (line.front() != '-' || starts_with(line, "--")) return std::nullopt;
    items.push_back(FieldValue::quoted(salvaged_text(line.substr(1))));
  }
  if (items.empty()) return std::nullopt;
  return items;
}

// `|`, `>-`: the header of a block scalar.
bool is_block_header(std::string_view text) {
  return !text.empty() && (text[0] == '|' || text[0] == '>') &&
         text.find_first_not_of("+-123456789", 1) == std::string_view::npos;
}

// The lines of the entry joined by blanks, as YAML folds a plain scalar.
std::string folded(const YamlEntry& entry) {
  std::string text(trim_wide_blanks(entry.first));
  if (is_block_header(text)) text.clear();
  for (Lines lines(entry.following); lines.next();) {
    const std::string_view line = trim_blanks(lines.text());
    if (line.empty() || line.front() == '#') continue;
    if (!text.empty()) text += ' ';
    text += line;
  }
  return text;
}

// The value as typed. `severity` becomes Lost if the entry had a structure that the value has not.
FieldValue value_as_typed(const YamlEntry& entry, Severity& severity) {
  const bool first_is_empty = trim_wide_blanks(entry.first).empty();
  // `tags: - a` is a list, too.
  const bool begins_list =
      starts_with(trim_blanks(entry.first), "- ") && takes_list(entry.key, entry.first);
  if (first_is_empty || begins_list) {
    const std::string lines = std::string(entry.first) + '\n' + std::string(entry.following);
    if (std::optional<std::vector<FieldValue>> items = block_items(lines)) {
      FieldValue list = FieldValue::list();
      list.items = std::move(*items);
      return list;
    }
  }
  const std::string text = folded(entry);
  if (first_is_empty && !text.empty() && !takes_list(entry.key, text)) severity = Severity::Lost;
  return salvaged_value(entry.key, text);
}

// The entry by itself, if YAML reads it as a map of just its key; else the reason.
Result<FieldValue> strict_value(const YamlEntry& entry) {
  Problems notes;
  Result<FieldValue> parsed = parse_yaml(entry.text, entry.line, notes);
  if (!parsed.ok()) return parsed;
  std::vector<Field>& members = parsed.value().members;
  if (members.size() != 1 || members.front().key != entry.key)
    return Problem{Severity::Salvaged, entry.line, "not a key and a value"};
  return std::move(members.front().value);
}

// The value of an alias is not available. A title that begins like one is meant as typed.
bool loses_alias(const YamlEntry& entry, const std::string& reason) {
  return !is_title_key(entry.key) &&
         (reason.find("alias") != std::string::npos || reason.find("anchor") != std::string::npos);
}

void salvage_entry(const YamlEntry& entry, FieldValueBuilder& fields, Problems& problems) {
  Result<FieldValue> value = strict_value(entry);
  if (!value.ok()) {
    const std::string reason = value.problem().reason;
    Severity severity = loses_alias(entry, reason) ? Severity::Lost : Severity::Salvaged;
    value = value_as_typed(entry, severity);
    problems.push_back({severity, entry.line, "malformed YAML: " + reason});
  }
  fields.key(entry.key, entry.line);
  fields.add(std::move(value.value()));
}

}  // namespace

FrontMatter salvage(const YamlEntries& block, const Problem& cause) {
  FrontMatter result;
  if (block.entries.empty()) return result;
  FieldValueBuilder fields(result.problems);
  fields.open(FieldValue::Kind::Map);
  for (const YamlEntry& entry : block.entries) salvage_entry(entry, fields, result.problems);
  result.fields = fields.close();
  for (const int line : block.lost)
    result.problems.push_back(
        {Severity::Lost, line, "malformed YAML: this line belongs to no key"});
  if (result.problems.empty())
    result.problems.push_back({Severity::Salvaged, cause.line, "malformed YAML: " + cause.reason});
  return result;
}

}  // namespace articles
