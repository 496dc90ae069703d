#include "key_names.h"

#include "articles/ascii.h"

namespace articles {

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
  if (typed.empty()) return nullptr;
  const char first = ascii_lower(typed.front());
  for (const KeyName& name : kKeyNames) {
    const bool may_be = first == name.key.front() || first == '-' || first == '_';
    if (may_be && same_key(typed, name.key)) return &name;
  }
  return nullptr;
}

}  // namespace articles
