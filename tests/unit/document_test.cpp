#include "articles/document.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

struct Parts {
  std::string front_matter;
  std::string body;
  std::string error;
};

Parts parts_of(std::string_view text) {
  const Document document = *read_document(text, true);
  return {to_json(document.front_matter.fields), std::string(text.substr(document.body)),
          describe(document.front_matter.problems)};
}

void expect_parts(std::string_view text, const char* front_matter, const char* body,
                  const char* error = "") {
  const Parts parts = parts_of(text);
  EXPECT_EQ(parts.front_matter, front_matter) << text;
  EXPECT_EQ(parts.body, body) << text;
  EXPECT_EQ(parts.error, error) << text;
}

constexpr const char* kT = R"({"title":"T"})";

TEST(Document, Fences) {
  expect_parts("---\ntitle: T\n---\nBODY", kT, "BODY");
  expect_parts("---\ntitle: T\n---\n\nBODY\n", kT, "\nBODY\n");
  expect_parts("---\r\ntitle: T\r\n---\r\nBODY\r\n", kT, "BODY\r\n");
  expect_parts("---\rtitle: T\r---\rBODY", kT, "BODY");
  expect_parts("\xEF\xBB\xBF---\ntitle: T\n---\nBODY", kT, "BODY");
  expect_parts("\xEF\xBB\xBF\xEF\xBB\xBF---\ntitle: T\n---\nBODY", kT, "BODY");
  expect_parts("--- # of this page\ntitle: T\n---\nBODY", kT, "BODY");
  expect_parts("---# a row\ntitle: T\n---\nBODY", "{}", "---# a row\ntitle: T\n---\nBODY");
  expect_parts("\n \n---\ntitle: T\n---\nBODY", kT, "BODY");
  expect_parts("---  \ntitle: T\n---\t\nBODY", kT, "BODY");
  expect_parts("-----\ntitle: T\n-----\nBODY", kT, "BODY");
  expect_parts("---\ntitle: T\n...\nBODY", kT, "BODY");
  expect_parts("---\ntitle: T\n---", kT, "");
  expect_parts(" ---\ntitle: T\n---\nBODY", kT, "BODY");
  expect_parts(" ---\n title: T\n ---\nBODY", kT, "BODY");
  expect_parts("    ---\ntitle: T\n---\nBODY", "{}", "    ---\ntitle: T\n---\nBODY");
  expect_parts("---\ntitle: T\n---\nBODY\n---\nmore", kT, "BODY\n---\nmore");
}

TEST(Document, BlankLinesInBlockWithoutOpeningFence) {
  expect_parts("title: T\n\n---\nBODY", kT, "BODY");
  expect_parts("title: T\n\ntags:\n- a\n\n---\nBODY", R"({"title":"T","tags":["a"]})", "BODY");
  for (const char* const text : {"title: T\n\n- item\n---\nBODY", "title: T\n\nprose\n---\nBODY",
                                 "title: T\n\n  code\n---\nBODY", "title: T\n\n# head\n---\n"})
    expect_parts(text, "{}", text);
}

TEST(Document, Toml) {
  for (const char* const text :
       {"+++\ntitle = 'T'\n+++\nBODY", "+++ \r\ntitle = 'T'\r\n+++\t\r\nBODY",
        "\xEF\xBB\xBF\n+++\ntitle = 'T'\n+++\nBODY", "+++\rtitle = 'T'\r+++\rBODY",
        "+++\ntitle = 'T'\n+++BODY", "---toml\ntitle = 'T'\n---\nBODY"})
    expect_parts(text, kT, "BODY");
  expect_parts("+++\n+++\nBODY", "{}", "BODY");
  expect_parts("+++\n# nothing\n+++\nBODY", "{}", "BODY");
  expect_parts("++++\ntitle = 'T'\n++++\n", "{}", "++++\ntitle = 'T'\n++++\n");
}

TEST(Document, Json) {
  for (const char* const text :
       {"{\"title\": \"T\"}\nBODY", "{\n  \"title\": \"T\"\n}  \r\nBODY", "{\"title\": \"T\"}BODY",
        "<!--{\"title\": \"T\"}-->\nBODY", "<!--{\n  \"title\": \"T\"\n}\n-->\nBODY",
        ";;;\n\"title\": \"T\"\n;;;\nBODY", ";;;;\n\"title\": \"T\"\n;;;;\nBODY",
        "\"title\": \"T\"\n;;;\nBODY", "---json\n{\"title\": \"T\"}\n---\nBODY",
        "--- JSON\n{\"title\": \"T\"}\n---\nBODY", "---\n{\"title\": \"T\"}\n---\nBODY"})
    expect_parts(text, kT, "BODY");
  expect_parts("{\"a\": {\"b\": \"} \\\" }\"}}\n\nBODY", R"({"a":{"b":"} \" }"}})", "\nBODY");
  expect_parts("{}\nBODY", "{}", "BODY");
  expect_parts(";;;\n\n;;;\nBODY", "{}", "BODY");
  expect_parts("---\n{\"title\": \"\\ud83d\\ude00\"}\n---\n", R"({"title":"😀"})", "");
}

