/* The C entry points of articles.so, for programs that load it by name or link it.
 *
 * Both have the signature of an SQLite extension's entry point
 * (https://www.sqlite.org/loadext.html) and return an SQLite result code. On an error
 * *error_message, if any, is to be freed with sqlite3_free().
 */
#ifndef SQLITE_ARTICLES_H
#define SQLITE_ARTICLES_H

#include <sqlite3.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3_api_routines;

/* Everything: the table articles, the functions, articles_help. What `.load ./articles` calls. */
int sqlite3_articles_init(sqlite3* db, char** error_message,
                          const struct sqlite3_api_routines* api);

/* Only what reads no file: the pure functions and articles_help. For servers that run other
 * people's SQL. */
int sqlite3_articles_nofs_init(sqlite3* db, char** error_message,
                               const struct sqlite3_api_routines* api);

#ifdef __cplusplus
}
#endif

#endif
