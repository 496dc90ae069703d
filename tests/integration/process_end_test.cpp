// A process that ends or forks while a scan is open.
#include <signal.h>
#include <sys/wait.h>

#include <functional>
#include <thread>

#include "../support/corpus_fixture.h"
#include "../support/sanitized.h"

namespace {

constexpr char kNoForkWithSanitizers[] =
    "GCC's sanitizers may deadlock in the forked child of a process with threads";

class ProcessEnd : public CorpusFixture {
 protected:
  static constexpr int kRounds = 16;

  // A statement over all articles that has given so many rows, with its threads at work. Each round
  // stops elsewhere.
  sqlite3_stmt* open_scan(sqlite3* db, int rows) const {
    sqlite3_stmt* const statement = prepare(db, "SELECT title, text, date FROM many");
    for (int i = 0; i < rows; ++i) sqlite3_step(statement);
    return statement;
  }

  // A connection with a table `many` that is read by 8 threads.
  sqlite3* connect_with_threads() const {
    sqlite3* const db = connect();
    rows(db, "CREATE VIRTUAL TABLE temp.many USING articles('{}', threads=8)");
    return db;
  }

  // Runs `body` in a forked child. Returns its exit status, or minus the signal that ended it.
  int status_of_child(const std::function<void()>& body) const {
    const pid_t child = fork();
    if (child == 0) {
      alarm(20);  // a child that hangs ends by a signal
      body();
      _exit(99);
    }
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

  void SetUp() override {
    CorpusFixture::SetUp();
    // Each file takes a slow path of a library that has static objects.
    for (int i = 0; i < kFiles; ++i)
      write(file_name(i), "---\ntitle: {a: [b, 'c']}\ndate: &x 2020-01-01\n---\n" +
                              std::string(2'000, '*') + "<p>text\n");
  }
};

TEST_F(ProcessEnd, ExitWithOpenScanIsClean) {
  for (int round = 0; round < kRounds; ++round)
    ASSERT_EQ(status_of_child([&] {
                sqlite3* const db = connect_with_threads();
                open_scan(db, 70 + round);
                exit(0);
              }),
              0)
        << round;
}

TEST_F(ProcessEnd, ExitByAnotherThreadIsClean) {
  for (int round = 0; round < kRounds; ++round)
    ASSERT_EQ(status_of_child([&] {
                sqlite3* const db = connect_with_threads();
                open_scan(db, 70 + round);
                std::thread([] { exit(0); }).join();
              }),
              0)
        << round;
}

TEST_F(ProcessEnd, ForkedChildMayFinalizeCloseAndExit) {
  if (articles::kSanitized) GTEST_SKIP() << kNoForkWithSanitizers;
  for (int round = 0; round < kRounds; ++round)
    ASSERT_EQ(status_of_child([&] {
                sqlite3* const db = connect_with_threads();
                sqlite3_stmt* const statement = open_scan(db, 70 + round);
                const int child = status_of_child([&] {
                  if (round % 2 == 0) {
                    sqlite3_finalize(statement);
                    sqlite3_close(db);
                  }
                  exit(0);
                });
                // The parent's scan is as it was.
                int rows = 70 + round;
                while (sqlite3_step(statement) == SQLITE_ROW) ++rows;
                sqlite3_finalize(statement);
                sqlite3_close(db);
                _exit(child != 0 || rows != kFiles ? 1 : 0);
              }),
              0)
        << round;
}

TEST_F(ProcessEnd, ForkedChildMayScanWithConnectionOfItsOwn) {
  if (articles::kSanitized) GTEST_SKIP() << kNoForkWithSanitizers;
  ASSERT_EQ(status_of_child([&] {
              sqlite3* const db = connect_with_threads();
              open_scan(db, 100);
              exit(status_of_child([&] {
                sqlite3* const own = connect_with_threads();
                sqlite3_stmt* const statement = open_scan(own, 0);
                int rows = 0;
                while (sqlite3_step(statement) == SQLITE_ROW) ++rows;
                sqlite3_finalize(statement);
                sqlite3_close(own);
                exit(rows == kFiles ? 0 : 1);
              }));
            }),
            0);
}

}  // namespace
