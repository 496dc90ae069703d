#include "sqlite/base/datum.h"

#include "sqlite/base/sql_value.h"
#include "sqlite/base/statement.h"

namespace articles::sql {

void give_result(sqlite3_context* context, const Datum& datum) {
  if (datum.is_null()) return sqlite3_result_null(context);
  if (datum.is_integer()) return sqlite3_result_int64(context, datum.as_integer());
  if (datum.is_real()) return sqlite3_result_double(context, datum.as_real());
  if (datum.is_json()) return result_json(context, datum.as_text());
  result_text(context, datum.as_text());
}

void bind(sqlite3_stmt* statement, int index, const Datum& datum) {
  const auto run = [&] {
    if (datum.is_null()) return sqlite3_bind_null(statement, index);
    if (datum.is_integer()) return sqlite3_bind_int64(statement, index, datum.as_integer());
    if (datum.is_real()) return sqlite3_bind_double(statement, index, datum.as_real());
    const std::string_view text = datum.as_text();
    // A null pointer would bind NULL.
    return sqlite3_bind_text64(statement, index, text.empty() ? "" : text.data(), text.size(),
                               SQLITE_STATIC, SQLITE_UTF8);
  };
  check(run(), sqlite3_db_handle(statement));
}

}  // namespace articles::sql
