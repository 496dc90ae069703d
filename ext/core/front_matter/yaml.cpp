#include "front_matter/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <cassert>
#include <sstream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/field_value_builder.h"
#include "front_matter/yaml_escapes.h"
#include "front_matter/yaml_reasons.h"

namespace articles {
namespace {

constexpr std::size_t kMaxAliasedValues = 10'000;
// More than a block can hold unless anchors are nested.
constexpr std::size_t kMaxAnchoredValues = 200'000;

// Thrown from within an event to end the parse; caught in parse_yaml().
struct Rejected {
  int line;
  const char* reason;
};

std::size_t count_values(const FieldValue& value) {
  std::size_t count = 1;
  for (const FieldValue& item : value.items) count += count_values(item);
  for (const Field& field : value.members) count += count_values(field.value);
  return count;
}

// How deep the lists and maps of the value are nested; 0 for a scalar.
std::size_t levels_of(const FieldValue& value) {
  if (!value.is_list() && !value.is_map()) return 0;
  std::size_t deepest = 0;
  for (const FieldValue& item : value.items) deepest = std::max(deepest, levels_of(item));
  for (const Field& field : value.members) deepest = std::max(deepest, levels_of(field.value));
  return deepest + 1;
}

// `<<: *defaults` adds the members that the map does not have itself
// (https://yaml.org/type/merge.html).
void merge(FieldValue& map, std::unordered_set<std::string>& keys, const FieldValue& source) {
  for (const FieldValue& item : source.items) merge(map, keys, item);
  for (const Field& field : source.members)
    if (keys.insert(field.key).second) map.members.push_back(field);
}

void apply_merge_keys(FieldValue& map) {
  const auto is_merge = [](const Field& field) {
    return field.key == "<<" && (field.value.is_map() || field.value.is_list());
  };
  const auto found = std::find_if(map.members.begin(), map.members.end(), is_merge);
  if (found == map.members.end()) return;
  const FieldValue source = std::move(found->value);
  map.members.erase(found);
  std::unordered_set<std::string> keys;
  for (const Field& field : map.members) keys.insert(field.key);
  merge(map, keys, source);
}

// Builds the value from yaml-cpp's events, which keep order, aliases and lines; its nodes do not.
class TreeBuilder : public YAML::EventHandler {
 public:
  // `text` is what the parser reads.
  TreeBuilder(std::string_view text, const YamlEscapes& escapes, int first_line, Problems& notes)
      : text_(text), escapes_(escapes), first_line_(first_line), builder_(notes) {}

  FieldValue take_root() { return builder_.take_root(); }

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const std::string_view typed = null_at(mark);
    // The front matter states null as JSON does; other spellings are text.
    if (typed == "Null" || typed == "NULL")
      finish(FieldValue::plain(std::string(typed)), anchor, line_of(mark));
    else
      finish(FieldValue{}, anchor, line_of(mark));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) reject(mark, "an alias within its own anchor");
    aliased_values_ += count_values(found->second);
    if (aliased_values_ > kMaxAliasedValues) reject(mark, "aliases expand to too many values");
    if (builder_.is_too_deep(levels_of(found->second))) reject(mark, "nested too deeply");
    finish(FieldValue(found->second), 0, line_of(mark));
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    require_known(tag, mark);
    const bool plain = tag == "?" || tag == "tag:yaml.org,2002:int" ||
                       tag == "tag:yaml.org,2002:float" || tag == "tag:yaml.org,2002:bool";
    std::string text = escapes_.restored(value);
    finish(plain ? FieldValue::plain(std::move(text)) : FieldValue::quoted(std::move(text)), anchor,
           line_of(mark));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(FieldValue::Kind::List, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(FieldValue::Kind::Map, mark, tag, anchor);
  }
  void OnMapEnd() override {
    apply_merge_keys(builder_.innermost());
    close();
  }

 private:
  // A list or map that is open; the builder has its value.
  struct Open {
    YAML::anchor_t anchor;
    int line;
  };

