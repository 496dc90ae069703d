// What a query reads, as the kernel reports it: opens by inotify, bytes by /proc/self/io.
#include <fstream>

#include "../support/corpus_fixture.h"
#include "../support/opened_files.h"

namespace {

// Twenty files of a megabyte in two folders.
class Laziness : public TempFolder {
 protected:
  static constexpr int kFiles = 20;

  void SetUp() override {
    TempFolder::SetUp();
    for (int i = 0; i < kFiles; ++i)
      write(std::string(i % 2 == 0 ? "even/" : "odd/") + std::to_string(100 + i) + ".md",
            "---\ntitle: T" + std::to_string(i) + "\n---\n" + std::string(1'000'000, 'x') + "\n");
    db_ = connect();
    query("SELECT articles_version()");
    for (const char* const folder : {"even", "odd"}) opened_.watch(root_ / folder);
  }

  void TearDown() override {
    sqlite3_close(db_);
    TempFolder::TearDown();
  }

  // The first column of the only row. `{}` stands for the folder.
  std::string query(const std::string& sql) const { return one_value(db_, sql, root_.string()); }

  int files_opened() const { return opened_.count(); }

  // The number of bytes that this process has asked the kernel for by read().
  static std::uint64_t bytes_read() {
    std::ifstream io("/proc/self/io");
    std::string key;
    std::uint64_t value = 0;
    io >> key >> value;
    EXPECT_EQ(key, "rchar:");
    return value;
  }

  sqlite3* db_ = nullptr;
  OpenedFiles opened_;
};

TEST_F(Laziness, CountFileAndSizeOpenNoFile) {
  EXPECT_EQ(query("SELECT count(*) FROM articles('{}')"), "20");
  EXPECT_EQ(query("SELECT max(file) FROM articles('{}')"), "odd/119.md");
  EXPECT_EQ(query("SELECT min(size) FROM articles('{}')"), "1000019");
  EXPECT_EQ(query("SELECT count(fingerprint) FROM articles('{}')"), "20");
  EXPECT_EQ(files_opened(), 0);
}

TEST_F(Laziness, TitleOpensEachFile) {
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}')"), "20");
  EXPECT_EQ(files_opened(), 20);
}

TEST_F(Laziness, TitleReadsAtMostFourKilobytesOfAFile) {
  const std::uint64_t before = bytes_read();
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}')"), "20");
  EXPECT_LT(bytes_read() - before, 20U * 4096 + 4096);
}

TEST_F(Laziness, EachFileIsReadOnceWhateverTheColumns) {
  const std::uint64_t before = bytes_read();
  EXPECT_EQ(query("SELECT count(title) + count(text) + count(stocks) + count(error) + count(body) "
                  "FROM articles('{}')"),
            "80");
  EXPECT_EQ(files_opened(), 20);
  EXPECT_LT(bytes_read() - before, 20U * 1'000'100 + 4096);
}

TEST_F(Laziness, FileConditionOpensThatFileOnly) {
  EXPECT_EQ(query("SELECT title FROM articles('{}') WHERE file = 'even/104.md'"), "T4");
  EXPECT_EQ(files_opened(), 1);
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}') WHERE file IN ('even/104.md', "
                  "'odd/105.md', 'nowhere.md')"),
            "2");
  EXPECT_EQ(files_opened(), 2);
}

TEST_F(Laziness, RowidConditionOpensThatFileOnly) {
  const std::string rowid = query("SELECT rowid FROM articles('{}') WHERE file = 'odd/101.md'");
  files_opened();
  EXPECT_EQ(query("SELECT title FROM articles('{}') WHERE rowid = " + rowid), "T1");
  EXPECT_EQ(files_opened(), 1);
}

TEST_F(Laziness, RowsThatSqliteRejectsAreNotOpened) {
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}') WHERE file LIKE '%104%'"), "1");
  EXPECT_EQ(files_opened(), 1);
}

TEST_F(Laziness, LimitEndsTheReading) {
  EXPECT_EQ(query("SELECT title FROM articles('{}') ORDER BY file LIMIT 1"), "T0");
  EXPECT_LE(files_opened(), 2);
}

}  // namespace
