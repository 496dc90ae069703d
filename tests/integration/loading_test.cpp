// What loading registers, and how: the two entry points, names of the main database, loading again.
#include <filesystem>

#include "../support/corpus_fixture.h"

namespace {

namespace fs = std::filesystem;

// The message of a statement that fails; `no error` if it succeeds.
std::string error_of(sqlite3* db, const std::string& sql) {
  char* message = nullptr;
  sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message);
  const std::string text = message != nullptr ? message : "no error";
  sqlite3_free(message);
  return text;
}

class Loading : public TempFolder {
 protected:
  void SetUp() override {
    TempFolder::SetUp();
    write("a.md", "---\ntitle: A\n---\n<p>text\n");
    write("b.md", "---\ntitle: B\n---\n<p>text\n");
  }
};

TEST_F(Loading, EntryPointWithoutFilesRegistersTheFunctionsAndNoTableThatReadsFiles) {
  sqlite3* const db = connect("sqlite3_articles_nofs_init");
  EXPECT_EQ(one_value(db, "SELECT strip_html('<p>a &amp; b')"), "a & b");
  EXPECT_EQ(one_value(db, "SELECT article_date('2021-08-05', '+08:00')"), "2021-08-04 16:00:00");
  EXPECT_EQ(one_value(db, "SELECT count(*) > 20 FROM articles_help"), "1");
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM html_links('<a href=x>')"), "1");
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM pragma_module_list WHERE name = 'articles'"), "0");
  EXPECT_EQ(error_of(db, "SELECT * FROM articles('.')"), "no such table: articles");
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE temp.t USING articles('.')"),
            "no such module: articles");
  sqlite3_close(db);
}

TEST_F(Loading, MainDatabaseMayHaveAnotherName) {
  sqlite3* const db = connect();
  ASSERT_EQ(sqlite3_db_config(db, SQLITE_DBCONFIG_MAINDBNAME, "news"), SQLITE_OK);
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM articles('{}')", root_.string()), "2");
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE news.articles USING articles"),
            "articles: the directory is missing: CREATE VIRTUAL TABLE temp.news USING "
            "articles('posts')");
  sqlite3_close(db);
}

TEST_F(Loading, CreatedTableNamedArticlesNeedsADirectory) {
  sqlite3* const db = connect();
  for (const char* const name : {"articles", "main.articles", "temp.articles", "main.Articles"})
    EXPECT_EQ(error_of(db, std::string("CREATE VIRTUAL TABLE ") + name + " USING articles"),
              "articles: the directory is missing: CREATE VIRTUAL TABLE temp.news USING "
              "articles('posts')")
        << name;
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM articles('{}')", root_.string()), "2");
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE articles USING articles('" + root_.string() + "')"),
            "no error");
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM articles"), "2");
  EXPECT_EQ(
      error_of(db, "SELECT * FROM articles('other')"),
      "articles: the table main.articles reads '" + root_.string() + "', it cannot read 'other'");
  sqlite3_close(db);
}

TEST_F(Loading, AgainWhileAStatementRunsIsRefusedWithAReason) {
  sqlite3* const db = connect();
  sqlite3_stmt* const statement = prepare(db, "SELECT 1 UNION ALL SELECT 2");
  ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_load_extension(db, std::getenv("ARTICLES_EXTENSION"), nullptr, &message),
            SQLITE_ERROR);
  EXPECT_STREQ(message,
               "error during initialization: articles: cannot be loaded again while a statement of "
               "the connection is running");
  sqlite3_free(message);
  sqlite3_finalize(statement);
  EXPECT_EQ(sqlite3_load_extension(db, std::getenv("ARTICLES_EXTENSION"), nullptr, nullptr),
            SQLITE_OK);
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM articles('{}')", root_.string()), "2");
  sqlite3_close(db);
}

// A value that is longer than SQLite allows is NULL, and the query goes on.
TEST_F(Loading, ValueOverTheLengthLimitIsNullWithAnError) {
  write("long.md",
        "---\ntitle: L\nlist: [" + std::string(400, '"') + "]\n---\n" + std::string(700, '&'));
  sqlite3* const db = connect();
  constexpr int kLimit = 2'000;
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, kLimit);
  const std::string folder = root_.string();
  EXPECT_EQ(first_column(db, "SELECT coalesce(length(html), 'NULL') FROM articles('{}', 'long.md')",
                         folder),
            std::vector<std::string>{"NULL"});
  EXPECT_EQ(one_value(db, "SELECT length(text) FROM articles('{}', 'long.md')", folder), "700");
  EXPECT_EQ(one_value(db, "SELECT substr(error, 1, 52) FROM articles('{}', 'long.md')", folder),
            "html: longer than SQLite's limit (2000 bytes); line ");
  EXPECT_EQ(first_column(db, "SELECT title || length(html) FROM articles('{}')", folder),
            (std::vector<std::string>{"A8", "B8", "NULL"}));
  write("plain.md", std::string(700, '&'));
  EXPECT_EQ(
      error_of(db, "SELECT html FROM articles('" + folder + "', 'plain.md', 'strict=1')"),
      "articles: 'plain.md' in '" + folder + "': html is longer than SQLite's limit (2000 bytes)");
  sqlite3_close(db);
}

