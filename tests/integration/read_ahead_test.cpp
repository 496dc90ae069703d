// Reading ahead: it reads no file that the query does not use, ends at any time, and gives the same
// rows with any number of threads.
#include <sys/inotify.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <set>
#include <thread>

#include "../support/corpus_fixture.h"

namespace {

namespace fs = std::filesystem;

class ReadAhead : public CorpusFixture {
 protected:
  void SetUp() override {
    CorpusFixture::SetUp();
    rows(db_, "CREATE VIRTUAL TABLE temp.two USING articles('{}', threads=2)");
    rows(db_, "CREATE VIRTUAL TABLE temp.one USING articles('{}', threads=1)");
    rows(db_, "CREATE VIRTUAL TABLE temp.many USING articles('{}', threads=8)");
    watch_ = inotify_init1(IN_NONBLOCK);
    for (const char* const folder : {"folder0", "folder1", "folder2", "folder3"})
      ASSERT_GE(inotify_add_watch(watch_, (root_ / folder).c_str(), IN_OPEN), 0);
  }
  void TearDown() override {
    close(watch_);
    CorpusFixture::TearDown();
  }

  // Files opened since the last call.
  int files_opened() const {
    int count = 0;
    alignas(inotify_event) std::array<char, 64 * 1024> buffer;
    for (ssize_t bytes = 0; (bytes = read(watch_, buffer.data(), buffer.size())) > 0;)
      for (ssize_t at = 0; at < bytes;) {
        const auto* const event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        if (event->len > 0) ++count;
        at += static_cast<ssize_t>(sizeof *event + event->len);
      }
    return count;
  }

  static std::ptrdiff_t threads() {
    return std::distance(fs::directory_iterator("/proc/self/task"), fs::directory_iterator());
  }

