#include "front_matter/yaml_front_matter.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

struct Reading {
  std::string json;
  std::string error;
};

Reading read(std::string_view block) {
  const FrontMatter front_matter = parse_yaml_front_matter(block, 2);
  return {to_json(front_matter.fields), describe(front_matter.problems)};
}

std::string json_of(std::string_view block) {
  return read(block).json;
}

TEST(YamlFrontMatter, KeepsOrderAndScalarsAsTyped) {
  const Reading reading = read(
      "z: 1.10\na: '2021'\nb: 0123\nc: yes\nd: 12:30\ne: 2021-08-05 23:52:10\nf: true\ng: "
      "~\nh:\ni: null\nj: \"null\"\n");
  EXPECT_EQ(
      reading.json,
      R"({"z":1.10,"a":"2021","b":"0123","c":"yes","d":"12:30","e":"2021-08-05 23:52:10","f":true,"g":null,"h":null,"i":null,"j":"null"})");
  EXPECT_EQ(reading.error, "");
}

TEST(YamlFrontMatter, EscapesAreDecoded) {
  EXPECT_EQ(json_of("title: \"a\\_b\\Nc\"\n"), "{\"title\":\"a\u00A0b\u0085c\"}");
  EXPECT_EQ(json_of("title: \"\\ud83d\\uDE00 \\u4e2d\\\\_\"\n"),
            "{\"title\":\"\U0001F600 \u4E2D\\\\_\"}");
  EXPECT_EQ(json_of("a: [\"\\_\", {b: \"\\N\"}]\n"), "{\"a\":[\"\u00A0\",{\"b\":\"\u0085\"}]}");
  EXPECT_EQ(json_of("\"k\\_\": v\n"), "{\"k\u00A0\":\"v\"}");
  EXPECT_EQ(json_of("a: \"\\ud83d\\ude00\"\nb: 'c\\_d'\ne: f\\Ng\\ud83d\\ude00\nh: |\n  \\_\n"),
            "{\"a\":\"\U0001F600\",\"b\":\"c\\\\_d\",\"e\":\"f\\\\Ng\\\\ud83d\\\\ude00\","
            "\"h\":\"\\\\_\\n\"}")
      << "outside double quotes a backslash is text";
  EXPECT_EQ(json_of("a: \"\\_ \\ue000 \uE000\"\n"), "{\"a\":\"\u00A0 \uE000 \uE000\"}");
  EXPECT_EQ(read("a: \"\\_\"\n").error, "");
}

TEST(YamlFrontMatter, OnlyLowerCaseNullIsNull) {
  EXPECT_EQ(json_of("a: [NULL, Null, null, ~, nULL]\nb: NULL\nc: Null\nd: null\n"),
            R"({"a":["NULL","Null",null,null,"nULL"],"b":"NULL","c":"Null","d":null})");
  EXPECT_EQ(json_of("- Null\n"), "null");
  EXPECT_EQ(json_of("a:\nNull: b\nc: {NULL: d}\n"), R"({"a":null,"Null":"b","c":{"NULL":"d"}})");
  EXPECT_EQ(json_of("a: !!str NULL\nb: 'Null'\nc:\n- Null # x\n- NULL\n"),
            R"({"a":"NULL","b":"Null","c":["Null","NULL"]})");
}

TEST(YamlFrontMatter, ValueMayGoOnAtTheMargin) {
  const Reading quoted = read("description: \"one\nNote: two\"\ntitle: T\n");
  EXPECT_EQ(quoted.json, R"({"description":"one Note: two","title":"T"})");
  EXPECT_EQ(quoted.error, "");
  EXPECT_EQ(json_of("cover: {image: a,\nalt: b}\ntags: ['x',\ny: z]\n"),
            R"({"cover":{"image":"a","alt":"b"},"tags":["x",{"y":"z"}]})");
}

TEST(YamlFrontMatter, NestedValues) {
  EXPECT_EQ(json_of("a:\n  b: [1, {c: d}]\n  e: |\n    x\n    y\nf: >\n  g\n  h\n"),
            R"({"a":{"b":[1,{"c":"d"}],"e":"x\ny\n"},"f":"g h\n"})");
}

TEST(YamlFrontMatter, EmptyBlockIsEmptyMap) {
  EXPECT_EQ(json_of(""), "{}");
  EXPECT_EQ(json_of("# only a comment\n"), "{}");
}