TEST(Document, TemplatesAndTextAreNotJson) {
  for (const char* const text : {"{{ template }}\nBODY", "{% raw %}\nBODY", "{: .class }\nBODY",
                                 "<!-- comment -->\nBODY", "<!--{x}-->\nBODY", "[1]\nBODY"})
    expect_parts(text, "{}", text);
}

TEST(Document, UnknownLanguageIsReported) {
  expect_parts("---coffee\ntitle: 'T'\n---\nBODY", "{}", "---coffee\ntitle: 'T'\n---\nBODY",
               "line 1: front matter in an unknown language");
  expect_parts("---text\nBODY", "{}", "---text\nBODY");
}

TEST(Document, EmptyFrontMatter) {
  expect_parts("---\n---\nBODY", "{}", "BODY");
  expect_parts("---\n\n---\nBODY", "{}", "BODY");
  expect_parts("---\n# Do not remove.\n---\nBODY", "{}", "BODY");
}

TEST(Document, NearMissFenceClosesWhenNoExactFenceFollows) {
  expect_parts("---\ntitle: T\n-----\nBODY", kT, "BODY");
  expect_parts("---\ntitle: T\n---BODY", kT, "BODY");
  expect_parts("---\n title: T\n ---\nBODY", kT, "BODY");
  expect_parts("---\ntitle: T\ntext: |\n  ---\n---\nBODY", R"({"title":"T","text":"---\n"})",
               "BODY");
}

TEST(Document, NoFrontMatter) {
  expect_parts("", "{}", "");
  expect_parts("BODY", "{}", "BODY");
  expect_parts(
      "\xEF\xBB\xBF"
      "BODY",
      "{}", "BODY");
  expect_parts("<div>\n</div>", "{}", "<div>\n</div>");
  expect_parts("Heading: one\n---\ntext", "{}", "Heading: one\n---\ntext");
  expect_parts("---\n\nHello\n\n---\n\nWorld", "{}", "---\n\nHello\n\n---\n\nWorld");
  expect_parts("---\nHello world\n\nmore", "{}", "---\nHello world\n\nmore");
}

TEST(Document, BlockThatIsNotMapIsBodyAndReported) {
  expect_parts("---\nHello\n---\nBODY", "{}", "---\nHello\n---\nBODY",
               "line 2: no front matter: not a map of keys");
}

TEST(Document, OpeningFenceIsOptional) {
  expect_parts("title: T\n---\nBODY", kT, "BODY");
  expect_parts("title: T\ntags:\n- a\n  - b\n---\nBODY", R"({"title":"T","tags":["a - b"]})",
               "BODY");
  expect_parts("title: T\nprose\n---\nBODY", "{}", "title: T\nprose\n---\nBODY");
}

TEST(Document, UnclosedFrontMatterIsReported) {
  expect_parts("---\ntitle: T\n\nBODY", kT, "---\ntitle: T\n\nBODY",
               "line 1: front matter is not closed");
  expect_parts("\n+++\ntitle = 'T'\n\nBODY", kT, "\n+++\ntitle = 'T'\n\nBODY",
               "line 2: front matter is not closed");
  expect_parts("{\"title\": \"T\",\n\nBODY", kT, "{\"title\": \"T\",\n\nBODY",
               "line 1: front matter is not closed; line 1: salvaged: malformed JSON: object key - "
               "unexpected end of input");
}

TEST(Document, ProblemLinesAreLinesOfTheFile) {
  expect_parts("\n---\ndate: x\ntitle: a: b\n---\nBODY", R"({"date":"x","title":"a: b"})", "BODY",
               "line 4: salvaged: malformed YAML: a ': ' within a value");
}

