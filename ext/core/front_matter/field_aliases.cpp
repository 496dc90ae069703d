#include "front_matter/field_aliases.h"

#include "base/ascii.h"

namespace articles {
namespace {

constexpr bool is_ignored(char c) {
  return c == '-' || c == '_' || c == ' ';
}

// The rows of kFieldAliases in chains, one for each first letter: this function is called for every
// key of every file. kFieldAliases.size() ends a chain.
struct Chains {
  std::array<std::size_t, 26> first{};
  std::array<std::size_t, kFieldAliases.size()> next{};
};

constexpr Chains chains_by_letter() {
  Chains chains;
  for (std::size_t& row : chains.first) row = kFieldAliases.size();
  for (std::size_t row = kFieldAliases.size(); row-- > 0;) {
    std::size_t& first = chains.first[static_cast<std::size_t>(kFieldAliases[row].key[0] - 'a')];
    chains.next[row] = first;
    first = row;
  }
  return chains;
}
constexpr Chains kChains = chains_by_letter();

}  // namespace

bool same_key(std::string_view typed, std::string_view key) noexcept {
  if (typed.size() < key.size()) return false;
  std::size_t matched = 0;
  for (const char c : typed) {
    if (is_ignored(c)) continue;
    if (matched == key.size() || ascii_lower(c) != key[matched]) return false;
    ++matched;
  }
  return matched == key.size();
}

const FieldAlias* find_alias(std::string_view typed) noexcept {
  std::size_t first = 0;
  while (first < typed.size() && is_ignored(typed[first])) ++first;
  if (first == typed.size() || !ascii_alpha(typed[first])) return nullptr;
  const auto letter = static_cast<std::size_t>(ascii_lower(typed[first]) - 'a');
  for (std::size_t row = kChains.first[letter]; row < kFieldAliases.size(); row = kChains.next[row])
    if (same_key(typed, kFieldAliases[row].key)) return &kFieldAliases[row];
  return nullptr;
}

}  // namespace articles
