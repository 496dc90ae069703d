#include "articles/metadata.h"

#include <gtest/gtest.h>

#include "articles/front_matter.h"
#include "articles/json.h"
#include "key_names.h"

namespace articles {
namespace {

struct Reading {
  Metadata metadata;
  std::string error;
};

Reading read(std::string_view block, std::string_view file = "a.md") {
  const FrontMatter front_matter = parse_front_matter(block, 1);
  Problems problems = front_matter.problems;
  Metadata metadata = read_metadata(front_matter.fields, file, Zone(), problems);
  return {std::move(metadata), describe(problems)};
}

TEST(Metadata, NothingSaidIsNothingShown) {
  const Metadata metadata = read("").metadata;
  EXPECT_FALSE(metadata.title || metadata.author || metadata.date || metadata.updated ||
               metadata.headimg || metadata.thumbnail || metadata.comments);
  EXPECT_TRUE(metadata.categories.empty() && metadata.tags.empty());
  EXPECT_FALSE(metadata.draft);
}

TEST(Metadata, TextsAsTyped) {
  const Metadata metadata = read("title: 0123\nauthor: '  x '\nheadimg: ''\nthumbnail:\n").metadata;
  EXPECT_EQ(metadata.title, "0123");
  EXPECT_EQ(metadata.author, "  x ");
  EXPECT_EQ(metadata.headimg, "");
  EXPECT_EQ(metadata.thumbnail, std::nullopt);
}

TEST(Metadata, OtherNamesOfTheSame) {
  EXPECT_EQ(read("Title: T\n").metadata.title, "T");
  EXPECT_EQ(read("authors: [A, {name: B, url: x}]\n").metadata.author, "A, B");
  EXPECT_EQ(read("author: {email: e, name: N}\n").metadata.author, "N");
  EXPECT_EQ(read("pubDate: 2021-08-05\n").metadata.date, 1628121600);
  EXPECT_EQ(read("date_published: 2021-08-05\n").metadata.date, 1628121600);
  EXPECT_EQ(read("last_modified_at: 2021-08-05\n").metadata.updated, 1628121600);
  EXPECT_EQ(json_array(read("category: A\n").metadata.categories), R"(["A"])");
  EXPECT_EQ(json_array(read("keywords: a, b\n").metadata.tags), R"(["a","b"])");
  EXPECT_EQ(read("thumbnail: {src: i.png, alt: x}\n").metadata.thumbnail, "i.png");
  EXPECT_EQ(read("headimg: false\n").metadata.headimg, std::nullopt);
}

TEST(Metadata, ListsAreFlatAndHoldEachOnce) {
  EXPECT_EQ(json_array(read("categories: [[A, B], C, A, '']\n").metadata.categories),
            R"(["A","B","C"])");
  EXPECT_EQ(json_array(read("categories: 'A, B'\n").metadata.categories), R"(["A, B"])");
  EXPECT_EQ(json_array(read("tags: a，b、c；d;e, f\n").metadata.tags),
            R"(["a","b","c","d","e","f"])");
  EXPECT_EQ(json_array(read("tags: ['#a', ' b ', 'c, d', 2021, 1.10, on]\n").metadata.tags),
            R"(["a","b","c, d","2021","1.10","on"])");
}

TEST(Metadata, ADateThatCannotBeReadIsToldAndTheNextNameTried) {
  const Reading reading = read("date: 01/02/2021\ncreated: 2021-08-05\n");
  EXPECT_EQ(reading.metadata.date, 1628121600);
  EXPECT_EQ(reading.error, "line 1: date: an ambiguous date: day and month could change places");
  EXPECT_EQ(read("published: true\n").error, "");
}

TEST(Metadata, Flags) {
  for (const char* const word : {"true", "Yes", "ON", "y", "1", "'true'"})
    EXPECT_EQ(read("comments: " + std::string(word) + "\n").metadata.comments, true) << word;
  for (const char* const word : {"false", "No", "OFF", "n", "0", "'false'"})
    EXPECT_EQ(read("comments: " + std::string(word) + "\n").metadata.comments, false) << word;
  EXPECT_EQ(read("comments: perhaps\n").metadata.comments, std::nullopt);
  EXPECT_TRUE(read("draft: true\n").metadata.draft);
  EXPECT_TRUE(read("published: false\n").metadata.draft);
  EXPECT_FALSE(read("published: 2021-08-05\n").metadata.draft);
  EXPECT_TRUE(read("title: T\n", "source/_drafts/a.md").metadata.draft);
  EXPECT_FALSE(read("title: T\n", "source/my_drafts/a.md").metadata.draft);
}

TEST(KeyNames, AreLowerCaseAndEachColumnHasItsOwn) {
  for (const KeyName& name : kKeyNames) {
    EXPECT_EQ(name.key.find_first_of("-_ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string_view::npos)
        << name.key;
    EXPECT_EQ(known_key(name.key), &name) << name.key << " stands twice";
  }
}

}  // namespace
}  // namespace articles