  // The word that yaml-cpp has read as null; "" if there is none, because nothing was typed and the
  // mark is that of the next key.
  std::string_view null_at(const YAML::Mark& mark) const {
    constexpr std::size_t kSize = 4;
    const auto at = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (at + kSize > text_.size()) return {};
    const std::string_view word = text_.substr(at, kSize);
    if (!same_ignoring_case(word, "null")) return {};
    if (builder_.takes_key()) return word;
    const std::string_view rest = trim_blanks(text_.substr(at + kSize, 2));
    return starts_with(rest, ":") ? std::string_view() : word;
  }

  int line_of(const YAML::Mark& mark) const { return first_line_ + std::max(mark.line, 0); }

  [[noreturn]] void reject(const YAML::Mark& mark, const char* reason) const {
    throw Rejected{line_of(mark), reason};
  }

  void require_known(const std::string& tag, const YAML::Mark& mark) const {
    if (tag.empty() || tag == "?" || tag == "!" || tag.rfind("tag:yaml.org,2002:", 0) == 0) return;
    reject(mark, "an unknown tag");
  }

  void open(FieldValue::Kind kind, const YAML::Mark& mark, const std::string& tag,
            YAML::anchor_t anchor) {
    require_known(tag, mark);
    if (builder_.is_too_deep()) reject(mark, "nested too deeply");
    open_.push_back({anchor, line_of(mark)});
    builder_.open(kind);
  }

  void close() {
    const Open level = open_.back();
    open_.pop_back();
    finish(builder_.close(), level.anchor, level.line);
  }

  void keep(YAML::anchor_t anchor, const FieldValue& value, int line) {
    anchored_values_ += count_values(value);
    if (anchored_values_ > kMaxAnchoredValues)
      throw Rejected{line, "anchors within anchors hold too many values"};
    anchors_[anchor] = value;
  }

  void finish(FieldValue value, YAML::anchor_t anchor, int line) {
    if (anchor != 0) keep(anchor, value, line);
    if (!builder_.takes_key()) return builder_.add(std::move(value));
    if (!value.is_scalar() && !value.is_null()) throw Rejected{line, "a key that is not text"};
    builder_.key(value.is_null() ? "null" : std::move(value.text), line);
  }

  std::string_view text_;
  const YamlEscapes& escapes_;
  int first_line_;
  FieldValueBuilder builder_;
  std::vector<Open> open_;
  std::unordered_map<YAML::anchor_t, FieldValue> anchors_;
  std::size_t aliased_values_ = 0;
  std::size_t anchored_values_ = 0;
};

// The line of the directive (`%YAML 1.2`) that the text begins with; 0 if there is none. yaml-cpp
// skips it, but without a `---` below it there is no document, and a key that begins with '%' would
// be lost.
int directive_line(std::string_view text) {
  for (Lines lines(text); lines.next();) {
    const std::string_view line = lines.text();
    if (starts_with(line, "%")) return lines.number();
    if (!trim_blanks(line).empty() && line.front() != '#') break;
  }
  return 0;
}

}  // namespace

Result<FieldValue> parse_yaml(std::string_view text, int first_line, Problems& notes) {
  assert(text.find('\0') == std::string_view::npos);
  if (const int line = directive_line(text); line > 0)
    return Problem{Severity::Lost, first_line + line - 1, "a line that begins with '%'"};
  // Without the end mark yaml-cpp takes a final line feed for the closing quote of a scalar.
  YamlEscapes escapes(text);
  std::string input = escapes.take_text();
  if (!input.empty() && input.back() != '\n') input += '\n';
  input += "...\n";
  std::istringstream stream(input);
  try {
    YAML::Parser parser(stream);
    TreeBuilder builder(input, escapes, first_line, notes);
    parser.HandleNextDocument(builder);
    FieldValue root = builder.take_root();
    Problems unused;
    TreeBuilder rest(input, escapes, first_line, unused);
    if (parser.HandleNextDocument(rest))
      return Problem{Severity::Lost, first_line, "more than one YAML document"};
    return root;
  } catch (const Rejected& rejected) {
    return Problem{Severity::Lost, rejected.line, rejected.reason};
  } catch (const YAML::Exception& error) {
    return Problem{Severity::Lost, first_line + std::max(error.mark.line, 0),
                   std::string(yaml_reason(error.msg))};
  }
}

}  // namespace articles