  int watch_ = -1;
};

TEST_F(ReadAhead, RowsAreTheSameWithAnyNumberOfThreads) {
  for (const char* const columns :
       {"file || title || text", "title || size", "text", "stocks || html", "file || error"}) {
    const std::string sql = std::string("SELECT ") + columns + " FROM ";
    const std::vector<std::string> expected = rows(db_, sql + "one");
    ASSERT_EQ(expected.size(), static_cast<std::size_t>(kFiles));
    EXPECT_EQ(rows(db_, sql + "two"), expected) << columns;
    EXPECT_EQ(rows(db_, sql + "many"), expected) << columns;
  }
}

TEST_F(ReadAhead, FewRowsReadFewFiles) {
  EXPECT_EQ(one("SELECT title FROM many LIMIT 1"), "T0");
  EXPECT_EQ(files_opened(), 1);
  EXPECT_EQ(rows(db_, "SELECT text FROM many LIMIT 4").size(), 4U);
  EXPECT_EQ(files_opened(), 4);
  EXPECT_EQ(rows(db_, "SELECT title FROM many LIMIT 10").size(), 10U);
  EXPECT_LE(files_opened(), 10 + 64);
}

TEST_F(ReadAhead, SkippedRowsAreNotRead) {
  const int matches = std::stoi(one("SELECT count(*) FROM many WHERE rowid % 16 = 3"));
  EXPECT_EQ(files_opened(), 0);
  EXPECT_EQ(one("SELECT count(title) FROM many WHERE rowid % 16 = 3"), std::to_string(matches));
  EXPECT_LE(files_opened(), matches + 2) << "four in a row by chance would read one ahead";
  EXPECT_EQ(one("SELECT count(text) FROM many WHERE file LIKE '%7.md'"), "100");
  EXPECT_LE(files_opened(), 100);
  rows(db_, "CREATE TABLE known AS SELECT fingerprint FROM one");
  EXPECT_EQ(
      one("SELECT count(title) FROM many WHERE fingerprint NOT IN (SELECT fingerprint FROM known)"),
      "0");
  EXPECT_EQ(files_opened(), 0);
}

TEST_F(ReadAhead, RejectedRowIsReadNoFurther) {
  EXPECT_EQ(one("SELECT count(title) FROM many WHERE size > 1000000"), "0");
  EXPECT_EQ(files_opened(), 0);
  EXPECT_EQ(one("SELECT count(title) FROM many WHERE mtime < 1000"), "0");
  EXPECT_EQ(files_opened(), 0);
}

TEST_F(ReadAhead, ClosingCursorEndsItsThreads) {
  rows(db_, "SELECT text FROM two");  // a sanitizer has a thread of its own once there are several
  const std::ptrdiff_t before = threads();
  sqlite3_stmt* const statement = prepare(db_, "SELECT text FROM many");
  for (int i = 0; i < 100; ++i) ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
  EXPECT_EQ(threads(), before + 7);
  sqlite3_finalize(statement);
  EXPECT_EQ(threads(), before);
}

// The head of one file and the body of another never make one article.
TEST_F(ReadAhead, FileReplacedBetweenHeadAndBodyIsReported) {
  constexpr int kRow = 60;
  const std::string file = "folder0/" + std::to_string(1'000 + 4 * kRow) + ".md";
  const std::string longer(10'000, 'x');
  write(file, article("old") + longer);
  for (const char* const table : {"two", "many"}) {
    sqlite3_stmt* const statement =
        prepare(db_, std::string("SELECT title, iif(file = '") + file +
                         "', coalesce(substr(text, 9, 3), error), '') FROM " + table);
    for (int i = 0; i < kRow; ++i) ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
    write("new.tmp", article("new") + longer);
    fs::rename(root_ / "new.tmp", root_ / file);
    ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
    const auto column = [&](int i) {
      return std::string(reinterpret_cast<const char*>(sqlite3_column_text(statement, i)));
    };
    if (column(0) == "old")
      EXPECT_EQ(column(1), "the file was changed while it was read") << table;
    else
      EXPECT_EQ(column(0) + column(1), "newnew") << table;
    sqlite3_finalize(statement);
    write(file, article("old") + longer);
  }
}

TEST_F(ReadAhead, OneThreadStartsNoOther) {
  const std::ptrdiff_t before = threads();
  sqlite3_stmt* const statement = prepare(db_, "SELECT text FROM one");
  for (int i = 0; i < 100; ++i) ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
  EXPECT_EQ(threads(), before);
  sqlite3_finalize(statement);
}

// The threads belong to the cursor: a join that restarts the scan for each outer row keeps them.
TEST_F(ReadAhead, JoinStartsNoThreadPerOuterRow) {
  std::set<std::string> seen;
  const auto look = [&] {
    for (const fs::directory_entry& task : fs::directory_iterator("/proc/self/task"))
      seen.insert(task.path().filename());
  };
  rows(db_, "SELECT text FROM many");
  look();
  const std::size_t before = seen.size();
  sqlite3_stmt* const statement =
      prepare(db_,
              "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 20) "
              "SELECT text FROM n CROSS JOIN many WHERE many.size > n.i");
  int count = 0;
  for (; sqlite3_step(statement) == SQLITE_ROW; ++count)
    if (count % 100 == 90) look();
  sqlite3_finalize(statement);
  EXPECT_EQ(count, 20'000);
  EXPECT_EQ(seen.size(), before + 7);
}

TEST_F(ReadAhead, InterruptEndsQuery) {
  sqlite3_stmt* const statement = prepare(db_, "SELECT text FROM many");
  for (int i = 0; i < 50; ++i) ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
  sqlite3_interrupt(db_);
  EXPECT_EQ(sqlite3_step(statement), SQLITE_INTERRUPT);
  sqlite3_finalize(statement);
}

// A step that finds no row goes through all entries: only a check inside sees the handler.
TEST_F(ReadAhead, ProgressHandlerEndsWalkWithoutRows) {
  for (const char* const sql :
       {"SELECT file FROM articles('{}', '*.none')", "SELECT file FROM one WHERE rowid = 5",
        "SELECT title FROM many WHERE size > 1000000",
        "SELECT file FROM many WHERE title = 'none'"}) {
    static int calls = 0;
    // The statement itself has far fewer instructions before its first row.
    const auto handler = [](void*) -> int { return ++calls > 60 ? 1 : 0; };
    calls = 0;
    sqlite3_stmt* const statement = prepare(db_, sql);
    // Each check of the interrupt runs a few instructions, and so the handler.
    sqlite3_progress_handler(db_, 1, handler, nullptr);
    EXPECT_EQ(sqlite3_step(statement), SQLITE_INTERRUPT) << sql << ", " << calls << " calls";
    sqlite3_progress_handler(db_, 0, nullptr, nullptr);
    sqlite3_finalize(statement);
  }
}

TEST_F(ReadAhead, CursorsAndConnectionsWorkConcurrently) {
  EXPECT_EQ(
      one("SELECT count(*) FROM many a JOIN two b ON a.file = b.file WHERE a.title = b.title"),
      "1000");
  const std::vector<std::string> expected = rows(db_, "SELECT title || text FROM one");
  std::atomic<int> right = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 4; ++i)
    clients.emplace_back([&] {
      sqlite3* const db = connect();
      for (int round = 0; round < 3; ++round)
        if (rows(db, "SELECT title || text FROM articles('{}')") == expected) ++right;
      sqlite3_close(db);
    });
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(right, 12);
}

}  // namespace
