// A progress handler ends a call in its middle: on one large value, no other instruction runs.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <string>

#include "../support/loaded_connection.h"

namespace {

std::string repeated(const std::string& unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

// The code of the first step, in which the progress handler asks for an end when it has been called
// so often. The statement alone has far fewer instructions: what asks more often is the call.
int step_with_limit(sqlite3* db, const std::string& sql, const std::string& value) {
  static int calls = 0;
  constexpr int kMostOfTheStatement = 60;
  calls = 0;
  sqlite3_stmt* const statement = prepare(db, sql);
  sqlite3_bind_text(statement, 1, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
  sqlite3_progress_handler(
      db, 1, [](void*) -> int { return ++calls > kMostOfTheStatement ? 1 : 0; }, nullptr);
  const int code = sqlite3_step(statement);
  sqlite3_progress_handler(db, 0, nullptr, nullptr);
  sqlite3_finalize(statement);
  return code;
}

TEST(Interrupt, EndsEachCallOnALargeValue) {
  sqlite3* const db = connect();
  // Such tags need a tree, which takes some hundred bytes for each of them; the check comes once
  // for each MB.
  const std::string html = repeated("<b>x<i>y</b>z</i>", 1 << 21);
  const std::string markdown = repeated("*a* [b](c) ", 1 << 21);
  const std::string statements[] = {"SELECT strip_html(?)",
                                    "SELECT html_text(?)",
                                    "SELECT html_text(?, 'p')",
                                    "SELECT html_extract(?, 'p')",
                                    "SELECT html_count(?, 'p')",
                                    "SELECT html_remove(?, 'p')",
                                    "SELECT html_attribute_get(?, 'p', 'a')",
                                    "SELECT count(*) FROM html_each(?, 'p')",
                                    "SELECT count(*) FROM html_links(?)",
                                    "SELECT count(*) FROM html_images(?)"};
  for (const std::string& sql : statements)
    EXPECT_EQ(step_with_limit(db, sql, html), SQLITE_INTERRUPT) << sql;
  EXPECT_EQ(step_with_limit(db, "SELECT markdown_html(?)", markdown), SQLITE_INTERRUPT);
  EXPECT_EQ(one_value(db, "SELECT strip_html('<table><tr><td>a<td>b')"), "a\tb")
      << "a call after those that were left";
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

TEST(Interrupt, EndsTheMatchingOfALongSelector) {
  sqlite3* const db = connect();
  const std::string sql = "SELECT html_count(?, '" + repeated("a ", 2'000) + "')";
  EXPECT_EQ(step_with_limit(db, sql, "<p>x</p>"), SQLITE_INTERRUPT);
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

TEST(Interrupt, AHandlerThatAsksForNoEndChangesNothing) {
  sqlite3* const db = connect();
  sqlite3_progress_handler(
      db, 1, [](void*) -> int { return 0; }, nullptr);
  EXPECT_EQ(one_value(db, "SELECT html_count('<a><a>', 'a')"), "2");
  EXPECT_EQ(sqlite3_close(db), SQLITE_OK);
}

}  // namespace
