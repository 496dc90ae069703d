#include "articles/field_value.h"

#include <gtest/gtest.h>

#include "front_matter/yaml_front_matter.h"

namespace articles {
namespace {

TEST(FieldValue, IsWrittenAsTyped) {
  EXPECT_EQ(to_json(FieldValue::plain("1.10")), "1.10");
  EXPECT_EQ(to_json(FieldValue::quoted("1.10")), "\"1.10\"");
  EXPECT_EQ(to_json(FieldValue::plain("0123")), "\"0123\"");
  EXPECT_EQ(to_json(FieldValue::plain("true")), "true");
  EXPECT_EQ(to_json(FieldValue::plain("True")), "\"True\"");
  EXPECT_EQ(to_json(FieldValue::quoted("true")), "\"true\"");
  EXPECT_EQ(to_json(FieldValue{}), "null");
  FieldValue list = FieldValue::list();
  EXPECT_EQ(to_json(list), "[]");
  list.items = {FieldValue::plain("a"), FieldValue{}};
  FieldValue map = FieldValue::map();
  EXPECT_EQ(to_json(map), "{}");
  map.members = {{"k", list, 1}, {"n", FieldValue::plain("2"), 2}};
  EXPECT_EQ(to_json(map), R"({"k":["a",null],"n":2})");
  EXPECT_EQ(to_text(list), R"(["a",null])");
  EXPECT_EQ(to_text(FieldValue::plain("x")), "x");
  EXPECT_EQ(to_text(FieldValue{}), "");
}

// The value that a declared column shows, as text; "missing" if there is none.
std::string field_of(const FieldValue& fields, std::string_view key) {
  const FieldValue* const value = find_field(fields, key);
  return value == nullptr ? "missing" : to_text(*value);
}

TEST(FindField, FindsKeysAndDottedPaths) {
  const FieldValue fields =
      parse_yaml_front_matter("a: 1\nb:\n  c: 2\n  d: {e: 3}\nf: [4]\nn: ~\n", 1).fields;
  EXPECT_EQ(field_of(fields, "a"), "1");
  EXPECT_EQ(field_of(fields, "b.c"), "2");
  EXPECT_EQ(field_of(fields, "b.d.e"), "3");
  EXPECT_EQ(field_of(fields, "b.d"), R"({"e":3})");
  EXPECT_EQ(field_of(fields, "f"), "[4]");
  EXPECT_EQ(field_of(fields, "n"), "");
  for (const char* const key : {"", "A", "a.b", "b.", ".c", "b..c", "b.d.e.f", "f.0", "c"})
    EXPECT_EQ(field_of(fields, key), "missing") << key;
}

TEST(FindField, PrefersExactKeyToPath) {
  const FieldValue fields =
      parse_yaml_front_matter("a.b: 1\na: {b: 2, c.d: 3}\nx.y: {z: 4}\n", 1).fields;
  EXPECT_EQ(field_of(fields, "a.b"), "1");
  EXPECT_EQ(field_of(fields, "a.c.d"), "3");
  EXPECT_EQ(field_of(fields, "x.y.z"), "4");
}

}  // namespace
}  // namespace articles
