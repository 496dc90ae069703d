#include "front_matter/salvaged_text.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "front_matter/field_aliases.h"

namespace articles {
namespace {

// A generator that quotes its own output again and again writes `"""""'text'"""""`.
constexpr std::size_t kMinQuoteRun = 3;

std::size_t leading_quotes(std::string_view text) {
  return std::min(text.find_first_not_of('"'), text.size());
}

std::size_t trailing_quotes(std::string_view text) {
  const std::size_t last = text.find_last_not_of('"');
  return last == std::string_view::npos ? 0 : text.size() - last - 1;
}

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

// Whether a quote between these characters opens or closes quoted text: it opens after a blank or
// punctuation and before a letter, and closes between a letter and such a character. Between two
// letters it is an apostrophe, or cannot be judged.
bool is_inner_edge(char c) {
  return ascii_alnum(c) || !is_ascii(c);
}

// Whether the text is one quoted text: its last quote closes the first. In `"A" vs "B"` an inner
// quote does; in `"He said "hi" there"` inner quotes form a pair of their own.
bool is_quoted(std::string_view text) {
  if (text.size() < 2 || !is_quote(text.front()) || text.back() != text.front()) return false;
  std::size_t open = 1;
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    if (text[at] != text.front() || text[at - 1] == '\\') continue;
    if (text[at] == '\'' && text[at + 1] == '\'' && at + 2 < text.size()) {  // an escaped quote
      ++at;
      continue;
    }
    const bool after_letter = at > 1 && is_inner_edge(text[at - 1]);
    const bool before_letter = at + 2 < text.size() && is_inner_edge(text[at + 1]);
    if (before_letter && !after_letter) ++open;
    if (after_letter && !before_letter && --open == 0) return false;
  }
  return true;
}

// The text between a pair of quotes. Decodes `\"` and `\\` in double quotes, `''` in single ones.
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

// `[a, "b", #c]`, with or without brackets.
std::vector<FieldValue> split_list(std::string_view text) {
  text = trim_wide_blanks(text);
  if (starts_with(text, "[")) text.remove_prefix(1);
  if (ends_with(text, "]")) text.remove_suffix(1);
  std::vector<FieldValue> items;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    std::string item = salvaged_text(text.substr(0, comma));
    if (starts_with(item, "#")) item.erase(0, 1);
    if (!item.empty()) items.push_back(FieldValue::quoted(std::move(item)));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return items;
}

}  // namespace

std::string_view trim_wide_blanks(std::string_view text) {
  static constexpr std::string_view kBlanks[] = {
      " ", "\t", "\r", "\n", kNoBreakSpace, kIdeographicSpace, kUtf8Bom};
  return trim_forms(text, kBlanks);
}

bool takes_list(std::string_view key, std::string_view text) {
  const FieldAlias* const alias = find_alias(key);
  if (alias == nullptr) return false;
  return alias->kind == FieldKind::List ||
         (alias->kind == FieldKind::People && starts_with(text, "["));
}

FieldValue salvaged_value(std::string_view key, std::string_view text) {
  if (trim_wide_blanks(text).empty()) return {};
  if (!takes_list(key, text)) return FieldValue::quoted(salvaged_text(text));
  FieldValue list = FieldValue::list();
  list.items = split_list(text);
  return list;
}

std::string salvaged_text(std::string_view text) {
  text = trim_wide_blanks(text);
  const std::size_t run = std::min(leading_quotes(text), trailing_quotes(text));
  if (run >= kMinQuoteRun && text.size() > 2 * run) {
    text = trim_wide_blanks(text.substr(run, text.size() - 2 * run));
    return is_quoted(text) ? unquoted(text) : std::string(text);
  }
  if (is_quoted(text)) return unquoted(text);
  // An opening quote that nothing closes.
  const bool opens = !text.empty() && is_quote(text.front());
  if (opens && text.find(text.front(), 1) == std::string_view::npos) text.remove_prefix(1);
  return std::string(text);
}

}  // namespace articles
