// The table of contents: everything that the extension registers.
#include <iterator>
#include <memory>
#include <mutex>
#include <new>
#include <string>

#include <sqlite3ext.h>

SQLITE_EXTENSION_INIT1

#include "articles/error.h"
#include "articles/sqlite_articles.h"
#include "sqlite/base/guard.h"
#include "sqlite/functions/functions.h"
#include "sqlite/functions/help_table.h"
#include "sqlite/functions/html_tables.h"
#include "sqlite/functions/stock_tables.h"
#include "sqlite/search/fts5_tokenizer.h"
#include "sqlite/table/articles_table.h"

namespace articles::sql {
namespace {

using Cache = std::shared_ptr<HtmlCache>;

struct Registration {
  int (*run)(sqlite3*, const Cache&);
  bool reads_files;
};

constexpr Registration kRegistrations[] = {
    {[](sqlite3* db, const Cache& cache) { return register_functions(db, cache, false); }, false},
    {[](sqlite3* db, const Cache& cache) { return register_functions(db, cache, true); }, true},
    {[](sqlite3* db, const Cache&) { return register_help_table(db); }, false},
    {[](sqlite3* db, const Cache& cache) {
       return register_document_tables(db, html_tables(), cache);
     },
     false},
    {[](sqlite3* db, const Cache& cache) {
       return register_document_tables(db, stock_tables(), cache);
     },
     false},
    {[](sqlite3* db, const Cache&) { return register_fts5_tokenizer(db); }, false},
    {[](sqlite3* db, const Cache&) { return register_articles_table(db); }, true},
};

// SQLite 3.38: the oldest version whose interface the code relies on.
constexpr int kOldestSqlite = 3'038'000;

// Keeps the routines of the SQLite that loads the extension. false: another SQLite library of this
// process, whose connections use them, has loaded it before.
bool set_routines(const sqlite3_api_routines* api) {
  static std::mutex mutex;
  const std::lock_guard<std::mutex> lock(mutex);
  if (sqlite3_api != nullptr) return sqlite3_api == api;
  SQLITE_EXTENSION_INIT2(api);
  return true;
}

std::string reason_of(int code, sqlite3* db) {
  if (code == SQLITE_BUSY)
    return "cannot be loaded again while a statement of the connection is running";
  return sqlite3_errmsg(db);
}

void register_all(sqlite3* db, bool with_files) {
  if (sqlite3_libversion_number() < kOldestSqlite)
    throw Error("SQLite 3.38 or newer is needed, this is " + std::string(sqlite3_libversion()));
  const auto cache = std::make_shared<HtmlCache>();  // the connection's
  for (const Registration& registration : kRegistrations) {
    if (registration.reads_files && !with_files) continue;
    const int code = registration.run(db, cache);
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    if (code != SQLITE_OK) throw Error(reason_of(code, db));
  }
}

int enter(sqlite3* db, char** error_message, const sqlite3_api_routines* api, bool with_files) {
  if (!set_routines(api)) {
    *error_message = api->mprintf("articles: is loaded by another SQLite library of this process");
    return SQLITE_ERROR;
  }
  return guarded(error_message, "articles", [&] { register_all(db, with_files); });
}

}  // namespace
}  // namespace articles::sql

#define ARTICLES_EXPORT __attribute__((visibility("default")))

extern "C" {

ARTICLES_EXPORT int sqlite3_articles_init(sqlite3* db, char** error_message,
                                          const sqlite3_api_routines* api) {
  return articles::sql::enter(db, error_message, api, true);
}

ARTICLES_EXPORT int sqlite3_articles_nofs_init(sqlite3* db, char** error_message,
                                               const sqlite3_api_routines* api) {
  return articles::sql::enter(db, error_message, api, false);
}
}
