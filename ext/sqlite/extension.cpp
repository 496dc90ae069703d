// The table of contents: everything that the extension registers.
#include <iterator>
#include <memory>
#include <mutex>

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT1

#include "articles/sqlite_articles.h"
#include "sqlite/functions/functions.h"
#include "sqlite/functions/help_table.h"
#include "sqlite/functions/html_tables.h"
#include "sqlite/functions/stock_tables.h"
#include "sqlite/table/articles_table.h"

namespace articles::sql {
namespace {

using Cache = std::shared_ptr<HtmlCache>;

struct Registration {
  int (*run)(sqlite3*, const Cache&);
  bool reads_files;
};

constexpr Registration kRegistrations[] = {
    {register_functions, false},
    {[](sqlite3* db, const Cache&) { return register_help_table(db); }, false},
    {[](sqlite3* db, const Cache& cache) {
       return register_document_tables(db, html_tables(), cache);
     },
     false},
    {[](sqlite3* db, const Cache& cache) {
       return register_document_tables(db, stock_tables(), cache);
     },
     false},
    {[](sqlite3* db, const Cache&) { return register_articles_table(db); }, true},
};

// SQLite 3.38: the oldest version whose interface the code relies on.
constexpr int kOldestSqlite = 3'038'000;

// Each load passes the same pointer, which other connections may be using.
void set_routines(const sqlite3_api_routines* api) {
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  if (sqlite3_api != api) {
    SQLITE_EXTENSION_INIT2(api);
  }
}

int register_all(sqlite3* db, char** error_message, const sqlite3_api_routines* api,
                 bool with_files) {
  set_routines(api);
  if (sqlite3_libversion_number() < kOldestSqlite) {
    *error_message = sqlite3_mprintf("articles: SQLite 3.38 or newer is needed, this is %s",
                                     sqlite3_libversion());
    return SQLITE_ERROR;
  }
  const auto cache = std::make_shared<HtmlCache>();  // the connection's
  for (const Registration& registration : kRegistrations) {
    if (registration.reads_files && !with_files) continue;
    const int code = registration.run(db, cache);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace
}  // namespace articles::sql

#define ARTICLES_EXPORT __attribute__((visibility("default")))

extern "C" {

ARTICLES_EXPORT int sqlite3_articles_init(sqlite3* db, char** error_message,
                                          const sqlite3_api_routines* api) {
  return articles::sql::register_all(db, error_message, api, true);
}

ARTICLES_EXPORT int sqlite3_articles_nofs_init(sqlite3* db, char** error_message,
                                               const sqlite3_api_routines* api) {
  return articles::sql::register_all(db, error_message, api, false);
}
}
