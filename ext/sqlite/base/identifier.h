// Names in SQL.
#pragma once

#include <string>
#include <string_view>

namespace articles::sql {

// The name in double quotes, as an identifier.
inline std::string quoted_identifier(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

}  // namespace articles::sql
