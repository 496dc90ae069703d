#include "articles/changes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace articles {
namespace {

constexpr std::int64_t kLastRead = 1'000'000;

FileStat stat_of(std::uint64_t inode, std::int64_t mtime = 1'000, std::int64_t size = 10) {
  FileStat stat;
  stat.size = size;
  stat.mtime = stat.ctime = mtime;
  stat.inode = inode;
  return stat;
}

struct Known {
  std::int64_t id;
  std::string path;
  std::optional<FileStat> stat;
};

struct Found {
  std::string path;
  std::optional<FileStat> stat;
  int error = 0;
};

Changes changes_of(const std::vector<Known>& known, const std::vector<Found>& found) {
  KnownFiles files;
  for (const Known& one : known) files.add({one.id, one.path, one.stat});
  ChangeFinder finder(files.sorted(), kLastRead);
  for (const Found& one : found) finder.add({one.path, one.stat, one.error});
  return finder.finish();
}

// `added PATH`, `changed ID PATH`, `renamed ID PATH`, `removed ID`, and the counts that are not 0.
std::string text_of(const Changes& changes) {
  std::string text;
  for (const FileToRead& file : changes.to_read) {
    const bool is_new = file.kind == FileToRead::Kind::Added;
    text += is_new ? "added " : file.kind == FileToRead::Kind::Changed ? "changed " : "renamed ";
    if (!is_new) text += std::to_string(file.id) + " ";
    text += file.path + "; ";
  }
  for (const std::int64_t id : changes.removed) text += "removed " + std::to_string(id) + "; ";
  const auto count = [&](const char* name, std::size_t number) {
    if (number > 0) text += std::to_string(number) + " " + name + "; ";
  };
  count("unchanged", changes.unchanged);
  count("kept", changes.kept.size());
  count("failed", changes.failed);
  return text.substr(0, text.size() < 2 ? 0 : text.size() - 2);
}

TEST(Changes, AddedChangedRemovedUnchanged) {
  EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}, {2, "b", stat_of(2)}, {3, "c", stat_of(3)}},
                               {{"a", stat_of(1)}, {"b", stat_of(2, 2'000)}, {"d", stat_of(4)}})),
            "changed 2 b; added d; removed 3; 1 unchanged");
}

TEST(Changes, FileThatReplacesAnotherTakesOverItsRow) {
  EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}}, {{"a", stat_of(7)}})), "changed 1 a");
}

TEST(Changes, RecentFileIsReadAgain) {
  const FileStat before = stat_of(1, kLastRead - 3);
  const FileStat recent = stat_of(2, kLastRead - 2);
  const FileStat future = stat_of(3, kLastRead + 9'999);
  EXPECT_EQ(text_of(changes_of({{1, "a", before}, {2, "b", recent}, {3, "c", future}},
                               {{"a", before}, {"b", recent}, {"c", future}})),
            "changed 2 b; changed 3 c; 1 unchanged");
}

TEST(Changes, FileThatCouldNotBeReadIsReadAgain) {
  EXPECT_EQ(text_of(changes_of({{1, "a", std::nullopt}}, {{"a", stat_of(1)}})), "changed 1 a");
}

TEST(Changes, RenamedIfExactlyOneOfEachHasTheIdentity) {
  EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}}, {{"b", stat_of(1)}})), "renamed 1 b");
  EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}}, {{"b", stat_of(1, 1'000, 11)}})),
            "added b; removed 1")
      << "renamed and changed";
  EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}}, {{"b", stat_of(1)}, {"c", stat_of(1)}})),
            "added b; added c; removed 1")
      << "two hard links";
  EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}, {2, "b", stat_of(1)}}, {{"c", stat_of(1)}})),
            "added c; removed 1; removed 2");
}

TEST(Changes, SwappedNamesKeepTheirRows) {
  EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}, {2, "b", stat_of(2)}},
                               {{"a", stat_of(2)}, {"b", stat_of(1)}})),
            "changed 1 a; changed 2 b");
}

TEST(Changes, DirectoryThatCannotBeReadKeepsWhatIsBelow) {
  EXPECT_EQ(text_of(changes_of({{1, "a.md", stat_of(1)},
                                {2, "a/x.md", stat_of(2)},
                                {3, "a/y/\xFF", stat_of(3)},
                                {4, "a0", stat_of(4)}},
                               {{"a/", std::nullopt, EACCES}})),
            "removed 1; removed 4; 2 kept; 1 failed");
}