TEST(YamlFrontMatter, FieldsAreNullIfBlockIsNotMap) {
  const Reading scalar = read("Hello\n");
  EXPECT_EQ(scalar.json, "null");
  EXPECT_EQ(scalar.error, "line 2: not a map of keys");
  EXPECT_EQ(json_of("- a\n- b\n"), "null");
}

TEST(YamlFrontMatter, AnchorsAliasesAndMergeKeys) {
  EXPECT_EQ(json_of("a: &x [1, 2]\nb: *x\n"), R"({"a":[1,2],"b":[1,2]})");
  EXPECT_EQ(json_of("base: &x {k: 1, l: 2}\nd:\n  <<: *x\n  l: 3\n"),
            R"({"base":{"k":1,"l":2},"d":{"l":3,"k":1}})");
}

TEST(YamlFrontMatter, AliasCyclesAndBombsAreReported) {
  EXPECT_EQ(read("a: &x [*x]\n").error, "line 2: malformed YAML: an alias within its own anchor");
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 0; j < 8; ++j) bomb += ", " + last;
    bomb += "]\n";
  }
  const Reading reading = read(bomb);
  EXPECT_LT(reading.json.size(), 20'000U);
  EXPECT_NE(reading.error.find("malformed YAML"), std::string::npos);
}

TEST(YamlFrontMatter, ReasonDoesNotQuoteTheFile) {
  EXPECT_EQ(read("title: \"a \\中\"\n").error,
            "line 2: salvaged: malformed YAML: an unknown escape");
  EXPECT_EQ(read("title: \"\\ud83d\"\n").error,
            "line 2: salvaged: malformed YAML: an escape that is not a character");
}

