#include "front_matter/json_front_matter.h"

#include <gtest/gtest.h>

#include "articles/problem.h"

namespace articles {
namespace {

void expect_reading(std::string_view block, const std::string& json, const char* error = "") {
  const FrontMatter front_matter = parse_json_front_matter(block, 1);
  EXPECT_EQ(to_json(front_matter.fields), json) << block;
  EXPECT_EQ(describe(front_matter.problems), error) << block;
}

TEST(JsonFrontMatter, KeepsOrderAndNumbersAsTyped) {
  expect_reading(
      "{\"z\": 1.10, \"a\": -0, \"b\": 123456789012345678901234567890, \"c\": \"1.10\", "
      "\"d\": [true, null, 1E3], \"e\": {\"f\": \"\\ud83d\\ude00\"}}",
      R"({"z":1.10,"a":-0,"b":123456789012345678901234567890,"c":"1.10",)"
      R"("d":[true,null,1E3],"e":{"f":"😀"}})");
}

TEST(JsonFrontMatter, MembersWithoutBracesAreRead) {
  expect_reading("\"title\": \"T\",\n\"n\": 1\n", R"({"title":"T","n":1})");
  expect_reading("\n", "{}");
}

TEST(JsonFrontMatter, FieldsAreNullIfBlockIsNotObject) {
  expect_reading("[1]\n", "null", "line 1: not a map of keys");
  expect_reading("{\n", "null", "line 1: malformed JSON: object key - unexpected end of input");
}

TEST(JsonFrontMatter, LastNonNullValueOfDuplicateKeyWins) {
  expect_reading("{\"a\": 1,\n\"a\": 2,\n\"a\": null}", R"({"a":2})",
                 "line 2: 'a' occurs twice: the last value counts; line 3: 'a' occurs twice: the "
                 "last value counts");
}

TEST(JsonFrontMatter, CommentsAndTrailingCommasAreSkipped) {
  expect_reading("{\n  // it's\n  \"url\": \"http://x\", /* \"\n */\n  \"l\": [1, 2,],\n}\n",
                 R"({"url":"http://x","l":[1,2]})",
                 "line 2: salvaged: malformed JSON: object key - invalid literal");
  expect_reading("{\n\"a\": 1e400,\n\"b\": 2}\n", R"({"a":"1e400","b":2})",
                 "line 2: salvaged: malformed JSON: a number out of range");
}

TEST(JsonFrontMatter, BadMemberDoesNotAffectOtherMembers) {
  expect_reading(
      "{\n \"title\": \"He said \"hi\"\",\n \"date\": 2021-08-05,\n \"n\": {\"a\": [1]}\n}",
      R"({"title":"He said \"hi\"","date":"2021-08-05","n":{"a":[1]}})",
      "line 2: salvaged: malformed JSON: value - invalid literal; line 3: salvaged: "
      "malformed JSON: value - unexpected number literal");
  expect_reading(
      "{title: 'T', \"path\": \"C:\\p\", tags: [a, b]\n\"x\": 1, prose\n}",
      R"({"title":"T","path":"C:\\p","tags":["a","b"],"x":1})",
      "line 2: malformed JSON: this line has no member; line 1: salvaged: malformed JSON: "
      "value - invalid literal; line 1: salvaged: malformed JSON: value - invalid "
      "string; line 1: salvaged: malformed JSON: value - invalid literal");
}

TEST(JsonFrontMatter, NestingIsLimited) {
  for (const std::size_t depth : {100U, 100'000U}) {
    const std::string deep = std::string(depth, '[') + std::string(depth, ']');
    const FrontMatter front_matter =
        parse_json_front_matter("{\"title\": \"T\", \"a\": " + deep + "}", 1);
    ASSERT_EQ(front_matter.fields.members.size(), 2U);
    EXPECT_EQ(front_matter.fields.members.front().value.text, "T");
    EXPECT_EQ(describe(front_matter.problems),
              "line 1: salvaged: malformed JSON: nested too deeply");
  }
}

}  // namespace
}  // namespace articles
