#include "sqlite/store/migration.h"

#include "connection.h"

namespace articles::sql {
namespace {

using MigrationTest = Connection;

constexpr char kSql[] = R"(
-- [from version 1]
ALTER TABLE main.store ADD COLUMN one;

-- [from version 2]
CREATE TABLE main.store_two(x);
INSERT INTO store_two SELECT one FROM main.store;
)";

TEST_F(MigrationTest, EachVersionLeadsToTheNext) {
  one("CREATE TABLE news(id)");
  migrate(db_, {"main", "news"}, kSql, 1, 3);
  EXPECT_EQ(one("SELECT count(*) FROM pragma_table_info('news') WHERE name = 'one'"), "1");
  EXPECT_EQ(one("SELECT count(*) FROM news_two"), "0");
}

TEST_F(MigrationTest, BeginsAtTheVersionOfTheStore) {
  one("CREATE TABLE news(one)");
  one("INSERT INTO news VALUES (7)");
  migrate(db_, {"main", "news"}, kSql, 2, 3);
  EXPECT_EQ(one("SELECT x FROM news_two"), "7");
}

TEST_F(MigrationTest, CurrentVersionStays) {
  migrate(db_, {"main", "news"}, kSql, 3, 3);
  EXPECT_EQ(one("SELECT count(*) FROM sqlite_schema"), "0");
}

TEST_F(MigrationTest, UnknownVersionIsRefused) {
  EXPECT_EQ(message_of([&] {
              migrate(db_, {"main", "news"}, kSql, 0, 3);
            }),
            "the store 'news' has version 0 of the tables, which this version of the extension "
            "cannot migrate");
}

}  // namespace
}  // namespace articles::sql
