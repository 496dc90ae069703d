#include "byline/person_names.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "base/utf8.h"
#include "byline/labels.h"
#include "byline/surnames.h"

namespace articles {
namespace {

// Roles that precede the name of an author, in a line of its own or in brackets.
constexpr std::string_view kRoles[] = {"记者", "研究员", "数据宝"};
// Roles between the names of several authors.
constexpr std::string_view kOtherRoles[] = {"通讯员", "实习生", "实习记者"};

constexpr std::size_t kMostBytes = 60;  // of a line or a bracket with names

// Whether the text consists of Chinese characters and the dots of transcribed foreign names.
bool is_han_only(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    const bool is_han = (code >= 0x4E00 && code <= 0x9FFF) || (code >= 0x3400 && code <= 0x4DBF);
    if (!is_han && code != 0xB7 && code != 0x30FB) return false;
  }
  return true;
}

bool is_name(std::string_view text) {
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kMost = 4;
  const std::size_t size = count_characters(text);
  return size >= kFewest && size <= kMost && is_han_only(text);
}

// The size in bytes of the surname that `text` begins with; 0 if it is not a frequent one.
std::size_t surname_size(std::string_view text) {
  if (const std::size_t size = size_of_first(text, kCompoundSurnames)) return size;
  constexpr std::size_t kHanBytes = 3;
  const std::string_view first = text.substr(0, kHanBytes);
  for (std::size_t at = 0; at < kSurnames.size(); at += kHanBytes)
    if (kSurnames.substr(at, kHanBytes) == first) return kHanBytes;
  return 0;
}

// Two or three characters that begin with a frequent surname, and up to four if the surname has two
// or the second character is a surname as well .
bool has_surname_of_name(std::string_view text) {
  constexpr std::size_t kMostCharacters = 3;
  if (!is_name(text) || size_of_first(text, kNotNames) != 0 ||
      size_of_last(text, kNotNameEndings) != 0)
    return false;
  const std::size_t surname = surname_size(text);
  if (surname == 0 || surname == text.size()) return false;
  return count_characters(text) <= kMostCharacters || surname_size(text.substr(surname)) != 0 ||
         is_one_of(text.substr(0, surname), kCompoundSurnames);
}

// What may follow the last name: 示例甲 北京报道; 示例甲 每经编辑 示例乙.
bool ends_names(std::string_view word) {
  return ends_with(word, "报道") || ends_with(word, "编辑");
}

// `示例甲 通讯员 示例乙`: the names without the roles; "" if another word is among them.
std::string names_in(std::string_view text) {
  std::string names;
  while (!(text = trim_wide_spaces(text)).empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    if (is_one_of(word, kRoles) || is_one_of(word, kOtherRoles)) continue;
    if (ends_names(word)) break;
    if (!is_name(word)) return {};
    names += (names.empty() ? "" : " ") + std::string(word);
  }
  return names;
}

// Where the name that `line` begins with ends: at a space or 、.
std::size_t end_of_name(std::string_view line) {
  std::size_t end = line.size();
  for (const std::string_view mark : {std::string_view(" "), std::string_view("\t"),
                                      std::string_view("、"), kIdeographicSpace, kNoBreakSpace})
    end = std::min(end, line.find(mark));
  return end;
}

std::string names_between(std::string_view text, std::string_view open, std::string_view close) {
  constexpr std::string_view kComma = "，";
  for (std::size_t at = text.find(open); at != std::string_view::npos;
       at = text.find(open, at + open.size())) {
    std::string_view inside = text.substr(at + open.size(), kMostBytes);
    const std::size_t end = inside.find(close);
    if (end == std::string_view::npos) continue;
    inside = inside.substr(0, end);
    if (const std::size_t comma = inside.rfind(kComma); comma != std::string_view::npos)
      inside.remove_prefix(comma + kComma.size());
    if (std::string names = names_after_role(inside); !names.empty()) return names;
  }
  return {};
}

}  // namespace

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
  }));
}

std::string names_after_role(std::string_view line) {
  if (line.size() > kMostBytes || contains_sentence_mark(line)) return {};
  for (const std::string_view role : kRoles) {
    const std::size_t at = line.find(role);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = line.substr(at + role.size());
    if (starts_with(rest, " ") || starts_with(rest, kIdeographicSpace)) return names_in(rest);
    if (std::string names = names_only(rest); !names.empty()) return names;
  }
  return {};
}

std::string names_only(std::string_view line) {
  constexpr std::string_view kComma = "、";
  if (line.size() > kMostBytes) return {};
  std::string names;
  while (!(line = trim_wide_spaces(line)).empty()) {
    const std::string_view name = line.substr(0, end_of_name(line));
    if (!has_surname_of_name(name)) return {};
    line = trim_wide_spaces(line.substr(name.size()));
    names += name;
    if (line.empty()) return names;
    const bool has_comma = starts_with(line, kComma);
    if (has_comma) line.remove_prefix(kComma.size());
    names += has_comma ? kComma : " ";
  }
  return {};
}

std::string bracketed_names(std::string_view text) {
  std::string names = names_between(text, "（", "）");
  return names.empty() ? names_between(text, "(", ")") : names;
}

}  // namespace articles
