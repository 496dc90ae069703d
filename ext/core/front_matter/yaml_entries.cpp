#include "front_matter/yaml_entries.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/field_aliases.h"

namespace articles {
namespace {

constexpr std::size_t kMaxKeyBytes = 64;
constexpr std::string_view kFullWidthColon = "\xEF\xBC\x9A";

struct KeyAndRest {
  std::string_view key;
  std::string_view rest;  // after the colon
  bool strict;
};

bool is_key_char(char c) {
  return ascii_alnum(c) || c == '_' || c == '-' || c == '.' || c == ' ' || !is_ascii(c);
}

bool is_key(std::string_view key) {
  return !key.empty() && key.size() <= kMaxKeyBytes && key.front() != '-' && key.front() != ' ' &&
         std::all_of(key.begin(), key.end(), is_key_char);
}

// The size of the quoted key that the line begins with, quotes included; 0 if there is none.
std::size_t quoted_key_size(std::string_view line) {
  if (line.empty() || (line[0] != '"' && line[0] != '\'')) return 0;
  const std::size_t close = line.find(line[0], 1);
  return close == std::string_view::npos ? 0 : close + 1;
}

std::optional<KeyAndRest> strict_key(std::string_view line) {
  const std::size_t quoted = quoted_key_size(line);
  const std::size_t colon = line.find(':', quoted);
  if (colon == std::string_view::npos) return std::nullopt;
  if (colon + 1 < line.size() && !ascii_blank(line[colon + 1])) return std::nullopt;
  const std::string_view key = trim_blanks(line.substr(0, colon));
  const std::string_view rest = line.substr(colon + 1);
  if (quoted != 0) {
    if (key.size() != quoted || quoted > kMaxKeyBytes) return std::nullopt;
    return KeyAndRest{key.substr(1, quoted - 2), rest, true};
  }
  if (!is_key(key)) return std::nullopt;
  return KeyAndRest{key, rest, true};
}

// `title:T` and `title：T`. Only aliases count, or else every URL would have a key.
std::optional<KeyAndRest> loose_key(std::string_view line) {
  const std::size_t ascii = line.find(':');
  const std::size_t wide = line.find(kFullWidthColon);
  const std::size_t colon = std::min(ascii, wide);
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view key = trim_blanks(line.substr(0, colon));
  if (find_alias(key) == nullptr) return std::nullopt;
  return KeyAndRest{key, line.substr(colon + (colon == wide ? kFullWidthColon.size() : 1)), false};
}

bool is_blank_line(std::string_view line) {
  return leading_blanks(line) == line.size();
}

// Whether the line continues an entry that begins at `margin`.
bool continues(std::string_view line, std::size_t margin) {
  const std::size_t indent = leading_blanks(line);
  if (indent == line.size() || indent > margin) return true;
  if (starts_with(line.substr(indent), "---")) return false;
  return std::string_view("-]}#").find(line[indent]) != std::string_view::npos;
}

// Whether a key may be indented below the value: YAML allows none below a plain one.
bool is_plain_value(std::string_view value) {
  value = trim_blanks(value);
  return !value.empty() && std::string_view("|>[{\"'&*!#").find(value[0]) == std::string_view::npos;
}

// A key that is indented below a plain value.
std::optional<KeyAndRest> key_below(std::string_view line) {
  const std::optional<KeyAndRest> found = strict_key(trim_blanks(line));
  const bool is_name = found && std::all_of(found->key.begin(), found->key.end(), [](char c) {
                         return ascii_alnum(c) || c == '_' || c == '-';
                       });
  return is_name ? found : std::nullopt;
}

class Scanner {
 public:
  Scanner(std::string_view block, int first_line)
      : block_(block), lines_(block), first_line_(first_line) {
    result_.text = block;
  }

  YamlEntries run() {
    while (lines_.next()) {
      std::optional<KeyAndRest> key;
      switch (classify(lines_.text(), key)) {
        case Line::Skipped:
          break;
        case Line::Key:
          begin_entry(*key);
          break;
        case Line::Continuation:
          continue_entry();
          break;
        case Line::Lost:
          result_.lost.push_back(number());
          after_lost_ = true;
          break;
      }
    }
    return std::move(result_);
  }

 private:
  enum class Line { Skipped, Key, Continuation, Lost };

  // `key` is set for a Line::Key.
  Line classify(std::string_view line, std::optional<KeyAndRest>& key) {
    const bool blank = is_blank_line(line);
    const bool comment = !blank && line[leading_blanks(line)] == '#';
    if ((blank || comment) && result_.entries.empty()) return Line::Skipped;
    if (!margin_) margin_ = leading_blanks(line);
    key = key_of(line);
    if (key) return Line::Key;
    if (!result_.entries.empty() && !after_lost_ && continues(line, *margin_))
      return Line::Continuation;
    return blank ? Line::Skipped : Line::Lost;
  }

  std::optional<KeyAndRest> key_of(std::string_view line) {
    if (is_blank_line(line)) return std::nullopt;
    if (leading_blanks(line) == *margin_) {
      const std::string_view text = line.substr(*margin_);
      if (std::optional<KeyAndRest> key = strict_key(text)) return key;
      return loose_key(text);
    }
    return below_plain_value_ && !after_lost_ ? key_below(line) : std::nullopt;
  }

  int number() const { return first_line_ + lines_.number() - 1; }

  void begin_entry(const KeyAndRest& found) {
    result_.entries.push_back({std::string(found.key), found.strict,
                               block_.substr(lines_.begin(), lines_.raw().size()), found.rest,
                               block_.substr(lines_.end(), 0), number()});
    below_plain_value_ = is_plain_value(found.rest);
    after_lost_ = false;
  }

  void continue_entry() {
    YamlEntry& entry = result_.entries.back();
    entry.text = up_to_this_line(entry.text);
    entry.following = up_to_this_line(entry.following);
    if (!trim_spaces(lines_.text()).empty()) below_plain_value_ = false;
  }

  std::string_view up_to_this_line(std::string_view part) const {
    const auto begin = static_cast<std::size_t>(part.data() - block_.data());
    return block_.substr(begin, lines_.end() - begin);
  }

  std::string_view block_;
  Lines lines_;
  int first_line_;
  YamlEntries result_;
  std::optional<std::size_t> margin_;  // the indent of entries; no value: not known yet
  bool after_lost_ = false;            // what is indented below a lost line is lost, too
  bool below_plain_value_ = false;     // only blank lines since a key with a plain value
};

}  // namespace

bool is_front_matter_line(std::string_view line) noexcept {
  const std::size_t indent = leading_blanks(line);
  if (indent == line.size()) return false;
  if (indent > 0 || line.front() == '#') return true;
  if (line.front() == '-') return line.size() == 1 || ascii_blank(line[1]);
  return strict_key(line).has_value();
}

YamlEntries scan_yaml_entries(std::string_view block, int first_line) {
  return Scanner(block, first_line).run();
}

}  // namespace articles
