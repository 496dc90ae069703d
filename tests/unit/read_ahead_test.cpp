#include "corpus/read_ahead.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <random>
#include <thread>

#include "../support/temp_folder.h"
#include "articles/corpus.h"
#include "files/walk.h"

namespace articles {
namespace {

namespace fs = std::filesystem;

class ReadAheadTest : public TempFolder {
 protected:
  static constexpr int kFiles = 400;

  void SetUp() override {
    TempFolder::SetUp();
    std::mt19937 dice(1);
    for (int i = 0; i < kFiles; ++i)
      std::ofstream(root_ / file_name(i)) << "---\ntitle: " << i << "\n---\n<p>"
                                          << std::string(dice() % 20'000, 'x') << i << "</p>";
  }
  static std::string file_name(int i) { return std::to_string(1'000 + i) + ".md"; }

  // Reads titles and texts with so many threads and so much memory ahead. Returns the number of
  // rows before the first wrong one.
  int read(ThreadCounts threads, std::size_t max_bytes) const {
    const ArticleOptions options;
    const WalkOptions walk_options;
    Walk walk(Directory::open(root_.string()), walk_options, "");
    ReadAhead ahead(max_bytes);
    ahead.start(options, root_.string(), threads, [&](Entry& entry) { return walk.next(entry); },
                {});
    int row = 0;
    while (Article* const article = ahead.next()) {
      const std::string number = std::to_string(row);
      if (article->file() != file_name(row) || article->metadata()->title() != number) break;
      const std::string_view text = *article->text();
      if (text.substr(text.size() - number.size()) != number) break;
      ++row;
    }
    return row;
  }
};

// With little memory most rows of a batch go back to the queue.
TEST_F(ReadAheadTest, RowsAreInOrderWithAnyNumberOfThreadsAndAnyMemory) {
  for (const ThreadCounts threads :
       {ThreadCounts{1, 1}, {2, 2}, {3, 3}, {8, 8}, {24, 24}, {1, 16}, {2, 16}})
    for (const std::size_t max_bytes : {std::size_t{0}, std::size_t{1}, std::size_t{50'000},
                                        std::size_t{300'000}, ReadAhead::kMaxBytes})
      EXPECT_EQ(read(threads, max_bytes), kFiles)
          << threads.computing << " to " << threads.most << " threads, " << max_bytes;
}

// The number of threads of this process.
std::ptrdiff_t threads() {
  return std::distance(fs::directory_iterator("/proc/self/task"), fs::directory_iterator());
}

class ScanThreadsTest : public ReadAheadTest {
 protected:
  // Reads the texts of the first `rows` rows with 4 threads. Returns how many there were.
  int read_texts(int rows, const Selection& selection = {}) {
    Scan scan(root_.string(), options_, selection, {}, &threads_);
    int row = 0;
    while (row < rows && scan.next()) row += scan.article().text() ? 1 : 0;
    return row;
  }

  CorpusOptions options_ = [] {
    CorpusOptions options;
    options.threads = 4;
    return options;
  }();
  ScanThreads threads_;
};

TEST_F(ScanThreadsTest, LongScanStartsThreadsAndTheNextOneKeepsThem) {
  read_texts(kFiles);  // a sanitizer starts a thread of its own with the first
  const std::ptrdiff_t started = threads();
  EXPECT_GE(started, 4);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(read_texts(kFiles), kFiles);
  EXPECT_EQ(threads(), started);
}

TEST_F(ScanThreadsTest, ScanOfAFewRowsStartsNone) {
  const std::ptrdiff_t before = threads();
  Selection one;
  one.file = file_name(7);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(read_texts(kFiles, one), 1);
  EXPECT_EQ(threads(), before);
}

TEST_F(ScanThreadsTest, ScanMayEndAnywhereAndTheNextOneIsComplete) {
  for (int rows = 0; rows < 200; rows += 7) {
    EXPECT_EQ(read_texts(rows), rows);
    EXPECT_EQ(read_texts(kFiles), kFiles) << rows;
  }
}

TEST_F(ScanThreadsTest, NextScanMayHaveOtherOptionsAndAnotherDirectory) {
  EXPECT_EQ(read_texts(kFiles), kFiles);
  options_.article.max_file_size = 1;
  EXPECT_EQ(read_texts(kFiles), 0);
  const CorpusOptions others;
  fs::create_directory(root_ / "x");
  write("x/a.md", "a");
  Scan scan((root_ / "x").string(), others, {}, {}, &threads_);
  ASSERT_TRUE(scan.next());
  EXPECT_EQ(scan.article().text(), "a");
}

// The threads end with the thread that started them; another one continues the scan.
TEST_F(ScanThreadsTest, ScanContinuesOnAnotherThread) {
  std::optional<Scan> scan;
  int rows = 0;
  std::thread([&] {
    scan.emplace(root_.string(), options_, Selection{}, InterruptCheck{}, &threads_);
    for (; rows < 100 && scan->next(); ++rows) EXPECT_TRUE(scan->article().text());
  }).join();
  while (scan->next()) rows += scan->article().text() ? 1 : 0;
  EXPECT_EQ(rows, kFiles);
}

// The sets of blocked signals of this process's threads that block SIGTERM, as the workers do.
std::vector<std::uint64_t> blocked_by_workers() {
  std::vector<std::uint64_t> sets;
  for (const fs::directory_entry& task : fs::directory_iterator("/proc/self/task")) {
    std::ifstream status(task.path() / "status");
    for (std::string key; status >> key;) {
      if (key != "SigBlk:") continue;
      std::uint64_t blocked = 0;
      status >> std::hex >> blocked;
      if ((blocked >> (SIGTERM - 1) & 1) != 0) sets.push_back(blocked);
    }
  }
  return sets;
}

TEST_F(ScanThreadsTest, WorkersBlockAllSignalsButThoseOfFaults) {
  std::uint64_t faults = 0;
  for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL}) faults |= 1ULL << (signal - 1);
  // Sets that block none of the faults' signals. A sanitizer's thread blocks all signals, and so
  // does a thread that has not run yet.
  const auto without_faults = [&] {
    std::vector<std::uint64_t> sets = blocked_by_workers();
    sets.erase(std::remove_if(sets.begin(), sets.end(),
                              [&](std::uint64_t set) { return (set & faults) != 0; }),
               sets.end());
    return sets;
  };
  ASSERT_TRUE(without_faults().empty());
  Scan scan(root_.string(), options_, {}, {}, &threads_);
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(scan.next() && scan.article().text());
  constexpr int kTries = 10'000;
  std::vector<std::uint64_t> sets;
  for (int i = 0; i < kTries && sets.size() < 3; ++i) {
    std::this_thread::yield();
    sets = without_faults();
  }
  ASSERT_EQ(sets.size(), 3U);
  for (const std::uint64_t blocked : sets) EXPECT_NE(blocked & 1ULL << (SIGINT - 1), 0U);
}

}  // namespace
}  // namespace articles