TEST(YamlFrontMatter, NestedAnchorsAreLimited) {
  std::string block = "title: T\na: ";
  for (int i = 0; i < 90; ++i) block += "&a" + std::to_string(i) + " [";
  for (int i = 0; i < 5000; ++i) block += "x, ";
  const Reading reading = read(block + std::string(90, ']') + "\n");
  EXPECT_EQ(reading.json.rfind(R"({"title":"T","a":"&a0 [)", 0), 0U) << reading.json.substr(0, 80);
  EXPECT_EQ(reading.error, "line 3: malformed YAML: anchors within anchors hold too many values");
}

TEST(YamlFrontMatter, NestingIsLimited) {
  const std::string deep = "a: " + std::string(5000, '[') + std::string(5000, ']') + "\ntitle: T\n";
  const FrontMatter front_matter = parse_yaml_front_matter(deep, 1);
  ASSERT_NE(front_matter.fields.find("title"), nullptr);
  EXPECT_EQ(front_matter.fields.find("title")->text, "T");
}

TEST(YamlFrontMatter, LastNonNullValueOfDuplicateKeyWins) {
  const Reading reading = read("title: A\ndate: x\ntitle: B\ntitle:\n");
  EXPECT_EQ(reading.json, R"({"title":"B","date":"x"})");
  EXPECT_EQ(
      reading.error,
      "line 4: 'title' occurs twice: the last value counts; line 5: 'title' occurs twice: the "
      "last value counts");
}

TEST(YamlFrontMatter, InvalidUtf8AndNulsAreReplacedAndReported) {
  const Reading latin = read("title: caf\xE9\n");
  EXPECT_EQ(latin.json, "{\"title\":\"caf\uFFFD\"}");
  EXPECT_EQ(latin.error, "line 2: not UTF-8");
  const Reading nul = read(std::string_view("a: 1\ntitle: a\0b\n", 16));
  EXPECT_EQ(nul.json, R"({"a":1,"title":"ab"})");
  EXPECT_EQ(nul.error, "line 3: salvaged: a NUL character");
}

// Lines of real files, each followed by a date and tags, and the title that a person reads.
struct Malformed {
  const char* line;
  const char* title;
};

class MalformedTitle : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedTitle, IsSalvaged) {
  const std::string block =
      std::string(GetParam().line) + "\ndate: 2021-08-05 23:52:10\ntags: [a]\n";
  const FrontMatter front_matter = parse_yaml_front_matter(block, 2);
  ASSERT_EQ(front_matter.fields.members.size(), 3U) << to_json(front_matter.fields);
  EXPECT_EQ(front_matter.fields.members[0].key, "title");
  EXPECT_EQ(front_matter.fields.members[0].value.text, GetParam().title);
  EXPECT_EQ(to_json(front_matter.fields.members[1].value), "\"2021-08-05 23:52:10\"");
  EXPECT_EQ(to_json(front_matter.fields.members[2].value), "[\"a\"]");
  const std::string error = describe(front_matter.problems);
  EXPECT_EQ(error.rfind("line 2: salvaged: ", 0), 0U) << error;
}

INSTANTIATE_TEST_SUITE_P(
    Facts, MalformedTitle,
    testing::Values(
        Malformed{"title: Foo: bar baz", "Foo: bar baz"},
        Malformed{R"(title: "He said "hi" there")", R"(He said "hi" there)"},
        Malformed{R"(title: "Quoted" and more)", R"("Quoted" and more)"},
        Malformed{"title: 'It's fine'", "It's fine"}, Malformed{R"(title: """Hello""")", "Hello"},
        Malformed{R"(title: """""""""'有点急'""""""""")", "有点急"},
        Malformed{R"(title: """""""""""'谁发明了AI？'""""""""""")", "谁发明了AI？"},
        Malformed{"title: @user", "@user"}, Malformed{"title: %50 off", "%50 off"},
        Malformed{"title: `code`", "`code`"}, Malformed{"title: *bold* text", "*bold* text"},
        Malformed{"title: &nbsp;x", "&nbsp;x"},
        Malformed{"title: !important note", "!important note"},
        Malformed{"title: [Repost] Hello", "[Repost] Hello"},
        Malformed{"title: {x} hello", "{x} hello"},
        Malformed{"title: {{ page.title }}", "{{ page.title }}"},
        Malformed{"title: #1 thing", "#1 thing"}, Malformed{"title:T", "T"},
        Malformed{R"(title: "abc)", "abc"}, Malformed{R"(title: "C:\path")", R"(C:\path)"},
        Malformed{"title:\xC2\xA0T", "T"}, Malformed{"title：T", "T"},
        Malformed{"title: - hello", "- hello"}, Malformed{"title: | hello", "| hello"},
        Malformed{"title: , hello", ", hello"},
        Malformed{"title: “Hello”: world", "“Hello”: world"}));

TEST(Salvage, ValueMayGoOnAtTheMargin) {
  const Reading quoted = read(
      "title: a: b\ndescription: \"one\nNote: two\nthree\"\nauthor: 'x\n''y'': z' # c\ndate: x\n");
  EXPECT_EQ(
      quoted.json,
      R"({"title":"a: b","description":"one Note: two three","author":"x 'y': z","date":"x"})");
  EXPECT_EQ(quoted.error, "line 2: salvaged: malformed YAML: a ': ' within a value");
  EXPECT_EQ(json_of("title: a: b\ncover: {image: a,\nalt: [b]}\ntags: [c]\n"),
            R"({"title":"a: b","cover":{"image":"a","alt":["b"]},"tags":["c"]})");
  const Reading open = read("title: a: b\nsub: \"one\ndate: \"two\"\n");
  EXPECT_EQ(open.json, R"({"title":"a: b","sub":"one","date":"two"})")
      << "nothing closes the quote";
}

TEST(Salvage, ProblemsStateKeyAndValue) {
  const Problems problems = parse_yaml_front_matter("title: a: b\nx: 1\nx: 2\n", 2).problems;
  EXPECT_EQ(to_json(problems), R"([{"line":4,"kind":"lost","key":"x","value":"2",)"
                               R"("reason":"'x' occurs twice: the last value counts"},)"
                               R"({"line":2,"kind":"salvaged","key":"title","value":"a: b",)"
                               R"("reason":"malformed YAML: a ': ' within a value"}])");
}

TEST(Salvage, QuotesOfSeveralTextsStay) {
  for (const char* const typed :
       {R"("A" vs "B")", R"("A", "B")", R"('A' or 'B')", R"("A" "B" "C")", R"("A"/"B")"}) {
    const FrontMatter front_matter =
        parse_yaml_front_matter("title: " + std::string(typed) + "\nauthor: x\n", 1);
    ASSERT_NE(front_matter.fields.find("title"), nullptr);
    EXPECT_EQ(front_matter.fields.find("title")->text, typed);
  }
  EXPECT_EQ(json_of("author: \"A\", \"B\"\n"), R"({"author":"\"A\", \"B\""})");
  EXPECT_EQ(json_of("title: \"He said \"hi\"\"\n"), R"({"title":"He said \"hi\""})");
  EXPECT_EQ(json_of("title: \"\"A\" is a letter\"\n"), R"({"title":"\"A\" is a letter"})");
  EXPECT_EQ(json_of("title: '中'文'字'\n"), R"({"title":"中'文'字"})");
}

TEST(Salvage, ValidYamlIsUnchanged) {
  for (const char* const line :
       {"title: Foo:bar http://x.y/z", "title:\tT", "title: 标题：副标题", "title: \"a\\u4e2d\""}) {
    const Reading reading = read(std::string(line) + "\ndate: 2021-08-05\n");
    EXPECT_EQ(reading.error, "") << line;
  }
  EXPECT_EQ(json_of("title: C# and #1 thing\n"), R"({"title":"C# and"})")
      << "YAML defines this as a comment";
  EXPECT_EQ(json_of("title: # to be written\n"), R"({"title":null})");
}

TEST(Salvage, BadLineDoesNotAffectOtherLines) {
  const Reading reading =
      read("title: a: b\ncategories:\n  - x\n  - y\nnested:\n  k: [1, 2]\nlast: |\n  text\n");
  EXPECT_EQ(reading.json,
            R"({"title":"a: b","categories":["x","y"],"nested":{"k":[1,2]},"last":"text\n"})");
  EXPECT_EQ(reading.error, "line 2: salvaged: malformed YAML: a ': ' within a value");
}

TEST(Salvage, MalformedListsAreSplit) {
  EXPECT_EQ(json_of("title: T\ncategories: [a, b\n"), R"({"title":"T","categories":["a","b"]})");
  EXPECT_EQ(json_of("title: T\ntags: [#a, #b]\n"), R"({"title":"T","tags":["a","b"]})");
  EXPECT_EQ(json_of("tags:\n  - a: b: c\n  - @x\n"), R"({"tags":["a: b: c","@x"]})");
}

TEST(Salvage, TabIndentsAreReplaced) {
  const Reading reading = read("title: T\ntags:\n\t- a\n\t- b\n");
  EXPECT_EQ(reading.json, R"({"title":"T","tags":["a","b"]})");
  EXPECT_EQ(reading.error.rfind("line ", 0), 0U);
  EXPECT_NE(reading.error.find("salvaged"), std::string::npos);
}

TEST(Salvage, PercentLineIsNotTakenForDirective) {
  const Reading reading = read("# x\n%a: 1\ntitle: T\n");
  EXPECT_EQ(reading.json, R"({"title":"T"})");
  EXPECT_EQ(reading.error, "line 3: malformed YAML: this line belongs to no key");
}

TEST(Salvage, LineWithoutKeyIsReportedAsLost) {
  const Reading between = read("title: T\nfoo bar\ndate: 2021-08-05\n");
  EXPECT_EQ(between.json, R"({"title":"T","date":"2021-08-05"})");
  EXPECT_EQ(between.error, "line 3: malformed YAML: this line belongs to no key");
  const Reading last = read("title: T\nfoo bar\n");
  EXPECT_EQ(last.json, R"({"title":"T"})") << "yaml-cpp takes the line for a key";
  EXPECT_EQ(last.error, "line 3: malformed YAML: this line belongs to no key");
}

TEST(Salvage, IndentedLinesBelowLostLineAreLost) {
  const Reading reading = read("title: T\n\nprose\n\n  more\ntags: [a]\n--- x\n");
  EXPECT_EQ(reading.json, R"({"title":"T","tags":["a"]})");
  EXPECT_EQ(reading.error,
            "line 4: malformed YAML: this line belongs to no key; line 6: malformed YAML: this "
            "line belongs to no key; line 8: malformed YAML: this line belongs to no key");
}

TEST(YamlFrontMatter, FlowMapIsRead) {
  EXPECT_EQ(json_of("{title: a}\n"), R"({"title":"a"})");
  const Reading reading = read("{\n  \"title\": \"a\",\n  \"n\": 1\n}\n");
  EXPECT_EQ(reading.json, R"({"title":"a","n":1})");
  EXPECT_EQ(reading.error, "");
}

TEST(YamlFrontMatter, TextThatYamlReadsAsNullIsKept) {
  const Reading reading = read(
      "description: &nbsp;text\nsubtitle: #1 thing\na: null # c\nb: # c\nc: ~\nd: &x\n  e: 1\n");
  EXPECT_EQ(reading.json, R"({"description":"&nbsp;text","subtitle":"#1 thing","a":null,"b":null,)"
                          R"("c":null,"d":{"e":1}})");
  EXPECT_EQ(reading.error,
            "line 2: salvaged: 'description' is not text in YAML: taken as typed; "
            "line 3: salvaged: 'subtitle' is not text in YAML: taken as typed");
}

TEST(YamlFrontMatter, ExpandedAliasesCountTowardsNesting) {
  const auto brackets = [](std::size_t count, const std::string& inside) {
    return std::string(count, '[') + inside + std::string(count, ']');
  };
  EXPECT_EQ(read("a: &a " + brackets(60, "1") + "\nb: " + brackets(39, "*a") + "\n").error, "");
  EXPECT_EQ(read("a: &a " + brackets(60, "1") + "\nb: " + brackets(40, "*a") + "\n").error,
            "line 3: malformed YAML: an alias whose anchor is missing");
}

TEST(Salvage, AliasIsReportedAsLost) {
  const Reading reading = read("title: \"a \"b\" c\"\nd: &d {a: 1}\nother: *d\n");
  EXPECT_EQ(reading.json.substr(0, 24), R"({"title":"a \"b\" c","d")");
  EXPECT_EQ(reading.error.substr(0, 8), "line 4: ");
  EXPECT_EQ(reading.error.find("line 4: salvaged"), std::string::npos);
}

TEST(Salvage, LastKeyWithoutBlankAfterColonIsRead) {
  const Reading ascii = read("title: T\ndate:2021-08-05\n");
  EXPECT_EQ(ascii.json, R"({"title":"T","date":"2021-08-05"})");
  EXPECT_EQ(ascii.error, "line 3: salvaged: malformed YAML: not a key and a value");
  EXPECT_EQ(json_of("date: 2021-08-05\ntitle：T\n"), R"({"date":"2021-08-05","title":"T"})");
  EXPECT_EQ(json_of("title: T\ndraft:true\n"), R"({"title":"T","draft":"true"})");
}

TEST(Salvage, CharacterReferenceIsNotAnAnchor) {
  const Reading reading = read("title: &ldquo;Hello&rdquo; world\nauthor: &nbsp; Bob Foo\n");
  EXPECT_EQ(reading.json, R"({"title":"&ldquo;Hello&rdquo; world","author":"&nbsp; Bob Foo"})");
  EXPECT_EQ(reading.error,
            "line 2: salvaged: 'title' is not text in YAML: taken as typed; line 3: salvaged: "
            "'author' is not text in YAML: taken as typed");
  EXPECT_EQ(json_of("title: &t T\nsub: *t\n"), R"({"title":"T","sub":"T"})");
}

TEST(Salvage, KeyIndentedBelowPlainValueIsRead) {
  const Reading reading = read("title: T\n date: 2021-08-05\n\tdraft: true\ntags: [a]\n");
  EXPECT_EQ(reading.json, R"({"title":"T","date":"2021-08-05","draft":true,"tags":["a"]})");
  EXPECT_EQ(reading.error.substr(0, 16), "line 3: salvaged");
}

TEST(Salvage, MalformedBlockListsAreRead) {
  EXPECT_EQ(json_of("tags:\n  - a\n  -b\n  - c\n"), R"({"tags":["a","b","c"]})");
  EXPECT_EQ(json_of("tags: - a\n- b\n"), R"({"tags":["a","b"]})");
  EXPECT_EQ(json_of("tags: - a\n"), R"({"tags":["a"]})");
}

TEST(Salvage, BlockScalarHeaderIsNotText) {
  EXPECT_EQ(json_of("title: |-\n   T\n  U\n"), R"({"title":"T U"})");
}

TEST(Salvage, JsonBetweenYamlFencesIsRead) {
  const Reading reading = read("{\n\"title\": \"T\",\n\"e\": \"\\ud83d\\ude00\",\n}\n");
  EXPECT_EQ(reading.json, "{\"title\":\"T\",\"e\":\"\xF0\x9F\x98\x80\"}");
  EXPECT_EQ(reading.error, "") << "YAML allows the last comma";
  EXPECT_EQ(read("{\n\"title\": \"T\" \"e\": 1\n}\n").error,
            "line 3: salvaged: malformed JSON: value - unexpected string literal");
}

TEST(Salvage, UnclosedQuoteDoesNotHideKeysBelow) {
  const Reading reading = read("title: \"abc\ndate: 2021-08-05\ntags: [a]\n");
  EXPECT_EQ(reading.json, R"({"title":"abc","date":"2021-08-05","tags":["a"]})");
  EXPECT_EQ(reading.error, "line 2: salvaged: malformed YAML: a quote that is not closed");
}

}  // namespace
}  // namespace articles
