#include "files/walk.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "../support/temp_folder.h"
#include "articles/article.h"
#include "articles/corpus.h"
#include "articles/error.h"

namespace articles {
namespace {

namespace fs = std::filesystem;

class WalkTest : public TempFolder {
 protected:
  void write(const std::string& path, const std::string& content = "x") const {
    TempFolder::write(path, content);
  }

  std::vector<std::string> walked(const WalkOptions& options = {},
                                  const std::string& prefix = "") const {
    std::vector<std::string> paths;
    Walk walk(Directory::open(root_.string()), options, prefix);
    for (Entry entry; walk.next(entry);) paths.push_back(shown_path(entry));
    return paths;
  }

  bool finds(const std::string& path, const WalkOptions& options = {}) const {
    return find_entry(Directory::open(root_.string()), options, path).has_value();
  }
};

using Paths = std::vector<std::string>;

TEST_F(WalkTest, EntriesAreInByteOrderOfThePath) {
  for (const char* const path : {"b.md", "a/z.md", "a.md", "a-b.md", "a0.md", "A.md", "中.md"})
    write(path);
  EXPECT_EQ(walked(), (Paths{"A.md", "a-b.md", "a.md", "a/z.md", "a0.md", "b.md", "中.md"}));
}

TEST_F(WalkTest, SkipsSymlinksSpecialFilesAndDotNames) {
  write("a.md");
  write(".hidden.md");
  write(".git/b.md");
  write("real/c.md");
  fs::create_symlink(root_ / "a.md", root_ / "link.md");
  fs::create_directory_symlink(root_ / "real", root_ / "linked");
  ASSERT_EQ(mkfifo((root_ / "pipe.md").c_str(), 0600), 0);
  EXPECT_EQ(walked(), (Paths{"a.md", "real/c.md"}));
  WalkOptions hidden;
  hidden.hidden = true;
  EXPECT_EQ(walked(hidden), (Paths{".git/b.md", ".hidden.md", "a.md", "real/c.md"}));
}

TEST_F(WalkTest, AppliesGlobExcludeAndPrefix) {
  for (const char* const path : {"a.md", "b.txt", "x/a.md", "x/y/a.md", "z/a.md"}) write(path);
  WalkOptions options;
  options.glob = std::make_shared<const Glob>("x/**");
  EXPECT_EQ(walked(options), (Paths{"x/a.md", "x/y/a.md"}));
  options.exclude = std::make_shared<const Glob>("x/y/**");
  EXPECT_EQ(walked(options), (Paths{"x/a.md"}));
  EXPECT_EQ(walked({}, "x/"), (Paths{"x/a.md", "x/y/a.md"}));
  EXPECT_EQ(walked({}, "x/y/a"), (Paths{"x/y/a.md"}));
  EXPECT_EQ(walked({}, "nowhere"), Paths{});
}

TEST_F(WalkTest, LookupFindsWhatAWalkGives) {
  write("a.md");
  write("x/a.md");
  write("x/a.bin");
  write(".h/a.md");
  fs::create_symlink(root_ / "a.md", root_ / "link.md");
  fs::create_directory_symlink(root_ / "x", root_ / "linked");
  EXPECT_TRUE(finds("a.md"));
  EXPECT_TRUE(finds("x/a.md"));
  for (const char* const path :
       {"", "b.md", "x", "x/", "x/a.bin", ".h/a.md", "link.md", "linked/a.md", "./a.md",
        "x/../a.md", "../a.md", "/etc/hosts", "x//a.md", "a.md/"})
    EXPECT_FALSE(finds(path)) << path;
  EXPECT_FALSE(finds(std::string("a.md\0b", 6)));
  WalkOptions options;
  options.exclude = std::make_shared<const Glob>("x/**");
  EXPECT_FALSE(finds("x/a.md", options));
}

TEST_F(WalkTest, NameThatIsNotUtf8IsShownRepairedAndFoundByRowid) {
  write("b\xFF.md", "---\ntitle: T\n---\n");
  write("b\xC3\xA9.md");
  const CorpusOptions options;
  std::int64_t rowid = 0;
  std::string file;
  Scan all(root_.string(), options, {});
  while (all.next()) {
    if (describe(all.article().problems()).empty()) continue;
    file = all.article().file();
    rowid = all.article().rowid();
    EXPECT_EQ(describe(all.article().problems()), "the name is not UTF-8");
    EXPECT_EQ(all.article().metadata()->title(), "T");
  }
  EXPECT_EQ(file, "b\uFFFD.md");
  Selection by_rowid;
  by_rowid.rowids = {{rowid}};
  Scan one(root_.string(), options, by_rowid);
  ASSERT_TRUE(one.next());
  EXPECT_EQ(one.article().file(), file);
  EXPECT_FALSE(one.next());
  Selection by_name;
  by_name.file = file;
  Scan named(root_.string(), options, by_name);
  ASSERT_TRUE(named.next()) << "a full scan and SQLite's comparison find it too";
  EXPECT_EQ(named.article().file(), file);
}

// Root can read everything, so the test runs as another user for a while.
class WithoutPrivileges {
 public:
  WithoutPrivileges() { changed_ = geteuid() == 0 && seteuid(65534) == 0; }
  ~WithoutPrivileges() {
    if (changed_) {
      EXPECT_EQ(seteuid(0), 0);
    }
  }

