// The parsers of front matter take linear time: twice the input never takes three times as long.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "../support/linear_time.h"
#include "articles/document.h"
#include "articles/metadata.h"
#include "front_matter/json_front_matter.h"
#include "front_matter/toml_front_matter.h"
#include "front_matter/yaml_front_matter.h"

namespace articles {
namespace {

// Blocks of a size that are chosen to be slow.
using Shape = std::function<std::string(std::size_t size)>;

std::string repeated(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

Shape repeat(std::string before, std::string unit, std::string after) {
  return [=](std::size_t size) { return before + repeated(unit, size) + after; };
}

// `line` with each '%' replaced by a number, again and again.
Shape numbered(std::string before, std::string line, std::string after = "") {
  return [=](std::size_t size) {
    std::string text = before;
    for (int number = 0; text.size() < size; ++number)
      for (const char c : line)
        if (c == '%')
          text += std::to_string(number);
        else
          text += c;
    return text + after;
  };
}

// The unit repeated in one half, then another in the other half.
Shape halves(std::string first, std::string second) {
  return [=](std::size_t size) { return repeated(first, size / 2) + repeated(second, size / 2); };
}

struct Case {
  const char* name;
  FrontMatter (*parse)(std::string_view block, int first_line);
  Shape shape;
};

// What a query for all columns of the front matter does.
void read_everything(const Case& test, const std::string& block) {
  const FrontMatter front_matter = test.parse(block, 2);
  Problems problems = front_matter.problems;
  Metadata metadata(front_matter.fields, "a.md");
  metadata.title();
  metadata.author();
  metadata.headimg();
  metadata.categories();
  metadata.tags();
  metadata.comments();
  Dates::read(metadata, Zone(), problems);
  EXPECT_LT(describe(problems).size(), 10'000U) << test.name;
}

class FrontMatterScaling : public testing::TestWithParam<Case> {};

TEST_P(FrontMatterScaling, TimeIsLinear) {
  expect_linear_time(
      GetParam().name, GetParam().shape,
      [](const std::string& block) { read_everything(GetParam(), block); }, kMaxFrontMatterBytes);
}

constexpr auto kYaml = parse_yaml_front_matter;
constexpr auto kToml = parse_toml_front_matter;
constexpr auto kJson = parse_json_front_matter;

INSTANTIATE_TEST_SUITE_P(
    Shapes, FrontMatterScaling,
    testing::Values(
        Case{"yaml_keys", kYaml, numbered("", "k%: v\n")},
        Case{"yaml_null_keys", kYaml, numbered("a: 'b\\c'\n", "k%:\n")},
        Case{"yaml_null_keys_malformed", kYaml, numbered("a: b: c\n", "k%:\n")},
        Case{"yaml_same_key", kYaml, repeat("", "a: b\n", "")},
        Case{"yaml_same_title", kYaml, repeat("", "title: @b\n", "")},
        Case{"yaml_spellings_of_title", kYaml, repeat("", "title: a\nTitle: b\n", "")},
        Case{"yaml_spellings_of_date", kYaml,
             [](std::size_t size) {
               std::string text;
               for (std::size_t i = 0; text.size() < size; ++i)
                 text += "d" + std::string(i % 40, '-') + "a" + std::string(i / 40 % 40, '_') +
                         "te: x\n";
               return text;
             }},
        Case{"yaml_title_of_blanks", kYaml, repeat("title: a: b", "\n", "x: 1\n")},
        Case{"yaml_blank_lines", kYaml, repeat("title: a\n", " \n", " x: 1\n")},
        Case{"yaml_long_value_above_lines", kYaml,
             [](std::size_t size) {
               return "a: b" + std::string(size / 2, ' ') + "\n" + repeated(" c\n", size / 2);
             }},
        Case{"yaml_lost_lines", kYaml, repeat("a: b: c\n", "lost\n", "")},
        Case{"yaml_loose_keys", kYaml, repeat("title: a\n", "title:b\n", "")},
        Case{"yaml_tags_in_one_text", kYaml, repeat("tags: ", "a,", "\n")},
        Case{"yaml_tags_in_one_text_quoted", kYaml, repeat("tags: 'x;", "a、", "'\n")},
        Case{"yaml_tags_list", kYaml, numbered("tags: [", "a%,", "]\n")},
        Case{"yaml_tags_block_list", kYaml, numbered("tags:\n", "- a%\n")},
        Case{"yaml_tags_malformed", kYaml, repeat("tags: [", "#a, \"b, ", "\n")},
        Case{"yaml_open_brackets", kYaml, repeat("a: ", "[", "\n")},
        Case{"yaml_open_maps", kYaml, repeat("a: ", "{", "\n")},
        Case{"yaml_lines_of_open_brackets", kYaml, numbered("", "k%: [\n")},
        Case{"yaml_lines_of_open_quotes", kYaml, numbered("", "k%: \"a\n")},
        Case{"yaml_lines_of_single_quotes", kYaml, numbered("", "k%: 'a\nl%: \"b\n")},
        Case{"yaml_brackets_closed_late", kYaml,
             [](std::size_t size) {
               std::string text;
               for (int i = 0; text.size() < size / 2; ++i)
                 text += "k" + std::to_string(i) + ": [\n";
               return text + repeated("]\n", size / 2);
             }},
        Case{"yaml_quotes_and_brackets", kYaml, halves("a: [\"\n", "\"]\n")},
        Case{"yaml_quotes_in_text", kYaml, repeat("title: \"a", " \"b\" c", "\"\n")},
        Case{"yaml_quotes", kYaml, repeat("title: ", "\"", "\n")},
        Case{"yaml_escapes", kYaml, repeat("title: \"", "\\_\\N\\ud83d\\ude00", "\"\n")},
        Case{"yaml_backslashes", kYaml, repeat("title: \"", "\\\\", "\"\n")},
        Case{"yaml_flow_map", kYaml, numbered("a: {", "k%: v, ", "}\n")},
        Case{"yaml_nested_maps", kYaml, numbered("", "k%:\n a: {b: c}\n")},
        Case{"yaml_merge", kYaml, numbered("a: &a {x: 1}\n", "k%:\n  <<: *a\n  y: 1\n")},
        Case{"yaml_anchors", kYaml, numbered("", "k%: &a% b\n")},
        Case{"yaml_comments", kYaml, repeat("a: 'b\n", "# c\n", "")},
        Case{"yaml_tabs", kYaml, repeat("a:\n", "\t- b\n", "")},
        Case{"yaml_controls", kYaml, repeat("a: b\n", "\x01", "\n")},
        Case{"yaml_carriage_returns", kYaml, repeat("a: b\n", "c: d\r", "")},
        Case{"yaml_cr_only", kYaml, numbered("", "k%: d\r")},
        Case{"yaml_invalid_utf8", kYaml, repeat("a: ", "\xFF", "\n")},
        Case{"yaml_nuls", kYaml, repeat("a: ", std::string("\0b", 2), "\n")},
        Case{"yaml_long_key", kYaml, repeat("", "k", ": v\n")},
        Case{"yaml_colons", kYaml, repeat("a: ", "b: ", "\n")},
        Case{"yaml_wide_blanks", kYaml, repeat("title: a: b", "\u3000", "\n")},
        Case{"yaml_authors", kYaml, numbered("authors: [", "{name: n%}, ", "]\n")},
        Case{"yaml_images", kYaml, repeat("a: !!str b\nphotos: [", "~, ", "]\n")},
        Case{"yaml_taxonomies", kYaml, repeat("", "taxonomies: {tags: []}\n", "")},
        Case{"toml_numbers", kToml, repeat("a = [", "1,", "]\n")},
        Case{"toml_numbers_on_lines", kToml, repeat("a = [\n", "1,\n", "]\n")},
        Case{"toml_wide_numbers", kToml, repeat("a = [", "'é', 1,", "]\n")},
        Case{"toml_strings", kToml, repeat("a = [", "'x',", "]\n")},
        Case{"toml_keys", kToml, numbered("", "k% = 1\n")},
        Case{"toml_malformed_keys", kToml, numbered("", "k% = @\n")},
        Case{"toml_duplicate_keys", kToml, repeat("", "k = 1\n", "")},
        Case{"toml_tables", kToml, numbered("", "[t%]\na = 1\n")},
        Case{"toml_arrays_of_tables", kToml, repeat("", "[[t]]\na = 1\n", "")},
        Case{"toml_bad_headers", kToml, numbered("", "[t%\n")},
        Case{"toml_open_strings", kToml, numbered("", "k% = '''a\n")},
        Case{"toml_open_lists", kToml, repeat("", "k = [\n", "")},
        Case{"toml_open_lists_without_keys", kToml, repeat("k = [\n", "@,\n", "")},
        Case{"toml_inline_table", kToml, numbered("a = {", "k% = 1, ", "z = 1}\n")},
        Case{"toml_long_line", kToml, repeat("a = @", " b", "\n")},
        Case{"toml_comments", kToml, repeat("a = @\n", "# c\n", "")},
        Case{"json_keys", kJson, numbered("{", "\"k%\": 1,\n", "\"z\": 1}")},
        Case{"json_same_key", kJson, repeat("{", "\"k\": 1,\n", "\"z\": 1}")},
        Case{"json_malformed_keys", kJson, numbered("{", "\"k%\": @,\n", "\"z\": 1}")},
        Case{"json_comments", kJson, repeat("{", "/* c */ // d\n", "\"z\": 1}")},
        Case{"json_open_comments", kJson, repeat("{\"a\": @,", "/* ", "\"z\": 1}")},
        Case{"json_commas", kJson, repeat("{\"a\": [1", ",", "], \"z\": @}")},
        Case{"json_open_brackets", kJson, numbered("{", "\"k%\": [@\n", "")},
        Case{"json_open_strings", kJson, numbered("{", "\"k%\": \"@\n", "")},
        Case{"json_brackets", kJson, repeat("{\"a\": @, \"b\": ", "[", "")},
        Case{"json_lines_without_members", kJson, repeat("{\"a\": @,\n", "@\n", "}")}),
    [](const testing::TestParamInfo<Case>& test) { return test.param.name; });

// Documents whose fences are hard to find.
TEST(DocumentScaling, TimeIsLinear) {
  const std::pair<std::string, std::string> shapes[] = {{"", "---\n"},
                                                        {"---\n", "a\r"},
                                                        {"---\n", "----- a\n"},
                                                        {"", "a: b\n"},
                                                        {"", "\n"},
                                                        {"", "\r"},
                                                        {"{", "/* */"},
                                                        {"{", "/*"},
                                                        {"{\"", "\\"},
                                                        {"<!--{\"a\": ", "{"},
                                                        {"+++\n", "++"},
                                                        {"---json\n", "{"},
                                                        {"\xEF\xBB\xBF", "\xEF\xBB\xBF"}};
  for (const auto& [before, unit] : shapes)
    expect_linear_time(
        "'" + unit + "' repeated", repeat(before, unit, ""),
        [](const std::string& text) { static_cast<void>(read_document(text, true)); },
        kMaxFrontMatterBytes);
}

}  // namespace
}  // namespace articles
