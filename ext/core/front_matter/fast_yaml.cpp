#include "front_matter/fast_yaml.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "front_matter/field_aliases.h"
#include "front_matter/salvaged_text.h"
#include "front_matter/yaml_reasons.h"

namespace articles {
namespace {

constexpr std::size_t kMaxKeys = 64;  // of a map: each is compared with those before it
constexpr std::size_t kMaxKeyBytes = 64;

// Whether the block has neither control characters other than LF, nor byte order marks, nor bytes
// that are not UTF-8. All these have rules of their own.
bool is_plain_text(std::string_view block) {
  unsigned controls = 0;  // without a branch, so that the compiler vectorises the loop
  for (const char c : block) {
    const auto byte = static_cast<unsigned char>(c);
    controls |= static_cast<unsigned>(byte < ' ') & static_cast<unsigned>(byte != '\n');
    controls |= static_cast<unsigned>(byte == 0x7F);
  }
  return controls == 0 && block.find(kUtf8Bom) == std::string_view::npos && is_utf8(block);
}

bool is_null_text(std::string_view text) {
  return text.empty() || text == "~" || text == "null";
}

// Whether a plain scalar may begin with the character: it is not an indicator of YAML.
bool begins_plain(char c) {
  return ascii_alnum(c) || !is_ascii(c) ||
         std::string_view("/.(_+$~").find(c) != std::string_view::npos;
}

// The plain scalar that the text begins with, up to a comment if there is one. No value: it is not
// a plain scalar, or `: ` makes it a key.
// REQUIRES: !text.empty()
std::optional<std::string_view> plain_scalar(std::string_view text) {
  if (!begins_plain(text.front())) return std::nullopt;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ':' && (at + 1 == text.size() || text[at + 1] == ' ')) return std::nullopt;
    if (text[at] == '#' && text[at - 1] == ' ') return trim_blanks(text.substr(0, at));
  }
  return text;
}

// Whether the text is a plain scalar in brackets, where more characters have a meaning.
// REQUIRES: !text.empty()
bool is_plain_in_brackets(std::string_view text) {
  return begins_plain(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
           return begins_plain(c) || c == ' ' || c == '-';
         });
}

std::string without_doubled_quotes(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\'') ++at;
    result += text[at];
  }
  return result;
}

// Removes the quoted scalar that `text` begins with. No value: it is not closed on this line, or
// contains an escape.
std::optional<FieldValue> take_quoted(std::string_view& text) {
  const char quote = text.front();
  bool doubled = false;
  std::size_t end = text.find(quote, 1);
  while (quote == '\'' && end != std::string_view::npos && text.substr(end + 1, 1) == "'") {
    doubled = true;
    end = text.find(quote, end + 2);
  }
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(1, end - 1);
  if (quote == '"' && inside.find('\\') != std::string_view::npos) return std::nullopt;
  text.remove_prefix(end + 1);
  return FieldValue::quoted(doubled ? without_doubled_quotes(inside) : std::string(inside));
}

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

// The text as one scalar. No value: it is not one, or this parser does not read it.
// REQUIRES: text neither begins nor ends with a blank
std::optional<FieldValue> scalar(std::string_view text) {
  if (is_null_text(text)) return FieldValue{};
  if (is_quote(text.front())) {
    std::optional<FieldValue> value = take_quoted(text);
    if (!text.empty() && !starts_with(trim_blanks(text), "#")) return std::nullopt;
    if (starts_with(text, "#")) return std::nullopt;
    return value;
  }
  const std::optional<std::string_view> plain = plain_scalar(text);
  // The title `null #1` is text.
  if (!plain || is_null_text(*plain)) return std::nullopt;
  return FieldValue::plain(std::string(*plain));
}

// `[a, "b", c]`
std::optional<FieldValue> list_in_brackets(std::string_view text) {
  text.remove_prefix(1);
  FieldValue list = FieldValue::list();
  for (;;) {
    text = trim_blanks(text);
    if (text == "]") break;  // also after a last comma
    if (text.empty()) return std::nullopt;
    std::optional<FieldValue> item;
    if (is_quote(text.front())) {
      item = take_quoted(text);
    } else {
      const std::size_t end = std::min(text.find_first_of(",]"), text.size());
      const std::string_view plain = trim_blanks(text.substr(0, end));
      if (plain.empty() || !is_plain_in_brackets(plain)) return std::nullopt;
      item = is_null_text(plain) ? FieldValue{} : FieldValue::plain(std::string(plain));
      text.remove_prefix(end);
    }
    if (!item) return std::nullopt;
    list.items.push_back(std::move(*item));
    text = trim_blanks(text);
    if (starts_with(text, ","))
      text.remove_prefix(1);
    else if (text != "]")
      return std::nullopt;
  }
  return list;
}

// Reads a block line by line; indents tell which map a line belongs to.
class FastParser {
 public:
  FastParser(std::string_view block, int first_line, FrontMatter& result)
      : rest_(block), line_(first_line - 1), result_(result) {
    open_map(0);
  }

  bool run() {
    while (next_line())
      if (!line()) return false;
    close_maps(0);
    result_.fields = std::move(maps_.front().value);
    return !result_.fields.members.empty();
  }

 private:
  static constexpr std::size_t kMaxDepth = 8;
  static constexpr std::size_t kNoIndent = static_cast<std::size_t>(-1);

  struct OpenMap {
    std::size_t indent;
    FieldValue value;
  };

  void open_map(std::size_t indent) {
    maps_.push_back({indent, FieldValue::map()});
    maps_.back().value.members.reserve(maps_.size() == 1 ? 8 : 4);
  }