 private:
  bool changed_;
};

TEST_F(WalkTest, UnreadableFileOrDirectoryIsAnEntry) {
  write("closed/a.md");
  write("locked.md");
  write("open.md");
  fs::permissions(root_, fs::perms(0755));
  fs::permissions(root_ / "closed", fs::perms(0));
  fs::permissions(root_ / "locked.md", fs::perms(0));
  {
    const WithoutPrivileges nobody;
    EXPECT_EQ(walked(), (Paths{"closed/", "locked.md", "open.md"}));
    EXPECT_TRUE(finds("closed/"));
    EXPECT_TRUE(finds("closed/a.md")) << "the folder may hold it";
    const CorpusOptions options;
    Scan scan(root_.string(), options, {});
    ASSERT_TRUE(scan.next());
    EXPECT_EQ(describe(scan.article().problems()), "cannot read the directory: Permission denied");
    EXPECT_EQ(scan.article().metadata(), nullptr);
    EXPECT_EQ(scan.article().text(), std::nullopt);
    ASSERT_TRUE(scan.next());
    EXPECT_EQ(describe(scan.article().problems()), "cannot open: Permission denied");
    EXPECT_EQ(scan.article().stat()->size, 1);
    EXPECT_EQ(scan.article().metadata(), nullptr);
  }
  fs::permissions(root_ / "closed", fs::perms(0755));
}

std::string message_of(const std::string& directory) {
  try {
    Directory::open(directory);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST_F(WalkTest, ErrorNamesDirectoryAndReason) {
  write("a.md");
  const std::string here = fs::current_path().string();
  EXPECT_EQ(message_of("nowhere"),
            "cannot open directory 'nowhere' (in " + here + "): No such file or directory");
  EXPECT_EQ(message_of("~/x"),
            "cannot open directory '~/x' (in " + here +
                "): No such file or directory; '~' is not expanded, write the whole path");
  EXPECT_EQ(message_of((root_ / "a.md").string()),
            "cannot open directory '" + (root_ / "a.md").string() + "': Not a directory");
  EXPECT_EQ(message_of(""), "cannot open a directory: its name is empty");
  EXPECT_EQ(message_of(std::string("a\0b", 3)),
            "cannot open directory 'a\uFFFDb': the name contains a NUL character");
  fs::permissions(root_, fs::perms(0));
  {
    const WithoutPrivileges nobody;
    EXPECT_EQ(message_of(root_.string()),
              "cannot open directory '" + root_.string() + "': Permission denied");
  }
  fs::permissions(root_, fs::perms(0755));
}

TEST_F(WalkTest, RootMayBeASymlink) {
  write("a.md");
  const fs::path link = root_.string() + ".link";
  fs::create_directory_symlink(root_, link);
  const WalkOptions options;
  Walk walk(Directory::open(link.string()), options, "");
  Entry entry;
  EXPECT_TRUE(walk.next(entry));
  EXPECT_EQ(entry.path, "a.md");
  fs::remove(link);
}

}  // namespace
}  // namespace articles
