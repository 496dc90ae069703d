// System calls that fail: no file is lost, and no failure is silent.
#include <dirent.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "../support/temp_folder.h"
#include "articles/corpus.h"
#include "files/system_calls.h"

namespace articles {
namespace {

using Lines = std::vector<std::string>;

const SystemCalls kSystem = system_calls;

// Fails the call number `at`, and `count - 1` calls after it, of those whose file name
// is `name`; all calls if it is empty.
struct Fault {
  int at = 0;
  int count = 1;
  int error = EIO;
  std::string name;
  int calls = 0;

  bool hits(const char* called = "") {
    if (!name.empty() && name != called) return false;
    const int call = calls++;
    if (call < at || call - at >= count) return false;
    errno = error;
    return true;
  }
};

Fault fault;

int faulty_openat(int directory, const char* name, int flags) {
  return fault.hits(name) ? -1 : kSystem.openat(directory, name, flags);
}
int faulty_fstatat(int directory, const char* name, struct stat* status, int flags) {
  return fault.hits(name) ? -1 : kSystem.fstatat(directory, name, status, flags);
}
int faulty_fstat(int fd, struct stat* status) {
  return fault.hits() ? -1 : kSystem.fstat(fd, status);
}
ssize_t faulty_pread(int fd, void* buffer, std::size_t size, off_t offset) {
  return fault.hits() ? -1 : kSystem.pread(fd, buffer, size, offset);
}
ssize_t faulty_getdents64(int fd, void* buffer, std::size_t size) {
  return fault.hits() ? -1 : kSystem.getdents64(fd, buffer, size);
}
// A file system that does not say of what type its entries are.
ssize_t getdents64_without_types(int fd, void* buffer, std::size_t size) {
  const ssize_t bytes = kSystem.getdents64(fd, buffer, size);
  for (ssize_t at = 0; at < bytes;) {
    auto* const found = reinterpret_cast<dirent64*>(static_cast<char*>(buffer) + at);
    found->d_type = DT_UNKNOWN;
    at += found->d_reclen;
  }
  return bytes;
}

class FileFaults : public TempFolder {
 protected:
  void SetUp() override {
    TempFolder::SetUp();
    for (const char* const file : {"a.md", "b/c/d.md", "b/e.md", "f.md"})
      write(file, "---\ntitle: T\n---\nbody");
    options_.threads = 1;
  }
  void TearDown() override {
    system_calls = kSystem;
    TempFolder::TearDown();
  }

  // A line per row: file, size, title, error.
  Lines rows(const Selection& selection = {}, const InterruptCheck& interrupted = {}) const {
    Lines lines;
    Scan scan(root_.string(), options_, selection, interrupted);
    while (scan.next()) {
      Article& article = scan.article();
      std::string line = article.file();
      const FileStat* const stat = article.stat();
      line += stat != nullptr ? " " + std::to_string(stat->size) : " NULL";
      Metadata* const metadata = article.metadata();
      line += metadata != nullptr ? " " + std::string(*metadata->title()) : " NULL";
      const std::string error = describe(article.problems());
      lines.push_back(error.empty() ? line : line + " " + error);
    }
    return lines;
  }
  Lines row_of(const std::string& file) const {
    Selection selection;
    selection.file = file;
    return rows(selection);
  }

