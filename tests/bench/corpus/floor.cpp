#include "floor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <thread>

namespace bench {
namespace {

constexpr std::size_t kHeadBytes = 4096;

void list_folder(int fd, Listing& listing) {
  const auto number = static_cast<int>(listing.folders.size());
  listing.folders.push_back(fd);
  DIR* const folder = fdopendir(dup(fd));
  if (folder == nullptr) throw std::runtime_error("cannot read a folder");
  while (const dirent* const entry = readdir(folder)) {
    if (entry->d_name[0] == '.') continue;
    if (entry->d_type == DT_REG) listing.files.emplace_back(number, entry->d_name);
    if (entry->d_type == DT_DIR)
      list_folder(openat(fd, entry->d_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC), listing);
  }
  closedir(folder);
}

void read_file(int folder, const char* name, bool all) {
  thread_local std::vector<char> buffer(64 * kHeadBytes);
  const int fd = openat(folder, name, O_RDONLY | O_CLOEXEC);
  if (fd < 0) throw std::runtime_error("cannot open a file");
  const std::size_t wanted = all ? buffer.size() : kHeadBytes;
  while (read(fd, buffer.data(), wanted) == static_cast<ssize_t>(wanted) && all) {
  }
  close(fd);
}

void touch(const Listing& listing, Work work, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const auto& [number, name] = listing.files[i];
    const int folder = listing.folders[static_cast<std::size_t>(number)];
    struct stat status = {};
    if (work == Work::Stat) static_cast<void>(fstatat(folder, name.c_str(), &status, 0));
    if (work == Work::Head || work == Work::All) read_file(folder, name.c_str(), work == Work::All);
  }
}

}  // namespace

Listing list_files(const std::filesystem::path& root) {
  Listing listing;
  const int fd = open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) throw std::runtime_error("cannot open " + root.string());
  list_folder(fd, listing);
  return listing;
}

void touch_files(const Listing& listing, Work work, unsigned threads) {
  std::vector<std::thread> workers;
  const std::size_t files = listing.files.size();
  for (unsigned i = 0; i < threads; ++i)
    workers.emplace_back(
        [&, i] { touch(listing, work, files * i / threads, files * (i + 1) / threads); });
  for (std::thread& worker : workers) worker.join();
}

}  // namespace bench
