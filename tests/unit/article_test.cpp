#include "articles/article.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>

#include "../support/temp_folder.h"
#include "articles/corpus.h"
#include "articles/error.h"

namespace articles {
namespace {

namespace fs = std::filesystem;

class ArticleTest : public TempFolder {
 protected:
  // The only article of the corpus, whose file holds `content`.
  Article& article(const std::string& content, const std::string& name = "a.md") {
    std::ofstream(root_ / name, std::ios::binary) << content;
    scan_.emplace(root_.string(), options_, Selection{});
    EXPECT_TRUE(scan_->next());
    return scan_->article();
  }

  CorpusOptions options_;
  std::optional<Scan> scan_;
};

TEST_F(ArticleTest, GivesItsParts) {
  Article& one = article("---\ntitle: T\n---\n<p>a</p><p><span id=stock_sz300959>b</span></p>\n");
  EXPECT_EQ(one.file(), "a.md");
  EXPECT_EQ(one.metadata()->title(), "T");
  EXPECT_EQ(to_json(*one.front_matter()), R"({"title":"T"})");
  EXPECT_EQ(one.body(), "<p>a</p><p><span id=stock_sz300959>b</span></p>\n");
  EXPECT_EQ(one.text(), "a\n\nb");
  EXPECT_EQ(*one.stocks(), std::vector<std::string>{"sz300959"});
  EXPECT_EQ(describe(one.problems()), "");
}

// prepare() closes the file once it has the head.
TEST_F(ArticleTest, BodyIsReadLaterIfFileStillBeginsWithItsHead) {
  const std::string head = "---\ntitle: old\n---\n" + std::string(5'000, 'x');
  const auto text_after = [&](const std::function<void(const fs::path&)>& change) {
    Article& one = article(head + "old");
    one.prepare(static_cast<Parts>(Part::Head));
    change(root_ / "a.md");
    EXPECT_EQ(one.metadata()->title(), "old");
    const std::optional<std::string_view> body = one.body();
    return body ? std::string(body->substr(body->size() - 3)) : describe(one.problems());
  };
  EXPECT_EQ(text_after([](const fs::path&) {}), "old");
  EXPECT_EQ(text_after([](const fs::path& file) {
              fs::permissions(file, fs::perms::owner_read);
              fs::permissions(file, fs::perms::owner_all);
            }),
            "old");
  EXPECT_EQ(text_after([&](const fs::path& file) { std::ofstream(file) << head << "new"; }), "new");
  const std::string changed = "the file was changed while it was read";
  EXPECT_EQ(text_after([&](const fs::path& file) { std::ofstream(file) << "x" << head; }), changed);
  EXPECT_EQ(text_after([](const fs::path& file) { std::ofstream(file) << "---\n"; }), changed);
  EXPECT_EQ(text_after([](const fs::path& file) { fs::remove(file); }),
            "cannot open: No such file or directory");
}

// An answer does not depend on what was asked before.
TEST_F(ArticleTest, OrderOfQuestionsDoesNotMatter) {
  const std::string content =
      "---\ntitle: a: b\n---\nbo\xFF"
      "dy\n";
  for (int order = 0; order < 6; ++order) {
    Article& one = article(content);
    const auto ask = [&](int question) {
      if (question == 0) {
        EXPECT_EQ(one.metadata()->title(), "a: b");
      } else if (question == 1) {
        EXPECT_EQ(one.body(), "bo\uFFFDdy\n");
      } else {
        EXPECT_EQ(describe(one.problems()),
                  "line 4: not UTF-8; line 2: salvaged: malformed YAML: a ': ' within a value");
      }
    };
    ask(order / 2);
    ask((order / 2 + 1 + order % 2) % 3);
    ask((order / 2 + 2 - order % 2) % 3);
  }
}

std::string nested(int depth) {
  std::string html;
  for (int i = 0; i < depth; ++i) html += "<div>";
  return html + "x";
}

const std::string kTooManyOpen = "more than 512 HTML elements are open: deeper ones are flattened";

TEST_F(ArticleTest, LimitOfTheHtmlParserIsAnErrorWithItsLine) {
  const std::string content = "---\ntitle: T\n---\n\n<p>a\n" + nested(520);
  const std::string error = "line 6: " + kTooManyOpen;
  EXPECT_EQ(describe(article(content, "a.html").problems()), error) << "alone";
  Article& one = article(content, "a.html");
  EXPECT_EQ(one.text(), "a\n\nx");
  EXPECT_EQ(describe(one.problems()), error) << "after the text";
  Article& prepared = article(content, "a.html");
  prepared.prepare(static_cast<Parts>(Part::Text));
  EXPECT_EQ(describe(prepared.problems()), error) << "prepared";
  EXPECT_EQ(describe(article("---\n---\n" + nested(512), "a.html").problems()), "");
}

TEST_F(ArticleTest, LimitOfTheHtmlParserHasNoLineInMarkdown) {
  EXPECT_EQ(describe(article("text\n\n" + nested(520) + "\n\n# end\n").problems()), kTooManyOpen);
}

TEST_F(ArticleTest, LimitOfTheHtmlParserIsTheSameWithRemove) {
  const std::string content = "<p class=ad>a</p>\n" + nested(520);
  for (const char* const selector : {".ad", ".none", "*.none", "[none]"}) {
    options_.article.remove = std::make_shared<const Selector>(selector);
    Article& one = article(content, "a.html");
    EXPECT_EQ(describe(one.problems()), "line 2: " + kTooManyOpen) << selector;
    EXPECT_TRUE(one.stocks()->empty());
    EXPECT_EQ(one.text(), selector == std::string(".ad") ? "x" : "a\n\nx") << selector;
  }
}

TEST_F(ArticleTest, LimitOfTheHtmlParserEndsAStrictQueryOfTheText) {
  options_.article.strict = true;
  Article& one = article("---\ntitle: T\n---\n" + nested(520), "a.html");
  EXPECT_EQ(one.metadata()->title(), "T");
  EXPECT_TRUE(one.stocks()->empty()) << "they are found without the parser";
  EXPECT_THROW(one.text(), Error);
  EXPECT_THROW(one.problems(), Error);
}

TEST_F(ArticleTest, FrontMatterMayBeLongerThanTheFirstRead) {
  const std::string description(100'000, 'd');
  Article& one = article("---\ndescription: " + description + "\ntitle: T\n---\nbody");
  EXPECT_EQ(one.metadata()->title(), "T");
  EXPECT_EQ(one.body(), "body");
}

TEST_F(ArticleTest, FileOverMaxFileSizeIsNotRead) {
  options_.article.max_file_size = 21;
  Article& one = article("---\ntitle: T\n---\n12345");
  EXPECT_EQ(one.metadata(), nullptr);
  EXPECT_EQ(one.stat()->size, 22);
  EXPECT_EQ(one.text(), std::nullopt);
  EXPECT_EQ(describe(one.problems()), "larger than max_file_size (21 bytes)");
  EXPECT_EQ(article("---\ntitle: T\n---\n1234").metadata()->title(), "T") << "just small enough";
}

TEST_F(ArticleTest, MissingFileIsReported) {
  Article& one = article("x");
  fs::remove(root_ / "a.md");
  EXPECT_EQ(one.stat(), nullptr);
  EXPECT_EQ(one.metadata(), nullptr);
  EXPECT_EQ(describe(one.problems()), "cannot open: No such file or directory");
}

TEST_F(ArticleTest, StrictThrowsTheProblem) {
  options_.article.strict = true;
  Article& one = article("---\ntitle: a: b\n---\n");
  try {
    one.metadata();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), "'a.md' in '" + root_.string() +
                                "': line 2: salvaged: malformed YAML: a ': ' within a value");
  }
}

TEST_F(ArticleTest, RowidDependsOnDirectoryAndFile) {
  const std::int64_t rowid = article("x").rowid();
  EXPECT_EQ(article("changed").rowid(), rowid);
  EXPECT_GE(rowid, 0);
  const fs::path link = root_.string() + ".link";
  fs::create_directory_symlink(root_, link);
  Scan scan(link.string(), options_, {});
  ASSERT_TRUE(scan.next());
  EXPECT_NE(scan.article().rowid(), rowid) << "the same file in another directory is another row";
  fs::remove(link);
}

TEST_F(ArticleTest, EmptyFileHasEmptyParts) {
  Article& one = article("");
  EXPECT_EQ(one.metadata()->title(), std::nullopt);
  EXPECT_EQ(to_json(*one.front_matter()), "{}");
  EXPECT_EQ(one.body(), "");
  EXPECT_EQ(one.text(), "");
  EXPECT_EQ(describe(one.problems()), "");
}

}  // namespace
}  // namespace articles
