// Nothing is kept between queries: whatever happens to the files, the next query sees it.
#include <fcntl.h>
#include <sys/stat.h>

#include "../support/corpus_fixture.h"

namespace {

namespace fs = std::filesystem;

class NoState : public CorpusFixture {
 protected:
  std::string title(const std::string& file) const {
    return one("SELECT title FROM articles('{}') WHERE file = '" + file + "'");
  }
  std::string fingerprint(const std::string& file) const {
    return one("SELECT fingerprint FROM articles('{}') WHERE file = '" + file + "'");
  }
  std::string count() const { return one("SELECT count(*) FROM articles('{}')"); }
};

TEST_F(NoState, RewrittenFileWithSameSizeAndTimeIsSeen) {
  const std::string file = file_name(0);
  struct stat before = {};
  ASSERT_EQ(stat((root_ / file).c_str(), &before), 0);
  EXPECT_EQ(title(file), "T0");
  const std::string old_fingerprint = fingerprint(file);
  write(file, article("U0"));
  const timespec times[] = {before.st_atim, before.st_mtim};
  ASSERT_EQ(utimensat(AT_FDCWD, (root_ / file).c_str(), times, 0), 0);
  EXPECT_EQ(title(file), "U0");
  EXPECT_NE(fingerprint(file), old_fingerprint) << "ctime cannot be set back";
}

TEST_F(NoState, FileReplacedByAnotherIsSeen) {
  const std::string file = file_name(1);
  EXPECT_EQ(title(file), "T1");
  const std::string old_fingerprint = fingerprint(file);
  write("new.tmp", article("V1"));
  fs::rename(root_ / "new.tmp", root_ / file);
  EXPECT_EQ(title(file), "V1");
  EXPECT_NE(fingerprint(file), old_fingerprint);
}

TEST_F(NoState, AddedAndDeletedFilesAreSeen) {
  EXPECT_EQ(count(), "1000");
  write("folder1/new.md", article("new"));
  EXPECT_EQ(count(), "1001");
  EXPECT_EQ(title("folder1/new.md"), "new");
  fs::remove(root_ / "folder1/new.md");
  EXPECT_EQ(count(), "1000");
  EXPECT_EQ(title("folder1/new.md"), "0 rows");
}

TEST_F(NoState, RenamedDirectoryIsSeen) {
  fs::rename(root_ / "folder0", root_ / "renamed");
  EXPECT_EQ(count(), "1000");
  EXPECT_EQ(title("renamed/1000.md"), "T0");
  EXPECT_EQ(title("folder0/1000.md"), "0 rows");
}

TEST_F(NoState, PreparedStatementSeesChanges) {
  sqlite3_stmt* const statement =
      prepare(db_, "SELECT title FROM articles('{}') WHERE file = 'folder2/1002.md'");
  const auto first = [&] {
    sqlite3_reset(statement);
    if (sqlite3_step(statement) != SQLITE_ROW) return std::string("no row");
    return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
  };
  EXPECT_EQ(first(), "T2");
  write("folder2/1002.md", article("W2"));
  EXPECT_EQ(first(), "W2");
  fs::remove(root_ / "folder2/1002.md");
  EXPECT_EQ(first(), "no row");
  sqlite3_finalize(statement);
}

}  // namespace