TEST(Changes, OnlyAFileThatIsGoneIsRemoved) {
  for (const int error : {EACCES, EIO, ENOMEM, ESTALE})
    EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}}, {{"a", std::nullopt, error}})),
              "1 kept; 1 failed");
  for (const int error : {ENOENT, ENOTDIR, ELOOP})
    EXPECT_EQ(text_of(changes_of({{1, "a", stat_of(1)}}, {{"a", std::nullopt, error}})),
              "removed 1");
}

TEST(Changes, NewFileWhoseStatFailsIsToBeRead) {
  EXPECT_EQ(text_of(changes_of({}, {{"a", std::nullopt, EACCES}})), "added a");
}

// Such names come in an order of their own: those that look alike are not sorted by bytes.
TEST(Changes, NamesThatAreNotUtf8) {
  EXPECT_EQ(
      text_of(changes_of({{1, "\xFF", stat_of(1)}, {2, "b", stat_of(2)}, {3, "\xFE", stat_of(3)}},
                         {{"\xFF", stat_of(1)}, {"b", stat_of(2)}, {"\xFE", stat_of(3)}})),
      "3 unchanged");
}

TEST(Changes, FindsAFileToReadByItsPath) {
  const Changes changes = changes_of({}, {{"a", stat_of(1)}, {"c", stat_of(2)}});
  ASSERT_NE(changes.find("c"), nullptr);
  EXPECT_EQ(changes.find("c")->path, "c");
  EXPECT_EQ(changes.find("b"), nullptr);
}

// The state that the store has after the changes were applied.
std::map<std::string, FileStat> applied(const std::vector<Known>& known,
                                        const std::vector<Found>& found, const Changes& changes) {
  std::map<std::int64_t, std::pair<std::string, FileStat>> rows;
  for (const Known& one : known) rows[one.id] = {one.path, *one.stat};
  for (const std::int64_t id : changes.removed) EXPECT_EQ(rows.erase(id), 1U);
  std::int64_t next_id = 1'000;
  for (const FileToRead& file : changes.to_read) {
    const auto at = std::find_if(found.begin(), found.end(),
                                 [&](const Found& one) { return one.path == file.path; });
    if (at == found.end() || !at->stat) continue;
    EXPECT_TRUE(file.id == 0 || rows.count(file.id) == 1) << file.path;
    rows[file.id != 0 ? file.id : next_id++] = {file.path, *at->stat};
  }
  std::map<std::string, FileStat> files;
  for (const auto& [id, row] : rows) EXPECT_TRUE(files.emplace(row).second) << row.first;
  return files;
}

// Whatever happened: the store has what the walk found, and what a failure hides.
TEST(Changes, AppliedToTheOldStateGiveTheNewOne) {
  std::mt19937 random(1);
  const std::vector<std::string> paths = {"a", "a/b", "a/c", "b/\xFF", "b/d", "c", "d/e/f", "z"};
  for (int round = 0; round < 20'000; ++round) {
    std::vector<Known> known;
    std::vector<Found> found;
    const bool hides = random() % 4 == 0;  // whether `b/` cannot be read
    std::map<std::string, FileStat> expected;
    for (const std::string& path : paths) {
      const bool is_below = path[0] == 'b';
      const FileStat old_stat = stat_of(random() % 5, 1'000 + random() % 2);
      const FileStat new_stat =
          random() % 3 == 0 ? stat_of(random() % 5, 1'000 + random() % 2) : old_stat;
      const bool was = random() % 2 == 0;
      const bool is = random() % 3 != 0;
      if (was) known.push_back({static_cast<std::int64_t>(known.size() + 1), path, old_stat});
      if (hides && path == "b/\xFF") found.push_back({"b/", std::nullopt, EACCES});
      if (hides && is_below) {
        if (was) expected[path] = old_stat;
      } else if (is && random() % 10 == 0) {
        found.push_back({path, std::nullopt, EIO});
        if (was) expected[path] = old_stat;
      } else if (is) {
        found.push_back({path, new_stat});
        expected[path] = new_stat;
      }
    }
    std::shuffle(known.begin(), known.end(), random);
    EXPECT_EQ(applied(known, found, changes_of(known, found)), expected) << "round " << round;
  }
}

TEST(Fingerprint, IsReadBack) {
  FileStat stat = stat_of(18'446'744'073'709'551'615U, -5);
  stat.mtime_nanoseconds = 999'999'999;
  EXPECT_EQ(FileStat::of_fingerprint(stat.fingerprint()), stat);
  for (const char* const text : {"", "1", "1-2-3-4-5", "1-2-3-4-5-x", "1-2-3-4-5-6-7", "a"})
    EXPECT_FALSE(FileStat::of_fingerprint(text)) << text;
}

}  // namespace
}  // namespace articles
