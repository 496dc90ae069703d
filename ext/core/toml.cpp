#include "toml.h"

#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <string>
#include <vector>

#include "articles/ascii.h"
#include "value_builder.h"

namespace articles {
namespace {

// Walks over the tokens of a text that may be TOML, so that the depth is known before toml++
// recurses: it bounds brackets, but neither the parts of a dotted key nor the tables they make.
class DepthMeter {
 public:
  explicit DepthMeter(std::string_view text) : rest_(text) {}

  bool exceeds(std::size_t most) {
    while (!rest_.empty()) {
      step();
      if (brackets_ + dots_ > most) return true;
    }
    return false;
  }

 private:
  void step() {
    switch (rest_.front()) {
      case '"':
      case '\'':
        return skip_string(rest_.front());
      case '#':
        return skip_to(rest_.find('\n'));
      case '.':
        ++dots_;
        break;
      case '[':
      case '{':
        ++brackets_;
        dots_ = 0;
        break;
      case ']':
      case '}':
        if (brackets_ > 0) --brackets_;
        break;
      case ',':
      case '=':
      case '\n':
        dots_ = 0;
        break;
      default:
        break;
    }
    rest_.remove_prefix(1);
  }

  void skip_string(char quote) {
    const bool multi_line = rest_.substr(0, 3) == std::string(3, quote);
    const std::size_t size = multi_line ? 3 : 1;
    for (std::size_t at = size; at < rest_.size(); ++at) {
      if (quote == '"' && rest_[at] == '\\') {
        ++at;
      } else if (rest_.substr(at, size) == rest_.substr(0, size)) {
        return skip_to(at + size);
      } else if (rest_[at] == '\n' && !multi_line) {
        return skip_to(at);
      }
    }
    rest_ = {};
  }

  void skip_to(std::size_t at) { rest_.remove_prefix(std::min(at, rest_.size())); }

  std::string_view rest_;
  std::size_t brackets_ = 0;
  std::size_t dots_ = 0;
};

// The text that toml++ has read, by its lines and columns, which count code points from 1.
class Source {
 public:
  explicit Source(std::string_view text) : text_(text) {
    line_begins_.push_back(0);
    for (std::size_t at = 0; at < text.size(); ++at)
      if (text[at] == '\n') line_begins_.push_back(at + 1);
  }

  // A scalar that is no string, as typed.
  std::string scalar_at(const toml::source_position& position) const {
    const std::string_view rest = text_.substr(offset_of(position));
    return std::string(trim_spaces(rest.substr(0, rest.find_first_of(",]}#\n"))));
  }

 private:
  std::size_t offset_of(const toml::source_position& position) const {
    std::size_t at = line_begins_.at(position.line - 1);
    for (auto column = position.column; column > 1 && at < text_.size(); --column) {
      ++at;
      while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80) ++at;
    }
    return at;
  }

  std::string_view text_;
  std::vector<std::size_t> line_begins_;
};

bool stands_before(const toml::source_position& a, const toml::source_position& b) {
  return a.line != b.line ? a.line < b.line : a.column < b.column;
}

// toml++ sorts a table by its keys; where these stand tells their order.
class Converter {
 public:
  Converter(std::string_view text, int first_line) : source_(text), first_line_(first_line) {}

  Value value_of(const toml::node& node) const {
    if (const toml::table* const table = node.as_table()) return map_of(*table);
    if (const auto* const text = node.as_string()) return Value::quoted(text->get());
    if (const toml::array* const array = node.as_array()) {
      Value list;
      list.kind = Value::Kind::List;
      for (const toml::node& item : *array) list.items.push_back(value_of(item));
      return list;
    }
    return Value::plain(source_.scalar_at(node.source().begin));
  }

 private:
  Value map_of(const toml::table& table) const {
    std::vector<toml::table::const_iterator> members;
    for (auto at = table.begin(); at != table.end(); ++at) members.push_back(at);
    const auto begin = [](const auto& at) { return at->first.source().begin; };
    std::sort(members.begin(), members.end(),
              [&](const auto& a, const auto& b) { return stands_before(begin(a), begin(b)); });
    Value map;
    map.kind = Value::Kind::Map;
    for (const auto& at : members)
      map.members.push_back({std::string(at->first.str()), value_of(at->second),
                             first_line_ + static_cast<int>(begin(at).line) - 1});
    return map;
  }

  Source source_;
  int first_line_;
};

// What toml++ says, without what it quotes of the text.
std::string reason_of(std::string_view description) {
  constexpr std::string_view kNeedless = "Error while parsing ";
  if (starts_with(description, kNeedless)) description.remove_prefix(kNeedless.size());
  const std::size_t quoted = description.find_first_of("'\"");
  if (quoted != std::string_view::npos) {
    description = description.substr(0, quoted);
    description = description.substr(0, description.rfind(':'));
  }
  description = description.substr(0, description.find(", saw"));
  return std::string(trim_spaces(description));
}

}  // namespace

Result<Value> parse_toml(std::string_view text, int first_line) {
  if (DepthMeter(text).exceeds(kMaxFrontMatterDepth))
    return Problem{Severity::Lost, first_line, "nested too deeply"};
  const toml::parse_result result = toml::parse(text);
  if (!result.succeeded()) {
    const toml::parse_error& error = result.error();
    const int line = std::max(static_cast<int>(error.source().begin.line), 1);
    return Problem{Severity::Lost, first_line + line - 1, reason_of(error.description())};
  }
  return Converter(text, first_line).value_of(result.table());
}

}  // namespace articles
