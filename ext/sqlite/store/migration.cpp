#include "sqlite/store/migration.h"

#include <optional>
#include <string>

#include "articles/error.h"
#include "base/quote.h"
#include "sqlite/base/statement.h"
#include "sqlite/store/store_sql.h"

namespace articles::sql {

void migrate(sqlite3* db, const StoreName& name, std::string_view store_sql, std::int64_t version,
             std::int64_t current) {
  for (; version < current; ++version) {
    const std::optional<std::string> sql =
        section_sql(store_sql, "from version " + std::to_string(version), name);
    if (!sql)
      throw Error("the store " + quote(name.table) + " has version " + std::to_string(version) +
                  " of the tables, which this version of the extension cannot migrate");
    check(sqlite3_exec(db, sql->c_str(), nullptr, nullptr, nullptr), db);
  }
}

}  // namespace articles::sql
