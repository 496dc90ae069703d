#include "front_matter/salvage.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

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

struct ClosedText {
  std::size_t size;  // 0: nothing closes the text, or something but a comment follows on the line
  std::size_t searched;  // bytes
};

// The quoted text or the bracketed list that `text` begins with, up to the end of its line.
ClosedText find_end(std::string_view text) {
  std::size_t depth = 0;
  char quote = '\0';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (quote == '"' && c == '\\') ++at;
      if (c != quote) continue;
      quote = '\0';
    } else if ((c == '"' || c == '\'') && (at == 0 || !ascii_alnum(text[at - 1]))) {
      quote = c;
      continue;
    } else if (c == '[' || c == '{') {
      ++depth;
      continue;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    } else {
      continue;
    }
    if (depth > 0 || text.substr(at + 1, 1) == "'") continue;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view rest = trim_spaces(text.substr(at + 1, end - at - 1));
    return {rest.empty() || rest.front() == '#' ? end : 0, end};
  }
  return {0, text.size()};
}

// Reads the entries of a block one after the other.
class EntrySalvage {
 public:
  EntrySalvage(const YamlEntries& block, FrontMatter& result)
      : block_(block),
        result_(result),
        fields_(result.problems),
        search_budget_(kSearchFactor * block.text.size()) {
    fields_.open(FieldValue::Kind::Map);
  }

  void run() {
    for (const YamlEntry& entry : block_.entries)
      if (offset_of(entry.text) >= taken_until_) add(entry);
    for (const int line : block_.lost)
      if (taken_lines_.count(line) == 0)
        result_.problems.push_back(
            {Severity::Lost, line, "malformed YAML: this line belongs to no key"});
    result_.fields = fields_.close();
  }

 private:
  // How often the block is searched for the ends of values, at most.
  static constexpr std::size_t kSearchFactor = 4;

  std::size_t offset_of(std::string_view part) const {
    return static_cast<std::size_t>(part.data() - block_.text.data());
  }

  void add(const YamlEntry& entry) {
    Result<FieldValue> value = strict_value(entry);
    if (!value.ok()) {
      if (std::optional<FieldValue> continued = continued_value(entry)) {
        value = std::move(*continued);
      } else {
        const std::string reason = value.problem().reason;
        Severity severity = loses_alias(entry, reason) ? Severity::Lost : Severity::Salvaged;
        value = value_as_typed(entry, severity);
        result_.problems.push_back({severity, entry.line, "malformed YAML: " + reason, entry.key,
                                    std::string(trim_wide_blanks(entry.first))});
      }
    }
    fields_.key(entry.key, entry.line);
    fields_.add(std::move(value.value()));
  }

  // A quoted text or a bracketed list that goes on at the margin, where its lines look like keys.
  // No value: it does not, or YAML rejects it.
  std::optional<FieldValue> continued_value(const YamlEntry& entry) {
    const std::string_view typed = trim_blanks(entry.first);
    if (typed.empty() || std::string_view("\"'[{").find(typed[0]) == std::string_view::npos)
      return std::nullopt;
    const std::size_t begin = offset_of(typed);
    const ClosedText closed = find_end(block_.text.substr(begin, search_budget_));
    search_budget_ -= closed.searched;
    const std::size_t end = begin + closed.size;
    if (end <= offset_of(entry.text) + entry.text.size()) return std::nullopt;
    YamlEntry whole = entry;
    whole.text = block_.text.substr(offset_of(entry.text), end - offset_of(entry.text));
    Result<FieldValue> value = strict_value(whole);
    if (!value.ok()) return std::nullopt;
    taken_until_ = end;
    const int lines = count_line_feeds(whole.text);
    for (int line = entry.line; line <= entry.line + lines; ++line) taken_lines_.insert(line);
    return std::move(value.value());
  }

  const YamlEntries& block_;
  FrontMatter& result_;
  FieldValueBuilder fields_;
  std::size_t search_budget_;            // bytes that may still be searched
  std::size_t taken_until_ = 0;          // offset of the end of the last continued value
  std::unordered_set<int> taken_lines_;  // the lines of continued values
};

}  // namespace

FrontMatter salvage(const YamlEntries& block, const Problem& cause) {
  FrontMatter result;
  if (block.entries.empty()) return result;
  EntrySalvage(block, result).run();
  if (result.problems.empty())
    result.problems.push_back({Severity::Salvaged, cause.line, "malformed YAML: " + cause.reason});
  return result;
}

}  // namespace articles
