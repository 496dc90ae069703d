#include "sqlite/store/store_sql.h"

#include "base/ascii.h"
#include "sqlite/base/identifier.h"
#include "store_sql_text.h"

namespace articles::sql {
namespace {

constexpr std::string_view kSchema = "main";
constexpr std::string_view kTable = "store";

std::optional<std::string_view> section_text(std::string_view text, std::string_view section) {
  const std::string heading = "-- [" + std::string(section) + "]\n";
  const std::size_t begin = text.find(heading);
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin + heading.size());
  return text.substr(0, text.find("\n-- ["));
}

bool is_word_char(char c) {
  return ascii_alnum(c) || c == '_';
}

// The bytes of the comment, string or word that `text` begins with; 1 for anything else.
std::size_t token_size(std::string_view text) {
  const auto until = [&](std::string_view end) {
    const std::size_t at = text.find(end, 1);
    return at == std::string_view::npos ? text.size() : at + end.size();
  };
  if (starts_with(text, "--")) return until("\n");
  if (starts_with(text, "/*")) return until("*/");
  if (text.front() == '\'') return until("'");
  std::size_t size = 0;
  while (size < text.size() && is_word_char(text[size])) ++size;
  return size == 0 ? 1 : size;
}

}  // namespace

std::optional<std::string> section_sql(std::string_view all, std::string_view section,
                                       const StoreName& name) {
  const std::optional<std::string_view> found = section_text(all, section);
  if (!found) return std::nullopt;
  const std::string_view text = *found;
  std::string sql;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view token = text.substr(at, token_size(text.substr(at)));
    at += token.size();
    const bool is_quoted = !sql.empty() && sql.back() == '"' && at < text.size() && text[at] == '"';
    const bool is_table = token == kTable || starts_with(token, std::string(kTable) + "_");
    if (token == kSchema && at < text.size() && text[at] == '.') {
      sql += quoted_identifier(name.schema);
    } else if (is_table) {
      const std::string identifier =
          quoted_identifier(name.table + std::string(token.substr(kTable.size())));
      // The file has the quotes already.
      sql += is_quoted ? identifier.substr(1, identifier.size() - 2) : identifier;
    } else {
      sql += token;
    }
  }
  return sql;
}

std::string store_sql(std::string_view section, const StoreName& name) {
  return section_sql(kStoreSql, section, name).value();
}

}  // namespace articles::sql
