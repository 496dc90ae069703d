#include "sqlite/store/store_name.h"

#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "sqlite/base/datum.h"
#include "sqlite/base/identifier.h"
#include "sqlite/base/statement.h"

namespace articles::sql {
namespace {

bool is_attached(sqlite3* db, std::string_view schema) {
  Statement databases(db, "SELECT 1 FROM pragma_database_list WHERE name = ?1 COLLATE NOCASE");
  const Datum name = Datum::text_view(schema);
  bind(databases.get(), 1, name);
  return databases.step();
}

}  // namespace

std::string StoreName::quoted(std::string_view suffix) const {
  return quoted_identifier(schema) + "." + quoted_identifier(table + std::string(suffix));
}

StoreName read_store_name(sqlite3* db, std::string_view text) {
  if (!is_utf8(text) || text.find('\0') != std::string_view::npos)
    throw Error("the name of the store is not text: " + quote(text));
  StoreName name{"main", std::string(text)};
  if (const std::size_t dot = text.find('.'); dot != std::string_view::npos) {
    name = {std::string(text.substr(0, dot)), std::string(text.substr(dot + 1))};
    if (same_ignoring_case(name.schema, "temp"))
      name.schema = "temp";
    else if (!is_attached(db, name.schema))
      throw Error("no attached database is named " + quote(name.schema));
  }
  if (name.table.empty()) throw Error("the name of the store is empty");
  if (same_ignoring_case(name.table, "articles"))
    throw Error("a store cannot be named 'articles': it would hide the table articles()");
  if (name.table.size() >= 7 && same_ignoring_case(name.table.substr(0, 7), "sqlite_"))
    throw Error("a store cannot be named " + quote(name.table) + ": SQLite reserves sqlite_");
  return name;
}

}  // namespace articles::sql