  CorpusOptions options_;
};

const Lines kAll{"a.md 21 T", "b/c/d.md 21 T", "b/e.md 21 T", "f.md 21 T"};

TEST_F(FileFaults, FileOfUnknownTypeIsARowIfItsStatFails) {
  system_calls.getdents64 = getdents64_without_types;
  EXPECT_EQ(rows(), kAll);
  system_calls.fstatat = faulty_fstatat;
  for (const int error : {EIO, EACCES, ENOMEM, ESTALE}) {
    fault = {0, 1, error, "f.md"};
    EXPECT_EQ(rows(), (Lines{kAll[0], kAll[1], kAll[2],
                             std::string("f.md NULL NULL cannot stat: ") + std::strerror(error)}));
  }
  for (const int error : {ENOENT, ENOTDIR, ELOOP}) {
    fault = {0, 1, error, "f.md"};
    EXPECT_EQ(rows(), (Lines{kAll[0], kAll[1], kAll[2]})) << "it is gone";
  }
}

TEST_F(FileFaults, DirectoryOfUnknownTypeIsReadIfItsStatFails) {
  system_calls.getdents64 = getdents64_without_types;
  system_calls.fstatat = faulty_fstatat;
  fault = {0, 1, EIO, "b"};
  EXPECT_EQ(rows(), kAll);
  system_calls.openat = faulty_openat;
  fault = {0, 2, EIO, "b"};
  EXPECT_EQ(rows(), (Lines{kAll[0], "b/ NULL NULL cannot read the directory: Input/output error",
                           kAll[3]}));
}

TEST_F(FileFaults, LookupReportsAFailingStat) {
  system_calls.fstatat = faulty_fstatat;
  fault = {0, 1, EIO, "f.md"};
  EXPECT_EQ(row_of("f.md"), Lines{"f.md NULL NULL cannot stat: Input/output error"});
  fault = {0, 1, ENOENT, "f.md"};
  EXPECT_EQ(row_of("f.md"), Lines{});
  EXPECT_EQ(row_of(std::string(300, 'x') + ".md"), Lines{}) << "no name is so long";
}

TEST_F(FileFaults, LookupReportsADirectoryThatCannotBeOpened) {
  system_calls.openat = faulty_openat;
  for (const int error : {EIO, EMFILE, ENFILE, ESTALE}) {
    fault = {0, 1, error, "c"};
    EXPECT_EQ(row_of("b/c/d.md"),
              Lines{std::string("b/c/d.md NULL NULL cannot read the directory: ") +
                    std::strerror(error)});
  }
  fault = {0, 1, ENOENT, "c"};
  EXPECT_EQ(row_of("b/c/d.md"), Lines{});
}

TEST_F(FileFaults, SizeThatCouldNotBeHadIsReported) {
  system_calls.fstatat = faulty_fstatat;
  fault = {0, 1, EIO, "a.md"};
  EXPECT_EQ(rows()[0], "a.md NULL T cannot stat: Input/output error");
  options_.article.strict = true;
  fault = {0, 1, EIO, "a.md"};
  EXPECT_ANY_THROW(rows());
}

TEST_F(FileFaults, InterruptedSystemCallsAreRepeated) {
  system_calls = {faulty_openat, faulty_fstat, faulty_fstatat, faulty_pread, faulty_getdents64};
  for (int at = 0; at < 40; ++at) {
    fault = {at, 3, EINTR, ""};
    EXPECT_EQ(rows(), kAll) << at;
  }
  fault = {0, 0, EINTR, ""};
  rows();
  EXPECT_LT(fault.calls, 40) << "each call was interrupted";
}

TEST_F(FileFaults, EndlessInterruptionOfASystemCallEndsByTheInterruptCheck) {
  system_calls = {faulty_openat, faulty_fstat, faulty_fstatat, faulty_pread, faulty_getdents64};
  for (int at = 0; at < 10; ++at) {
    fault = {at, 1'000'000'000, EINTR, ""};
    int looks = 0;
    EXPECT_THROW(rows({}, [&] { return ++looks > 100; }), Interrupted) << at;
  }
}

// Limits the number of file descriptors of the process.
class DescriptorLimit {
 public:
  explicit DescriptorLimit(rlim_t most) {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = most;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
  ~DescriptorLimit() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_;
};

class DeepFolder : public FileFaults {
 protected:
  static constexpr int kDepth = 300;

  // Each level has a file before and one behind the next level.
  void SetUp() override {
    TempFolder::SetUp();
    options_.threads = 1;
    for (int i = 0; i < kDepth; ++i) {
      write(folder(i) + "a.md", "---\ntitle: T\n---\n");
      write(folder(i) + "z.md", "---\ntitle: T\n---\n");
    }
  }
  static std::string folder(int depth) {
    std::string path;
    for (int i = 0; i < depth; ++i) path += "d/";
    return path;
  }
};

TEST_F(DeepFolder, KeepsFewDirectoriesOpen) {
  const DescriptorLimit limit(64);
  const Lines all = rows();
  ASSERT_EQ(all.size(), 2U * kDepth);
  for (int i = 0; i < kDepth; ++i) {
    EXPECT_EQ(all[static_cast<std::size_t>(i)], folder(i) + "a.md 17 T");
    EXPECT_EQ(all[2U * kDepth - 1 - static_cast<std::size_t>(i)], folder(i) + "z.md 17 T");
  }
}

TEST_F(DeepFolder, OpensAsManyDirectoriesAsThereAre) {
  static int opened = 0;
  opened = 0;
  system_calls.openat = [](int directory, const char* name, int flags) {
    if ((flags & O_DIRECTORY) != 0) ++opened;
    return kSystem.openat(directory, name, flags);
  };
  rows();
  EXPECT_LE(opened, 2 * kDepth) << "each is opened once, and once more on the way back";
}

// A folder that is moved while the walk is below it is not left by `..` to where it is then.
TEST_F(DeepFolder, ReturnsByNameIfAFolderWasMoved) {
  Scan scan(root_.string(), options_, {});
  for (int i = 0; i <= 200; ++i) ASSERT_TRUE(scan.next());
  std::filesystem::create_directories(root_ / "y");
  write("y/z.md", "other");
  std::filesystem::rename(root_ / folder(101), root_ / "y/d");
  int rows_after = 0;
  while (scan.next())
    if (scan.article().file().back() == 'd' && describe(scan.article().problems()).empty()) {
      EXPECT_EQ(scan.article().metadata()->title(), "T") << scan.article().file();
      ++rows_after;
    }
  EXPECT_GT(rows_after, kDepth);
}

}  // namespace
}  // namespace articles