  // Closes the maps whose indent is greater.
  void close_maps(std::size_t indent) {
    while (maps_.back().indent > indent) {
      FieldValue value = std::move(maps_.back().value);
      maps_.pop_back();
      maps_.back().value.members.back().value = std::move(value);
    }
  }

  bool next_line() {
    if (rest_.empty()) return false;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    text_ = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++line_;
    while (!text_.empty() && text_.back() == ' ') text_.remove_suffix(1);
    indent_ = std::min(text_.find_first_not_of(' '), text_.size());
    text_.remove_prefix(indent_);
    return true;
  }

  bool line() {
    if (text_.empty()) return true;
    if (text_.front() == '#') {
      // YAML and the salvage differ in what an indented comment belongs to.
      takes_items_ = takes_map_ = false;
      after_comment_ = true;
      return indent_ == 0;
    }
    if (after_comment_ && indent_ != 0) return false;
    after_comment_ = false;
    return text_.front() == '-' ? item() : key();
  }

  // Makes the map with the indent of this line the innermost one. false: there is none.
  bool enter_map() {
    if (indent_ > maps_.back().indent) {
      if (!takes_map_ || maps_.size() == kMaxDepth) return false;
      open_map(indent_);
      return true;
    }
    close_maps(indent_);
    return maps_.back().indent == indent_;
  }

  // `key: value`
  bool key() {
    if (!enter_map()) return false;
    std::size_t colon = 0;
    while (colon < text_.size() && is_key_char(text_[colon])) ++colon;
    if (colon == 0 || colon > kMaxKeyBytes || !(ascii_alpha(text_[0]) || text_[0] == '_'))
      return false;
    if (text_.substr(colon, 1) != ":") return false;
    const std::string_view key = text_.substr(0, colon);
    std::string_view value = text_.substr(colon + 1);
    if (!value.empty() && value.front() != ' ') return false;
    if (same_ignoring_case(key, "null") || !is_new(key)) return false;
    value = trim_blanks(value);
    takes_items_ = takes_map_ = value.empty();
    list_indent_ = kNoIndent;
    std::optional<FieldValue> read = value_of(key, value);
    if (!read) return false;
    maps_.back().value.members.push_back({std::string(key), std::move(*read), line_});
    return true;
  }

  static bool is_key_char(char c) { return ascii_alnum(c) || c == '_' || c == '-'; }

  bool is_new(std::string_view key) const {
    const std::vector<Field>& members = maps_.back().value.members;
    return members.size() < kMaxKeys &&
           std::none_of(members.begin(), members.end(),
                        [&](const Field& field) { return field.key == key; });
  }

  std::optional<FieldValue> value_of(std::string_view key, std::string_view value) {
    // YAML reads a list; the author of a title meant text.
    if (!value.empty() && value.front() == '[')
      return is_title(key) ? std::nullopt : list_in_brackets(value);
    if (std::optional<FieldValue> read = scalar(value)) return read;
    return is_title(key) ? salvaged_title(key, value) : std::nullopt;
  }

  bool is_title(std::string_view key) const { return maps_.size() == 1 && is_title_key(key); }

  // The result of salvage() for two common malformed titles. YAML rejects the block at either,
  // whatever follows it.
  std::optional<FieldValue> salvaged_title(std::string_view key, std::string_view value) {
    const char* message = nullptr;
    if (value.front() == '@')
      message = YAML::ErrorMsg::UNKNOWN_TOKEN;
    else if (is_quoted_repeatedly(value))
      message = YAML::ErrorMsg::END_OF_MAP;
    if (message == nullptr) return std::nullopt;
    result_.problems.push_back({Severity::Salvaged, line_,
                                "malformed YAML: " + std::string(yaml_reason(message)),
                                std::string(key), std::string(value)});
    return FieldValue::quoted(salvaged_text(value));
  }

  // `"""""'t'"""""`: an odd number of quotes on each side, so that YAML reads empty scalars and
  // then one that is not closed.
  static bool is_quoted_repeatedly(std::string_view value) {
    const std::size_t before = std::min(value.find_first_not_of('"'), value.size());
    if (before < 3 || before % 2 == 0 || value.size() <= 2 * before) return false;
    const std::string_view inside = value.substr(before, value.size() - 2 * before);
    return value.find_first_not_of('"', before + inside.size()) == std::string_view::npos &&
           inside.find_first_of("\"\\") == std::string_view::npos;
  }

  // `- item`, below a key without a value on its own line.
  bool item() {
    if (!takes_items_ || text_.size() < 3 || text_[1] != ' ') return false;
    if (indent_ < maps_.back().indent) return false;
    if (list_indent_ != kNoIndent && list_indent_ != indent_) return false;
    list_indent_ = indent_;
    takes_map_ = false;
    std::optional<FieldValue> read = scalar(trim_blanks(text_.substr(1)));
    if (!read) return false;
    FieldValue& list = maps_.back().value.members.back().value;
    list.kind = FieldValue::Kind::List;
    list.items.push_back(std::move(*read));
    return true;
  }

  std::string_view rest_;
  std::string_view text_;   // the line without the blanks at both ends
  std::size_t indent_ = 0;  // of the line
  int line_;                // of the file
  FrontMatter& result_;
  std::vector<OpenMap> maps_;            // the innermost last
  bool takes_items_ = false;             // the last key has no value, or a block list
  bool takes_map_ = false;               // the last key has no value
  bool after_comment_ = false;           // only lines of the outermost map may follow
  std::size_t list_indent_ = kNoIndent;  // of the items of the block list
};

}  // namespace

bool try_parse_yaml_front_matter(std::string_view block, int first_line, FrontMatter& result) {
  return is_plain_text(block) && FastParser(block, first_line, result).run();
}

}  // namespace articles
