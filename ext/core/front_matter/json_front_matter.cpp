#include "front_matter/json_front_matter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/block_text.h"
#include "front_matter/field_value_builder.h"
#include "front_matter/json_reader.h"
#include "front_matter/json_scanner.h"
#include "front_matter/salvaged_text.h"

namespace articles {
namespace {

// The block as an object: braces are added around mere members.
std::string object_of(const std::string& block) {
  const std::string_view trimmed = trim_spaces(block);
  if (starts_with(trimmed, "{") || starts_with(trimmed, "[")) return block;
  return "{" + block + "}";
}

// The text without comments and without commas before a closing bracket. Lines stay where they are.
std::string without_comments(std::string_view text) {
  std::string result;
  const JsonScanner scanner(text);
  std::optional<std::size_t> comma;  // offset in `result`; only blanks follow it
  while (!text.empty()) {
    const std::string_view token = scanner.next_token(text);
    text.remove_prefix(token.size());
    if (is_json_comment(token)) {
      result.append(static_cast<std::size_t>(count_line_feeds(token)), '\n');
      continue;
    }
    if ((token == "}" || token == "]") && comma) result[*comma] = ' ';
    if (!ascii_space(token.front())) comma.reset();
    if (token == ",") comma = result.size();
    result += token;
  }
  return result;
}

// Reads the members of a malformed object, each by itself.
class MemberSalvage {
 public:
  MemberSalvage(std::string_view object, int first_line, FrontMatter& result)
      : scanner_(object),
        rest_(object),
        line_(first_line),
        result_(result),
        fields_(result.problems) {
    fields_.open(FieldValue::Kind::Map);
  }

  void run() {
    skip_gap();
    if (starts_with(rest_, "{")) take(1);
    for (skip_gap(); !rest_.empty(); skip_gap())
      if (!member()) skip_line();
    FieldValue fields = fields_.close();
    if (!fields.members.empty()) result_.fields = std::move(fields);
  }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(taken.size());
    line_ += count_line_feeds(taken);
    return taken;
  }

  // Skips what may be between members.
  void skip_gap() { take(std::min(rest_.find_first_not_of(" \t\r\n,}]"), rest_.size())); }

  void skip_line() {
    result_.problems.push_back({Severity::Lost, line_, "malformed JSON: this line has no member"});
    take(std::min(rest_.find('\n'), rest_.size()));
  }

  bool member() {
    const std::string_view name = json_key(rest_);
    const std::size_t colon = rest_.find_first_not_of(" \t", name.size());
    if (name.empty() || colon == std::string_view::npos || rest_[colon] != ':') return false;
    const int key_line = line_;
    take(colon + 1);
    take(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
    const int value_line = line_;
    const std::string_view typed = trim_spaces(take(value_size()));
    const std::string key = salvaged_text(name);
    Problems notes;
    Result<FieldValue> value = parse_json(typed, value_line, notes);
    if (!value.ok()) {
      result_.problems.push_back({Severity::Salvaged, value_line,
                                  "malformed JSON: " + value.problem().reason, key,
                                  std::string(typed)});
      value = salvaged_value(key, typed);
    }
    result_.problems.insert(result_.problems.end(), notes.begin(), notes.end());
    fields_.key(key, key_line);
    fields_.add(std::move(value.value()));
    return true;
  }

  // The size of the value up to the comma or line end that ends it; brackets and strings are not
  // split. A bracket that nothing closes ends with its line, and from then on every value does, so
  // that the time is linear.
  std::size_t value_size() {
    std::size_t depth = 0;
    std::size_t size = 0;
    while (brackets_close_ && size < rest_.size()) {
      const std::string_view token = scanner_.next_token(rest_.substr(size));
      const bool closes = token == "}" || token == "]";
      if (depth == 0 && (closes || token == "," || token.front() == '\n')) return size;
      if (token == "{" || token == "[") ++depth;
      if (closes) --depth;
      size += token.size();
    }
    if (brackets_close_ && depth == 0) return size;
    brackets_close_ = false;
    return std::min(rest_.find('\n'), rest_.size());
  }

  JsonScanner scanner_;
  std::string_view rest_;
  int line_;  // of the file, that rest_ begins on
  FrontMatter& result_;
  FieldValueBuilder fields_;
  bool brackets_close_ = true;
};

FrontMatter read_object(const std::string& object, int first_line) {
  FrontMatter result;
  const Result<FieldValue> strict = parse_json(object, first_line, result.problems);
  if (strict.ok() && strict.value().kind == FieldValue::Kind::Map) {
    result.fields = strict.value();
    return result;
  }
  result.problems.clear();
  if (strict.ok()) {
    result.problems.push_back({Severity::Lost, first_line, "not a map of keys"});
    return result;
  }
  Problem cause = strict.problem();
  cause.reason = "malformed JSON: " + cause.reason;
  cause.severity = Severity::Salvaged;
  const std::string text = without_comments(object);
  const Result<FieldValue> again = parse_json(text, first_line, result.problems);
  if (again.ok() && again.value().kind == FieldValue::Kind::Map) {
    result.fields = again.value();
    result.problems.push_back(std::move(cause));
    return result;
  }
  result.problems.clear();
  MemberSalvage(text, first_line, result).run();
  if (result.fields.is_null()) cause.severity = Severity::Lost, result.problems.clear();
  if (result.problems.empty()) result.problems.push_back(std::move(cause));
  return result;
}

}  // namespace

FrontMatter parse_json_front_matter(std::string_view block, int first_line) {
  Problems problems;
  const std::string object = object_of(clean_front_matter(block, first_line, problems));
  FrontMatter result = read_object(object, first_line);
  result.problems.insert(result.problems.begin(), problems.begin(), problems.end());
  return result;
}

}  // namespace articles
