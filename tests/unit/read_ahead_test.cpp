#include "corpus/read_ahead.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "../support/temp_folder.h"
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
  int read(unsigned threads, std::size_t max_bytes) const {
    const ArticleOptions options;
    const WalkOptions walk_options;
    Walk walk(Directory::open(root_.string()), walk_options, "");
    ReadAhead ahead(
        options, root_.string(), threads, [&](Entry& entry) { return walk.next(entry); }, {},
        max_bytes);
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
  for (const unsigned threads : {1U, 2U, 3U, 8U, 24U})
    for (const std::size_t max_bytes : {std::size_t{0}, std::size_t{1}, std::size_t{50'000},
                                        std::size_t{300'000}, ReadAhead::kMaxBytes})
      EXPECT_EQ(read(threads, max_bytes), kFiles) << threads << " threads, " << max_bytes;
}

}  // namespace
}  // namespace articles
