#include "articles/metadata.h"

#include <gtest/gtest.h>

#include "base/json.h"
#include "front_matter/field_aliases.h"
#include "front_matter/yaml_front_matter.h"

namespace articles {
namespace {

// What Metadata and Dates return for a block.
struct Reading {
  std::optional<std::string> title, author, headimg, thumbnail;
  std::vector<std::string> categories, tags;
  std::optional<bool> comments;
  bool draft = false;
  Dates dates;
  std::string error;
};

Reading read(std::string_view block, std::string_view file = "a.md") {
  const FrontMatter front_matter = parse_yaml_front_matter(block, 1);
  Problems problems = front_matter.problems;
  Metadata metadata(front_matter.fields, file);
  Reading reading;
  reading.title = metadata.title();
  reading.author = metadata.author();
  reading.headimg = metadata.headimg();
  reading.thumbnail = metadata.thumbnail();
  reading.categories = metadata.categories();
  reading.tags = metadata.tags();
  reading.comments = metadata.comments();
  reading.draft = metadata.draft();
  reading.dates = Dates::read(metadata, Zone(), problems);
  reading.error = describe(problems);
  return reading;
}

TEST(Metadata, InvisibleCharactersAroundKeyAreIgnored) {
  for (const std::string_view blank : {"\u00A0", "\u3000", "\u200B", "\uFEFF"}) {
    EXPECT_EQ(read("a: b\n" + std::string(blank) + "title: T\n").title, "T") << blank;
    EXPECT_EQ(read("title" + std::string(blank) + ": T\n").title, "T") << blank;
  }
}

TEST(Metadata, TaxonomiesOfZolaAreRead) {
  const Reading zola = read("taxonomies:\n  tags: [a, b]\n  categories: [c]\n");
  EXPECT_EQ(zola.tags, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(zola.categories, std::vector<std::string>{"c"});
  EXPECT_EQ(read("tags: x\ntaxonomies: {tags: [a]}\n").tags, std::vector<std::string>{"x"});
  EXPECT_TRUE(read("taxonomies: [tags]\n").tags.empty());
  EXPECT_TRUE(read("taxonomies: {taxonomies: {}}\n").tags.empty());
}

TEST(Metadata, DateInPathIsUsedLast) {
  const auto date = [](std::string_view block, std::string_view file = "a.md") {
    const Reading reading = read(block, file);
    EXPECT_EQ(reading.error, "");
    return reading.dates.date ? format_date(*reading.dates.date) : "";
  };
  EXPECT_EQ(date("path: 2017/06/27/name\n"), "2017-06-27 00:00:00");
  EXPECT_EQ(date("path: /inside/2017/06/27/name/\n"), "2017-06-27 00:00:00");
  EXPECT_EQ(date("path: 2017/06/27/name\n", "2018-01-02-name.md"), "2018-01-02 00:00:00");
  EXPECT_EQ(date("path: 2017/06/27/name\ndate: 2019-01-02\n"), "2019-01-02 00:00:00");
  for (const char* const path :
       {"2017/06/27", "2017/06/27/", "2017/06/name", "2017/13/27/name", "12017/06/27/name",
        "v2017/06/27/name", "2017-06-27/name", "[2017/06/27/name]"})
    EXPECT_EQ(date("path: " + std::string(path) + '\n'), "") << path;
  const Reading bad = read("date: soon\npath: 2017/06/27/name\n");
  EXPECT_FALSE(bad.dates.date.has_value())
      << "an unreadable date is an error; no other date replaces it";
}

TEST(Metadata, MissingKeysGiveNoValues) {
  const Reading metadata = read("");
  EXPECT_FALSE(metadata.title || metadata.author || metadata.dates.date || metadata.dates.updated ||
               metadata.headimg || metadata.thumbnail || metadata.comments);
  EXPECT_TRUE(metadata.categories.empty() && metadata.tags.empty());
  EXPECT_FALSE(metadata.draft);
}

TEST(Metadata, TextIsAsTyped) {
  const Reading metadata = read("title: 0123\nauthor: '  x '\nheadimg: ''\nthumbnail:\n");
  EXPECT_EQ(metadata.title, "0123");
  EXPECT_EQ(metadata.author, "  x ");
  EXPECT_EQ(metadata.headimg, "");
  EXPECT_EQ(metadata.thumbnail, std::nullopt);
}

TEST(Metadata, AliasesAreRead) {
  EXPECT_EQ(read("Title: T\n").title, "T");
  EXPECT_EQ(read("authors: [A, {name: B, url: x}]\n").author, "A, B");
  EXPECT_EQ(read("author: {email: e, name: N}\n").author, "N");
  EXPECT_EQ(read("pubDate: 2021-08-05\n").dates.date, 1628121600);
  EXPECT_EQ(read("date_published: 2021-08-05\n").dates.date, 1628121600);
  EXPECT_EQ(read("last_modified_at: 2021-08-05\n").dates.updated, 1628121600);
  EXPECT_EQ(json_array(read("category: A\n").categories), R"(["A"])");
  EXPECT_EQ(json_array(read("keywords: a, b\n").tags), R"(["a","b"])");
  EXPECT_EQ(read("thumbnail: {src: i.png, alt: x}\n").thumbnail, "i.png");
  EXPECT_EQ(read("headimg: false\n").headimg, std::nullopt);
  EXPECT_EQ(read("headimg: false\ncover: {image: x, url: c.png}\n").headimg, "c.png");
  EXPECT_EQ(read("photos: [~, a.png, b.png]\n").headimg, "a.png");
  EXPECT_EQ(read("photos: []\n").headimg, std::nullopt);
}

TEST(Metadata, AliasesOfDatesAreRead) {
  for (const char* const key : {"date created", "date-created", "dateCreated", "Date_Created",
                                "pubDatetime", "pub date", "created at", "published at"})
    EXPECT_EQ(read(std::string(key) + ": 2021-08-05\n").dates.date, 1628121600) << key;
  for (const char* const key : {"date modified", "dateModified", "date-modified", "modDatetime",
                                "last modified", "last mod"})
    EXPECT_EQ(read(std::string(key) + ": 2021-08-05\n").dates.updated, 1628121600) << key;
  EXPECT_EQ(read("date: NULL\n").error, "");
  EXPECT_EQ(read("date: Null\ncreated: 2021-08-05\n").dates.date, 1628121600);
}

TEST(Metadata, EmptyListHidesTheNextKey) {
  EXPECT_TRUE(read("tags: []\nkeywords: a, b\n").tags.empty());
  EXPECT_TRUE(read("tags: []\ntaxonomies: {tags: [a]}\n").tags.empty());
  EXPECT_TRUE(read("categories: []\ncategory: a\n").categories.empty());
  EXPECT_EQ(json_array(read("tags:\nkeywords: a, b\n").tags), R"(["a","b"])");
  EXPECT_EQ(json_array(read("tags: ''\nkeywords: a, b\n").tags), R"(["a","b"])");
}

TEST(Metadata, ImageAddressIsFoundInMaps) {
  for (const char* const key : {"src", "url", "path", "image", "file", "filename", "feature"})
    EXPECT_EQ(read("cover: {alt: x, " + std::string(key) + ": /a.png}\n").headimg, "/a.png") << key;
  EXPECT_EQ(read("cover: {image: '', url: /b.png}\n").headimg, "/b.png");
  EXPECT_EQ(read("cover: {image: '', alt: x}\n").headimg, std::nullopt);
  EXPECT_EQ(read("cover: {image: }\nbanner: /c.png\n").headimg, "/c.png");
  EXPECT_EQ(read("cover: ''\nimage: /d.png\n").headimg, "/d.png");
  EXPECT_EQ(read("cover: ''\nimage: ''\n").headimg, "");
  EXPECT_EQ(read("thumbnail: ''\nthumb: {file: t.png}\n").thumbnail, "t.png");
}

TEST(Metadata, MapInListGivesItsLabel) {
  EXPECT_EQ(json_array(read("tags: [{label: Foo, permalink: /foo}, Bar]\n").tags),
            R"(["Foo","Bar"])");
  EXPECT_EQ(json_array(read("tags:\n  - id: 1\n    name: Foo\n    slug: foo\n").tags),
            R"(["Foo"])");
  EXPECT_EQ(json_array(read("categories: [{title: A, slug: a}, {slug: b}]\n").categories),
            R"(["A","b"])");
  EXPECT_EQ(json_array(read("categories: [{key: A}]\n").categories), R"(["A"])");
  EXPECT_EQ(json_array(read("categories: {name: A, slug: a}\n").categories), R"(["A"])");
}

TEST(Metadata, ExactKeyIsPreferredToOtherSpellings) {
  EXPECT_EQ(read("Title: A\ntitle: B\nTITLE: C\n").title, "B");
  EXPECT_EQ(read("TITLE: C\nTitle: A\n").title, "C");
}

TEST(Metadata, ListsAreFlatWithoutDuplicates) {
  EXPECT_EQ(json_array(read("categories: [[A, B], C, A, '']\n").categories), R"(["A","B","C"])");
  EXPECT_EQ(json_array(read("categories: 'A, B'\n").categories), R"(["A, B"])");
  EXPECT_EQ(json_array(read("tags: a，b、c；d;e, f\n").tags), R"(["a","b","c","d","e","f"])");
  EXPECT_EQ(json_array(read("tags: ['#a', ' b ', 'c, d', 2021, 1.10, on]\n").tags),
            R"(["a","b","c, d","2021","1.10","on"])");
}

TEST(Metadata, UnreadableDateIsReportedAndNextKeyTried) {
  const Reading reading = read("date: 01/02/2021\ncreated: 2021-08-05\n");
  EXPECT_EQ(reading.dates.date, 1628121600);
  EXPECT_EQ(reading.error,
            "line 1: 'date' is an ambiguous date: day and month could change places: '01/02/2021'");
  EXPECT_EQ(read("published: true\n").error, "");
  EXPECT_EQ(read("date: no\n").error, "line 1: 'date' is not a date in a known form: 'no'");
}

TEST(Metadata, FlagsAreReadFromUsualWords) {
  for (const char* const word : {"true", "Yes", "ON", "y", "1", "'true'"})
    EXPECT_EQ(read("comments: " + std::string(word) + "\n").comments, true) << word;
  for (const char* const word : {"false", "No", "OFF", "n", "0", "'false'"})
    EXPECT_EQ(read("comments: " + std::string(word) + "\n").comments, false) << word;
  EXPECT_EQ(read("comments: perhaps\n").comments, std::nullopt);
  EXPECT_TRUE(read("draft: true\n").draft);
  EXPECT_TRUE(read("published: false\n").draft);
  EXPECT_FALSE(read("published: 2021-08-05\n").draft);
  EXPECT_TRUE(read("title: T\n", "source/_drafts/a.md").draft);
  EXPECT_FALSE(read("title: T\n", "source/my_drafts/a.md").draft);
}

TEST(FieldAliases, AreLowerCaseAndUnique) {
  for (const FieldAlias& name : kFieldAliases) {
    EXPECT_EQ(name.key.find_first_of("-_ABCDEFGHIJKLMNOPQRSTUVWXYZ"), std::string_view::npos)
        << name.key;
    EXPECT_EQ(find_alias(name.key), &name) << name.key << " occurs twice";
  }
}

}  // namespace
}  // namespace articles