// The result for a prefix must be that for the whole text, or that more is needed.
TEST(Document, PrefixGivesSameResultOrAsksForMore) {
  for (const std::string_view text :
       {"\n---\ntitle: T\n---\n\n<div>BODY</div>\n", "title: T\ntags:\n - a\n---\nBODY\nmore\n",
        "BODY\n\nmore\n", "---\ntitle: T\n-----\nBODY\n", "---\ntitle: T\n\nnever closed\n",
        "\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\nBODY\r\n", "+++\ntitle = 'T'\n+++ \nBODY\n",
        "{\n\"title\": \"T\"\n} \r\nBODY\n", "{\n\"title\": \"T\"\n}BODY\n",
        "<!--{\n\"title\": \"T\"\n}\n-->\nBODY\n", "<!--{\n\"title\": \"T\"\n}\n->\nBODY\n",
        ";;;\n\"title\": \"T\"\n;;;\nBODY\n", "{\n\"title\": \"T\",\n\nnever closed\n",
        "{\n\"a\": 1 /* }\n */ }\nBODY\n", "---\rtitle: T\r---\rBODY\r",
        "---\r\r\ntitle: T\r\n---\r\nBODY\n", "{\"title\": \"T\"}\r\nBODY",
        "---coffee\nx\n---\nBODY\n", "---coffee\nx\n"}) {
    const Document whole = *read_document(text, true);
    for (std::size_t size = 0; size < text.size(); ++size) {
      const std::optional<Document> part = read_document(text.substr(0, size), false);
      if (!part) continue;
      EXPECT_EQ(to_json(part->front_matter.fields), to_json(whole.front_matter.fields))
          << text.substr(0, size);
      EXPECT_EQ(part->body, whole.body) << text.substr(0, size);
      EXPECT_EQ(describe(part->front_matter.problems), describe(whole.front_matter.problems));
    }
  }
}

TEST(Document, LineEndsMayBeMixed) {
  expect_parts("---\ntitle: T\r\nauthor: A\r---\r\nBODY\r", R"({"title":"T","author":"A"})",
               "BODY\r");
  expect_parts("---\r\r\ntitle: T\r\r\n---\r\r\nBODY\r\r\n", kT, "\r\nBODY\r\r\n");
  expect_parts("---\ntitle: T\n---\nBODY\rmore", kT, "BODY\rmore");
  expect_parts("---\rtitle: T\r---\rBODY\nmore", kT, "BODY\nmore");
  expect_parts("+++\rtitle = 'T'\r\n+++\rBODY\n", kT, "BODY\n");
  expect_parts("{\r\"title\": \"T\"\n}\rBODY\n", kT, "BODY\n");
  expect_parts("{ // c\r\"title\": \"T\"\n}\r\nBODY", kT, "BODY",
               "line 1: salvaged: malformed JSON: object key - invalid literal");
  const Document document = *read_document("---\r\rtitle: T\r\n---\nBODY", true);
  EXPECT_EQ(document.body_line, 5);
}

TEST(Document, SearchForClosingFenceIsLimited) {
  std::string text = "---\ntitle: T\n";
  while (text.size() < kMaxFrontMatterBytes) text += "# comment\n";
  ASSERT_TRUE(read_document(text, false).has_value());
  EXPECT_EQ(describe(read_document(text + "---\nBODY", true)->front_matter.problems),
            "line 1: front matter is not closed within the first 262144 bytes");
}

TEST(Document, ObjectOfCommentsIsNotFrontMatter) {
  for (const char* const text :
       {"{/* a comment */}\nimport X\n", "{/* it says \"x\" */}\nBODY", "{ // c\n}\nBODY", "{/"})
    expect_parts(text, "{}", text);
  expect_parts("{ /* c */ // d\n \"title\": \"T\" }\nBODY", kT, "BODY",
               "line 1: salvaged: malformed JSON: object key - invalid literal");
}

TEST(Document, KeysAfterBlankLineOfUnclosedFence) {
  const auto read = [](std::string_view text) {
    const Document document = *read_document(text, true);
    return to_json(document.front_matter.fields) + " " + describe(document.front_matter.problems);
  };
  EXPECT_EQ(read("---\n\n# c\ntitle: T\ntags: [a]\n\nbody"),
            R"({"title":"T","tags":["a"]} line 1: front matter is not closed)");
  EXPECT_EQ(read("---\n\nNote: prose below a rule\n\nbody"), "{} ");
  EXPECT_EQ(read("+++\n\ntitle = \"T\"\n\nbody"),
            R"({"title":"T"} line 1: front matter is not closed)");
  EXPECT_EQ(read("+++\nprose\n\nbody"),
            "{} line 1: front matter is not closed; line 2: malformed TOML: key-value pair");
}

}  // namespace
}  // namespace articles
