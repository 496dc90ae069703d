// Runs the unit tests of ext/sqlite. The layer calls SQLite through the table of routines that
// SQLite passes to an extension's entry point: here sqlite3_auto_extension() calls the entry point,
// once.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <iostream>

#include "articles/sqlite_articles.h"

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_articles_init));
  sqlite3* db = nullptr;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK) {
    std::cerr << sqlite3_errmsg(db) << '\n';
    return 1;
  }
  sqlite3_close(db);
  return RUN_ALL_TESTS();
}
