#include "front_matter/toml_front_matter.h"

#include <gtest/gtest.h>

#include "articles/problem.h"

namespace articles {
namespace {

void expect_reading(std::string_view block, const std::string& json, const char* error = "") {
  const FrontMatter front_matter = parse_toml_front_matter(block, 2);
  EXPECT_EQ(to_json(front_matter.fields), json) << block;
  EXPECT_EQ(describe(front_matter.problems), error) << block;
}

TEST(TomlFrontMatter, KeepsOrderAndScalarsAsTyped) {
  expect_reading(
      "z = 1_000\na = 1.10 # one\nd = 1979-05-27 07:32:00 # a date\ne = 1979-05-27T07:32:00.5Z\n"
      "t = 07:32:00\nb = true\nh = 0xFF\np = +1\ni = inf\ns = \"1.10\"\nn = \"中\\u4e2d\\n\"\n",
      R"({"z":"1_000","a":1.10,"d":"1979-05-27 07:32:00","e":"1979-05-27T07:32:00.5Z",)"
      R"("t":"07:32:00","b":true,"h":"0xFF","p":"+1","i":"inf","s":"1.10","n":"中中\n"})");
  expect_reading("中 = x\n", R"({"中":"x"})", "line 2: salvaged: malformed TOML: root table");
}

TEST(TomlFrontMatter, NestedValues) {
  expect_reading("l = [1, 'x, ]', [2.50,]] # c\nm = {x = 1, y = [\n 2 # c\n]}\nc.b = 1\nc.a = 2\n",
                 R"({"l":[1,"x, ]",[2.50]],"m":{"x":1,"y":[2]},"c":{"b":1,"a":2}})");
  expect_reading("[s]\nk = '''\nx\ny'''\n[[r]]\nn = 1\n[[r]]\nn = 2\n[r.q]\na = \"中\"\nb = 3\n",
                 R"({"s":{"k":"x\ny"},"r":[{"n":1},{"n":2,"q":{"a":"中","b":3}}]})");
}

TEST(TomlFrontMatter, NonBlankCharactersAreAccepted) {
  expect_reading("a = \"\"\"\\\n  é《》\"\"\"\n", R"({"a":"é《》"})");
  expect_reading("é = 1\n", R"({"é":"1"})", "line 2: salvaged: malformed TOML: root table");
}

TEST(TomlFrontMatter, CrLfLineEndsAreAccepted) {
  expect_reading(
      "a = 1.50\r\nb = \"\"\"\r\nx\r\ny\"\"\"\r\nl = [\r\n  1, # c\r\n  2\r\n]\r\n[t]\r\nc = "
      "true\r\n",
      R"({"a":1.50,"b":"x\ny","l":[1,2],"t":{"c":true}})");
  expect_reading("a = @\r\ntitle = \"T\"\r\n", R"({"a":"@","title":"T"})",
                 "line 2: salvaged: malformed TOML: value: could not determine value type");
}

TEST(TomlFrontMatter, EmptyBlockIsEmptyMap) {
  expect_reading("", "{}");
  expect_reading("# nothing\n\n", "{}");
}

TEST(TomlFrontMatter, TableBelowMalformedListIsRead) {
  expect_reading("title = \"a \"b\" c\"\ntags = [\"x\"]\n[params]\ntitle = \"Other\"\n",
                 R"({"title":"a \"b\" c","tags":["x"],"params":{"title":"Other"}})",
                 "line 2: salvaged: malformed TOML: key-value pair");
}

TEST(TomlFrontMatter, BadLineDoesNotAffectOtherLines) {
  expect_reading(
      "path = \"p\"\ntitle = \"Call for Testing\nauthors = [\"A\"]\ndate = {{ .Date }}\n",
      R"({"path":"p","title":"Call for Testing","authors":["A"],"date":"{{ .Date }}"})",
      "line 3: salvaged: malformed TOML: string: unescaped control characters other than TAB "
      "(U+0009) are explicitly prohibited; line 5: salvaged: malformed TOML: inline table");
  expect_reading("title: T\ntags = [a, b]\nl = [\n  1,\n  2,\n]\n",
                 R"({"title":"T","tags":["a","b"],"l":[1,2]})",
                 "line 2: salvaged: malformed TOML: key-value pair; line 3: salvaged: malformed "
                 "TOML: value: could not determine value type");
  expect_reading(
      "a = 1\nprose\n[x]\nb = @\nc = '''\nd\n'''\n[[y]]\ne = 1\n[[y]]\ne = 2\n[y.z]\nf = 3\n",
      R"({"a":1,"x":{"b":"@","c":"d\n"},"y":[{"e":1},{"e":2,"z":{"f":3}}]})",
      "line 3: malformed TOML: this line belongs to no key; line 5: salvaged: malformed "
      "TOML: value: could not determine value type");
}

TEST(TomlFrontMatter, LastValueOfDuplicateKeyWins) {
  expect_reading("title = 'A'\ntitle = 'B'\n[x]\na = 1\n[x]\nb = 2\n",
                 R"({"title":"B","x":{"a":1,"b":2}})",
                 "line 3: 'title' occurs twice: the last value counts");
}

TEST(TomlFrontMatter, NestingIsLimited) {
  for (const std::string& deep : {"a = " + std::string(100'000, '['),
                                  "a = " + std::string(101, '[') + std::string(101, ']'), [] {
                                    std::string key = "a";
                                    for (int i = 0; i < 100'000; ++i) key += ".a";
                                    return key + " = 1";
                                  }()}) {
    const FrontMatter front_matter = parse_toml_front_matter("title = 'T'\n" + deep + "\n", 2);
    ASSERT_EQ(front_matter.fields.members.size(), 2U);
    EXPECT_EQ(front_matter.fields.members.front().value.text, "T");
    EXPECT_EQ(describe(front_matter.problems),
              "line 3: salvaged: malformed TOML: nested too deeply");
  }
  expect_reading("a = " + std::string(100, '[') + std::string(100, ']') + "\n",
                 "{\"a\":" + std::string(100, '[') + std::string(100, ']') + "}");
}

}  // namespace
}  // namespace articles
