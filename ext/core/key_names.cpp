#include "key_names.h"

#include "articles/ascii.h"

namespace articles {
namespace {

constexpr std::size_t letter_number(char c) {
  return static_cast<std::size_t>(ascii_lower(c) - 'a');
}

// Which names begin with each letter, a bit for each: most keys of most files are none.
constexpr std::array<std::uint32_t, 26> names_by_letter() {
  static_assert(kKeyNames.size() <= 32);
  std::array<std::uint32_t, 26> names{};
  for (std::size_t i = 0; i < kKeyNames.size(); ++i)
    names[letter_number(kKeyNames[i].key.front())] |= std::uint32_t{1} << i;
  return names;
}
constexpr std::array<std::uint32_t, 26> kNamesByLetter = names_by_letter();

}  // namespace

bool same_key(std::string_view typed, std::string_view name) noexcept {
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
  std::uint32_t candidates = kNamesByLetter[letter_number(typed[first])];
  for (std::size_t i = 0; candidates != 0; ++i, candidates >>= 1U)
    if ((candidates & 1U) != 0 && same_key(typed, kKeyNames[i].key)) return &kKeyNames[i];
  return nullptr;
}

}  // namespace articles
