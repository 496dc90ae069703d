#include "sqlite/base/statement.h"

#include "connection.h"
#include "sqlite/base/interrupt_probe.h"

namespace articles::sql {
namespace {

using StatementTest = Connection;

TEST_F(StatementTest, GivesRowsAndRunsAgainAfterReset) {
  Statement statement(db_, "VALUES ('a'), ('b')");
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.text(0), "a");
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.text(0), "b");
  EXPECT_FALSE(statement.step());
  statement.reset();
  ASSERT_TRUE(statement.step());
  EXPECT_EQ(statement.text(0), "a");
}

TEST_F(StatementTest, ErrorsHaveTheMessageOfSqlite) {
  EXPECT_EQ(message_of([&] { Statement(db_, "SELECT x"); }), "no such column: x");
  Statement statement(db_, "SELECT json('[')");
  EXPECT_EQ(message_of([&] { statement.step(); }), "malformed JSON");
}

TEST_F(StatementTest, ProbeSeesAProgressHandlerThatEndsTheQuery) {
  InterruptProbe probe(db_);
  EXPECT_FALSE(probe.interrupted());
  sqlite3_progress_handler(
      db_, 1, [](void*) { return 1; }, nullptr);
  EXPECT_TRUE(probe.interrupted());
  sqlite3_progress_handler(db_, 0, nullptr, nullptr);
  EXPECT_FALSE(probe.interrupted());
}

TEST_F(StatementTest, ProbeThatMayNotRunSeesNoInterrupt) {
  InterruptProbe probe(db_);
  sqlite3_set_authorizer(
      db_,
      [](void*, int, const char*, const char*, const char*, const char*) { return SQLITE_DENY; },
      nullptr);
  EXPECT_FALSE(probe.interrupted());
  sqlite3_set_authorizer(db_, nullptr, nullptr);
}

}  // namespace
}  // namespace articles::sql
