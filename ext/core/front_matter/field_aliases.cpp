#include "front_matter/field_aliases.h"

#include "articles/metadata.h"
#include "base/ascii.h"

namespace articles {
namespace {

constexpr std::size_t letter_number(char c) {
  return static_cast<std::size_t>(ascii_lower(c) - 'a');
}

// The numbers of the names, sorted by first letter, and within one as they are.
constexpr std::array<std::size_t, kKeyNames.size()> by_letter() {
  std::array<std::size_t, kKeyNames.size()> numbers{};
  std::size_t count = 0;
  for (char letter = 'a'; letter <= 'z'; ++letter)
    for (std::size_t i = 0; i < kKeyNames.size(); ++i)
      if (kKeyNames[i].key.front() == letter) numbers[count++] = i;
  return numbers;
}
constexpr std::array<std::size_t, kKeyNames.size()> kByLetter = by_letter();

// Where those of a letter stand in kByLetter: most keys of most files are none of them.
struct NamesOfLetter {
  std::size_t begin = 0;
  std::size_t end = 0;
};
constexpr std::array<NamesOfLetter, 26> names_by_letter() {
  std::array<NamesOfLetter, 26> names{};
  for (std::size_t i = 0; i < kByLetter.size(); ++i) {
    NamesOfLetter& letter = names[letter_number(kKeyNames[kByLetter[i]].key.front())];
    if (letter.end == 0) letter.begin = i;
    letter.end = i + 1;
  }
  return names;
}
constexpr std::array<NamesOfLetter, 26> kNamesByLetter = names_by_letter();

}  // namespace

bool same_key(std::string_view typed, std::string_view name) noexcept {
  if (typed.size() < name.size()) return false;
  std::size_t at = 0;
  for (const char c : typed) {
    if (c == '-' || c == '_') continue;
    if (at == name.size() || ascii_lower(c) != name[at]) return false;
    ++at;
  }
  return at == name.size();
}

const KeyName* known_key(std::string_view typed) noexcept {
  std::size_t first = 0;
  while (first < typed.size() && (typed[first] == '-' || typed[first] == '_')) ++first;
  if (first == typed.size() || !ascii_alpha(typed[first])) return nullptr;
  const NamesOfLetter& names = kNamesByLetter[letter_number(typed[first])];
  for (std::size_t i = names.begin; i < names.end; ++i)
    if (same_key(typed, kKeyNames[kByLetter[i]].key)) return &kKeyNames[kByLetter[i]];
  return nullptr;
}

const std::vector<ColumnKeys>& column_keys() {
  static const std::vector<ColumnKeys> table = [] {
    std::vector<ColumnKeys> columns;
    for (const KeyName& name : kKeyNames) {
      if (columns.empty() || columns.back().column != name.column)
        columns.push_back({name.column, {}});
      columns.back().keys.push_back(name.key);
    }
    return columns;
  }();
  return table;
}

}  // namespace articles
