// Lack of memory and a second SQLite library at the entry points: a result code, never an
// exception.
#include <cstdlib>
#include <new>

#include "articles/sqlite_articles.h"
#include "connection.h"
#include "sqlite/base/guard.h"
#include "sqlite/base/sql_value.h"

namespace {

// How many calls of operator new succeed before they all fail; below 0: they do not fail.
thread_local long allocations_left = -1;

}  // namespace

// Not inlined, so that tools that replace both see pairs.
__attribute__((noinline)) void* operator new(std::size_t size) {
  if (allocations_left == 0) throw std::bad_alloc();
  if (allocations_left > 0) --allocations_left;
  if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
__attribute__((noinline)) void operator delete(void* memory) noexcept {
  std::free(memory);
}
__attribute__((noinline)) void operator delete(void* memory, std::size_t /*size*/) noexcept {
  std::free(memory);
}

namespace articles::sql {
namespace {

using EntryPoint = Connection;

TEST_F(EntryPoint, LackOfMemoryIsAResultCode) {
  int failures = 0;
  for (auto* const entry : {sqlite3_articles_init, sqlite3_articles_nofs_init})
    for (long allocations = 0;; ++allocations) {
      char* message = nullptr;
      allocations_left = allocations;
      const int code = entry(db_, &message, sqlite3_api);
      allocations_left = -1;
      sqlite3_free(message);
      if (code == SQLITE_OK) break;
      ASSERT_EQ(code, SQLITE_NOMEM);
      ++failures;
    }
  EXPECT_GT(failures, 10);
  EXPECT_EQ(one("SELECT strip_html('<p>a')"), "a");
}

// SQLite converts a UTF-16 value in memory of its own.
TEST_F(EntryPoint, TextThatCannotBeConvertedIsNotEmptyText) {
  sqlite3_create_function(
      db_, "size", 1, SQLITE_UTF16, nullptr,
      [](sqlite3_context* context, int, sqlite3_value** argv) {
        const sqlite3_int64 before = sqlite3_hard_heap_limit64(sqlite3_memory_used() + 1'000);
        guarded(context, "size", [&] {
          sqlite3_result_int64(context, static_cast<sqlite3_int64>(text_of(argv[0]).size()));
        });
        sqlite3_hard_heap_limit64(before);
      },
      nullptr, nullptr);
  EXPECT_EQ(one("SELECT size('abc')"), "3");
  Statement large(db_, "SELECT size(replace(hex(zeroblob(50000)), '0', 'x'))");
  EXPECT_THROW(large.step(), std::bad_alloc);
  sqlite3_create_function(db_, "size", 1, SQLITE_UTF16, nullptr, nullptr, nullptr, nullptr);
}

TEST_F(EntryPoint, SecondSqliteLibraryIsRefused) {
  const sqlite3_api_routines other = *sqlite3_api;
  char* message = nullptr;
  EXPECT_EQ(sqlite3_articles_init(db_, &message, &other), SQLITE_ERROR);
  EXPECT_STREQ(message, "articles: is loaded by another SQLite library of this process");
  sqlite3_free(message);
  EXPECT_EQ(one("SELECT strip_html('<p>a')"), "a");
}

}  // namespace
}  // namespace articles::sql