// The same in a database that stores two bytes for each letter.
TEST_F(Loading, LengthLimitCountsTheBytesOfAUtf16Database) {
  write("long.html", "<p>" + std::string(700, 'x'));
  sqlite3* const db = connect();
  sqlite3_exec(db, "PRAGMA encoding = 'UTF-16le'", nullptr, nullptr, nullptr);
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 1'000);
  const std::string sql = "SELECT coalesce(text, error) FROM articles('{}', 'long.html')";
  EXPECT_EQ(one_value(db, sql, root_.string()),
            "text, body, html: longer than SQLite's limit (1000 bytes)");
  EXPECT_EQ(one_value(db, "SELECT problems FROM articles('{}', 'long.html')", root_.string()),
            R"([{"line":null,"kind":"lost","key":null,"value":null,"reason":)"
            "\"text, body, html: longer than SQLite's limit (1000 bytes)\"}]");
  sqlite3_close(db);
}

class StoredDirectory : public Loading {
 protected:
  void SetUp() override {
    Loading::SetUp();
    before_ = fs::current_path();
    fs::create_directories(root_ / "posts");
    fs::rename(root_ / "a.md", root_ / "posts/a.md");
    fs::create_directories(root_ / "elsewhere");
    fs::current_path(root_);
  }
  void TearDown() override {
    fs::current_path(before_);
    Loading::TearDown();
  }

  // A connection to the database in the folder.
  sqlite3* open() const {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open((root_ / "news.db").c_str(), &db), SQLITE_OK);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    EXPECT_EQ(sqlite3_load_extension(db, std::getenv("ARTICLES_EXTENSION"), nullptr, nullptr),
              SQLITE_OK);
    return db;
  }

  fs::path before_;
};

TEST_F(StoredDirectory, RelativeDirectoryIsFoundFromAnotherWorkingDirectory) {
  sqlite3* db = open();
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE news USING articles('posts', slug TEXT)"),
            "no error");
  const std::string rowid = one_value(db, "SELECT rowid FROM news");
  sqlite3_close(db);
  fs::current_path(root_ / "elsewhere");
  db = open();
  EXPECT_EQ(one_value(db, "SELECT title FROM news"), "A");
  EXPECT_EQ(one_value(db, "SELECT dir FROM news"), "posts");
  EXPECT_EQ(one_value(db, "SELECT rowid FROM news"), rowid);
  EXPECT_EQ(one_value(db, "SELECT value FROM news_config WHERE key = 'directory'"),
            (root_ / "posts").string());
  sqlite3_close(db);
}

TEST_F(StoredDirectory, PathFollowsRenameAndDrop) {
  sqlite3* db = open();
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE \"my \"\"news\" USING articles('posts')"),
            "no error");
  EXPECT_EQ(error_of(db, "ALTER TABLE \"my \"\"news\" RENAME TO notes"), "no error");
  sqlite3_close(db);
  fs::current_path(root_ / "elsewhere");
  db = open();
  EXPECT_EQ(one_value(db, "SELECT title FROM notes"), "A");
  EXPECT_EQ(error_of(db, "DROP TABLE notes"), "no error");
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM sqlite_schema"), "0");
  sqlite3_close(db);
}

TEST_F(StoredDirectory, TemporaryTableKeepsItsDirectoryToo) {
  sqlite3* const db = open();
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE temp.news USING articles('posts')"), "no error");
  fs::current_path(root_ / "elsewhere");
  EXPECT_EQ(one_value(db, "SELECT title FROM news"), "A");
  EXPECT_EQ(one_value(db, "SELECT count(*) FROM main.sqlite_schema"), "0");
  sqlite3_close(db);
}

TEST_F(StoredDirectory, FailedCreateLeavesNothingBehind) {
  sqlite3* const db = open();
  EXPECT_NE(error_of(db, "CREATE VIRTUAL TABLE news USING articles('posts', hidden=2)"),
            "no error");
  EXPECT_EQ(error_of(db, "BEGIN; CREATE VIRTUAL TABLE news USING articles('posts'); ROLLBACK"),
            "no error");
  EXPECT_EQ(error_of(db, "CREATE TABLE news_config(x)"), "no error");
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE news USING articles('posts')"),
            "articles: table \"news_config\" already exists");
  EXPECT_EQ(one_value(db, "SELECT group_concat(name) FROM sqlite_schema"), "news_config");
  sqlite3_close(db);
}

TEST_F(StoredDirectory, ShadowTableIsReadOnlyInADefensiveConnection) {
  sqlite3* const db = open();
  sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  EXPECT_EQ(error_of(db, "CREATE VIRTUAL TABLE news USING articles('posts')"), "no error");
  EXPECT_EQ(error_of(db, "UPDATE news_config SET value = '/'"),
            "table news_config may not be modified");
  EXPECT_EQ(one_value(db, "SELECT title FROM news"), "A");
  sqlite3_close(db);
}

class Joins : public CorpusFixture {};

TEST_F(Joins, ThreadsGiveTheSameRowsAsOne) {
  rows(db_, "CREATE TABLE wanted AS SELECT file, title FROM articles('{}') WHERE rowid % 7 = 0");
  rows(db_, "CREATE TABLE numbers(n); INSERT INTO numbers VALUES (1), (2)");
  for (const char* const from :
       {"wanted w JOIN articles('{}', '', 'threads=%') a USING (file)",
        "wanted w CROSS JOIN articles('{}', 'folder1/*', 'threads=%') a ON a.title > w.title",
        "articles('{}', '', 'threads=%') a LEFT JOIN wanted w ON w.title = a.title",
        "(VALUES (1), (2), (3)) CROSS JOIN articles('{}', '', 'threads=%') a"}) {
    const std::string select = "SELECT a.file || a.text FROM " + std::string(from);
    const std::size_t threads = select.find('%');
    std::string one = select;
    one.replace(threads, 1, "1");
    std::string many = select;
    many.replace(threads, 1, "8");
    const std::vector<std::string> expected = rows(db_, one);
    EXPECT_GT(expected.size(), 100U) << from;
    EXPECT_EQ(rows(db_, many), expected) << from;
  }
}

}  // namespace
