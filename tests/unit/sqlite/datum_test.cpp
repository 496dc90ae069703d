#include "sqlite/base/datum.h"

#include "connection.h"

namespace articles::sql {
namespace {

class DatumTest : public Connection {
 protected:
  // What `SELECT` of an expression over the bound datum gives.
  std::string bound(const Datum& datum, const std::string& expression) const {
    Statement statement(db_, "SELECT " + expression);
    bind(statement.get(), 1, datum);
    return one(statement);
  }

  // A function of SQL that returns the datum.
  std::string result(const Datum& datum, const std::string& expression) {
    sqlite3_create_function(
        db_, "datum", 0, SQLITE_UTF8 | SQLITE_RESULT_SUBTYPE, const_cast<Datum*>(&datum),
        [](sqlite3_context* context, int, sqlite3_value**) {
          give_result(context, *static_cast<const Datum*>(sqlite3_user_data(context)));
        },
        nullptr, nullptr);
    return one("SELECT " + expression);
  }

  void expect_both(const Datum& datum, const std::string& type, const std::string& value) {
    EXPECT_EQ(bound(datum, "typeof(?1)"), type);
    EXPECT_EQ(result(datum, "typeof(datum())"), type);
    EXPECT_EQ(bound(datum, "?1"), value);
    EXPECT_EQ(result(datum, "datum()"), value);
  }
};

TEST_F(DatumTest, BothSinksGiveTheSameValue) {
  expect_both(Datum(), "null", "NULL");
  expect_both(Datum::integer(9'007'199'254'740'993), "integer", "9007199254740993");
  expect_both(Datum::integer(INT64_MIN), "integer", "-9223372036854775808");
  expect_both(Datum::real(0.1), "real", "0.1");
  expect_both(Datum::text("茅台"), "text", "茅台");
  expect_both(Datum::text_view("价格"), "text", "价格");
  expect_both(Datum::json("[\"a\"]"), "text", "[\"a\"]");
}

TEST_F(DatumTest, EmptyTextIsTextAndNotNull) {
  expect_both(Datum::text(""), "text", "");
  expect_both(Datum::text_view(std::string_view()), "text", "");
}

TEST_F(DatumTest, TextKeepsItsNulBytes) {
  const std::string text("a\0b", 3);
  EXPECT_EQ(bound(Datum::text(text), "hex(?1)"), "610062");
  EXPECT_EQ(result(Datum::text_view(text), "hex(datum())"), "610062");
}

TEST_F(DatumTest, OnlyAResultOfJsonHasTheSubtype) {
  EXPECT_EQ(result(Datum::json("[1]"), "json_array(datum())"), "[[1]]");
  EXPECT_EQ(result(Datum::text("[1]"), "json_array(datum())"), "[\"[1]\"]");
  const Datum json = Datum::json("[1]");
  EXPECT_EQ(bound(json, "json_array(?1)"), "[\"[1]\"]");
}

TEST_F(DatumTest, NoOptionalTextIsNull) {
  EXPECT_TRUE(Datum::text_or_null(std::optional<std::string_view>()).is_null());
  EXPECT_TRUE(Datum::text_or_null(std::optional<std::string>()).is_null());
  EXPECT_EQ(Datum::text_or_null(std::optional<std::string>("x")).as_text(), "x");
}

TEST_F(DatumTest, ShortOwnedTextSurvivesAMove) {
  Datum datum = Datum::text("short");
  const Datum moved = std::move(datum);
  EXPECT_EQ(moved.as_text(), "short");
}

TEST_F(DatumTest, BindingAParameterThatDoesNotExistIsAnError) {
  Statement statement(db_, "SELECT ?1");
  const Datum datum = Datum::integer(1);
  EXPECT_EQ(message_of([&] { bind(statement.get(), 2, datum); }), "column index out of range");
}

}  // namespace
}  // namespace articles::sql
