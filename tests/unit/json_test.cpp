#include "base/json.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

std::string json_string(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

TEST(Json, EscapesOnlyWhatJsonRequires) {
  EXPECT_EQ(json_string("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(json_string(std::string_view("\0\x1F\n\r\t", 5)), "\"\\u0000\\u001f\\n\\r\\t\"");
  EXPECT_EQ(json_string("中\x7F"), "\"中\x7F\"");
  EXPECT_EQ(json_string("a\xFF"), "\"a\uFFFD\"");
}

TEST(Json, RecognisesNumbers) {
  for (const char* const number :
       {"0", "-0", "12", "1.5", "-1.50", "1e3", "1E+3", "0.1e-2", "1e308"})
    EXPECT_TRUE(is_json_number(number)) << number;
  for (const char* const text : {"", "-", "01", "0123", "+1", ".5", "1.", "1e", "1e+", "1_000",
                                 "0x1F", "1 ", "12:30", "NaN", "1e400", "-7e7777"})
    EXPECT_FALSE(is_json_number(text)) << text;
}

TEST(Json, WritesArraysOfStrings) {
  EXPECT_EQ(json_array({}), "[]");
  EXPECT_EQ(json_array({"金融", "a\"b"}), R"(["金融","a\"b"])");
}

}  // namespace
}  // namespace articles
