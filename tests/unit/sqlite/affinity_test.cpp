#include "sqlite/table/affinity.h"

#include "connection.h"

namespace articles::sql {
namespace {

class AffinityTest : public Connection {
 protected:
  // The type and the value that SQLite stores in a column of the type.
  std::string stored(const std::string& text, const std::string& type) const {
    one("DROP TABLE IF EXISTS t");
    one("CREATE TABLE t(x " + type + ")");
    Statement insert(db_, "INSERT INTO t VALUES (?1)");
    const Datum datum = Datum::text(text);
    bind(insert.get(), 1, datum);
    insert.step();
    return one("SELECT typeof(x) || ' ' || x FROM t");
  }

  std::string converted(const std::string& text, const std::string& type) const {
    Statement statement(db_, "SELECT typeof(?1) || ' ' || ?1");
    const Datum datum = with_affinity(text, type);
    bind(statement.get(), 1, datum);
    return one(statement);
  }
};

TEST_F(AffinityTest, EveryTypeStoresWhatSqliteStores) {
  const std::string texts[] = {"",
                               " ",
                               "5",
                               " 5 ",
                               "+5",
                               "-5",
                               "--5",
                               "+-5",
                               "05",
                               "1.10",
                               "1.0",
                               ".5",
                               "5.",
                               ".",
                               "1e3",
                               "1E+3",
                               "1e",
                               "1e400",
                               "-1e400",
                               "1e-400",
                               "0.0001e400",
                               "-0.001e400",
                               ".1e-400",
                               "1000e-400",
                               "0.0e999",
                               "1e999999999999999999999",
                               "1e-99999999999999999999",
                               "00001e400",
                               "0.000e-1",
                               "0x10",
                               "inf",
                               "nan",
                               "1_000",
                               "1 000",
                               "９",
                               "true",
                               "2021-08-05",
                               "9223372036854775807",
                               "9223372036854775808",
                               "-9223372036854775808",
                               "9007199254740993.0",
                               "1e18",
                               "1e19",
                               "123456789012345678901234567890"};
  for (const char* const type : {"TEXT", "INTEGER", "REAL", "NUMERIC", "BLOB", ""})
    for (const std::string& text : texts)
      EXPECT_EQ(converted(text, type), stored(text, type)) << "'" << text << "' as " << type;
}

}  // namespace
}  // namespace articles::sql
