/* The C entry points of articles.so, for programs that load it by name or link it.
 *
 * Both have the signature of an SQLite extension's entry point
 * (https://www.sqlite.org/loadext.html) and return an SQLite result code. After an error
 * *error_message is NULL, or text that the caller frees with sqlite3_free().
 */
#ifndef SQLITE_ARTICLES_H
#define SQLITE_ARTICLES_H

#include <sqlite3.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sqlite3_api_routines;

/* Registers everything: the table articles, the functions and articles_help. `.load ./articles`
 * calls it. */
int sqlite3_articles_init(sqlite3* db, char** error_message,
                          const struct sqlite3_api_routines* api);

/* Registers the functions and articles_help, but no table that reads articles: for servers that run
 * other people's SQL. Only article_date() opens files, the system's time zone files. */
int sqlite3_articles_nofs_init(sqlite3* db, char** error_message,
                               const struct sqlite3_api_routines* api);

#ifdef __cplusplus
}
#endif

#endif
