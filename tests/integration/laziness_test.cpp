// What a query reads, counted by the kernel: opens by inotify, bytes by /proc/self/io.
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "../support/temp_folder.h"

namespace {

namespace fs = std::filesystem;

class Laziness : public TempFolder {
 protected:
  static constexpr int kFiles = 20;

  void SetUp() override {
    TempFolder::SetUp();
    for (int i = 0; i < kFiles; ++i) {
      const fs::path folder = root_ / (i % 2 == 0 ? "even" : "odd");
      fs::create_directories(folder);
      std::ofstream(folder / (std::to_string(100 + i) + ".md"))
          << "---\ntitle: T" << i << "\n---\n"
          << std::string(1'000'000, 'x') << '\n';
    }
    ASSERT_EQ(sqlite3_open(":memory:", &db_), SQLITE_OK);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    ASSERT_EQ(sqlite3_load_extension(db_, std::getenv("ARTICLES_EXTENSION"), nullptr, nullptr),
              SQLITE_OK);
    query("SELECT articles_version()");
    watch_ = inotify_init1(IN_NONBLOCK);
    for (const char* const folder : {"even", "odd"})
      ASSERT_GE(inotify_add_watch(watch_, (root_ / folder).c_str(), IN_OPEN), 0);
  }

  void TearDown() override {
    close(watch_);
    sqlite3_close(db_);
    TempFolder::TearDown();
  }

  // The first column of the last row.
  std::string query(std::string sql) {
    const std::string mark = "{}";
    for (std::size_t at = sql.find(mark); at != std::string::npos; at = sql.find(mark))
      sql.replace(at, mark.size(), root_.string());
    sqlite3_stmt* statement = nullptr;
    EXPECT_EQ(sqlite3_prepare_v2(db_, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
        << sqlite3_errmsg(db_);
    std::string value;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
      value = text != nullptr ? text : "NULL";
    }
    EXPECT_EQ(sqlite3_finalize(statement), SQLITE_OK) << sqlite3_errmsg(db_);
    return value;
  }

  // How many files below the folders were opened since the last call; opens of the folders
  // themselves carry no name.
  int files_opened() {
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

  // Bytes that this process has asked the kernel for by read().
  static std::uint64_t bytes_read() {
    std::ifstream io("/proc/self/io");
    std::string key;
    std::uint64_t value = 0;
    io >> key >> value;
    EXPECT_EQ(key, "rchar:");
    return value;
  }

  sqlite3* db_ = nullptr;
  int watch_ = -1;
};

TEST_F(Laziness, CountFileAndSizeOpenNoFile) {
  EXPECT_EQ(query("SELECT count(*) FROM articles('{}')"), "20");
  EXPECT_EQ(query("SELECT max(file) FROM articles('{}')"), "odd/119.md");
  EXPECT_EQ(query("SELECT min(size) FROM articles('{}')"), "1000019");
  EXPECT_EQ(query("SELECT count(fingerprint) FROM articles('{}')"), "20");
  EXPECT_EQ(files_opened(), 0);
}

TEST_F(Laziness, CounterSeesEveryOpen) {
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}')"), "20");
  EXPECT_EQ(files_opened(), 20);
}

TEST_F(Laziness, HeadQueryReadsTheHeadOnly) {
  const std::uint64_t before = bytes_read();
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}')"), "20");
  EXPECT_LT(bytes_read() - before, 20U * 4096 + 4096);
}

TEST_F(Laziness, FileIsReadOnceWhateverIsAsked) {
  const std::uint64_t before = bytes_read();
  EXPECT_EQ(query("SELECT count(title) + count(text) + count(stocks) + count(error) + count(body) "
                  "FROM articles('{}')"),
            "80");
  EXPECT_EQ(files_opened(), 20);
  EXPECT_LT(bytes_read() - before, 20U * 1'000'100 + 4096);
}

TEST_F(Laziness, LookupByNameOpensOneFile) {
  EXPECT_EQ(query("SELECT title FROM articles('{}') WHERE file = 'even/104.md'"), "T4");
  EXPECT_EQ(files_opened(), 1);
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}') WHERE file IN ('even/104.md', "
                  "'odd/105.md', 'nowhere.md')"),
            "2");
  EXPECT_EQ(files_opened(), 2);
}

TEST_F(Laziness, LookupByRowidOpensOneFile) {
  const std::string rowid = query("SELECT rowid FROM articles('{}') WHERE file = 'odd/101.md'");
  files_opened();
  EXPECT_EQ(query("SELECT title FROM articles('{}') WHERE rowid = " + rowid), "T1");
  EXPECT_EQ(files_opened(), 1);
}

TEST_F(Laziness, CheapConditionIsCheckedBeforeReading) {
  EXPECT_EQ(query("SELECT count(title) FROM articles('{}') WHERE file LIKE '%104%'"), "1");
  EXPECT_EQ(files_opened(), 1);
}

TEST_F(Laziness, LimitStopsReading) {
  EXPECT_EQ(query("SELECT title FROM articles('{}') ORDER BY file LIMIT 1"), "T0");
  EXPECT_LE(files_opened(), 2);
}

}  // namespace
