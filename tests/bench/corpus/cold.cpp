#include "cold.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <system_error>
#include <vector>

#include "floor.h"

namespace bench {
namespace {

struct Measure {
  std::string name;
  std::function<void()> work;
  Work reads;  // Head or All
  bool is_peer;
  std::vector<double> times{};  // in milliseconds

  double median() const {
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

void run_command(const std::string& command) {
  const int code = std::system(command.c_str());
  // 1: nothing was found, as it should be.
  if (!WIFEXITED(code) || WEXITSTATUS(code) != 1) throw std::runtime_error("failed: " + command);
}

void read_files(const std::filesystem::path& directory, Work work, unsigned threads) {
  const Listing listing = list_files(directory);
  touch_files(listing, work, threads);
  for (const int folder : listing.folders) close(folder);
}

std::vector<Measure> make_measures(const std::filesystem::path& directory,
                                   const std::function<void(const std::string&)>& run_sql) {
  const bool has_ripgrep = std::system("command -v rg >/dev/null") == 0;
  if (!has_ripgrep) std::puts("rg is not installed: it is not measured");
  std::vector<Measure> measures = {
      {"title", [=] { run_sql("SELECT count(title) FROM articles({})"); }, Work::Head, false},
      {"text", [=] { run_sql("SELECT sum(length(text)) FROM articles({})"); }, Work::All, false},
  };
  for (const unsigned threads : {1U, 2U, 4U, 8U, 16U, 32U}) {
    const std::string number = std::to_string(threads);
    for (const Work work : {Work::Head, Work::All})
      measures.push_back({(work == Work::Head ? "heads, threads " : "all, threads ") + number,
                          [=] { read_files(directory, work, threads); }, work, true});
    if (has_ripgrep)
      measures.push_back({"rg -j" + number,
                          [=] {
                            run_command("rg -uu -j" + number + " 'text that no file has' '" +
                                        directory.string() + "'");
                          },
                          Work::All, true});
  }
  return measures;
}

double measure_once(const std::function<void()>& work) {
  if (const std::string reason = drop_page_cache(); !reason.empty())
    throw std::runtime_error("the page cache cannot be dropped: " + reason);
  const auto begin = std::chrono::steady_clock::now();
  work();
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  return time.count();
}

}  // namespace

std::string drop_page_cache() {
  sync();
  const int fd = open("/proc/sys/vm/drop_caches", O_WRONLY | O_CLOEXEC);
  const bool written = fd >= 0 && write(fd, "3", 1) == 1;
  const int error = errno;
  if (fd >= 0) close(fd);
  return written ? "" : std::system_category().message(error);
}

void measure_cold(const std::filesystem::path& directory, int runs,
                  const std::function<void(const std::string& sql)>& run_sql) {
  std::vector<Measure> measures = make_measures(directory, run_sql);
  for (int run = 0; run < runs; ++run)
    for (Measure& measure : measures) measure.times.push_back(measure_once(measure.work));
  std::printf("page cache cold, median of %d\n%9s %8s  reads\n", runs, "ms", "ratio");
  for (const Measure& measure : measures) {
    // The best that reads as much; rg has no way to read less than all.
    double best = 1e300;
    for (const Measure& peer : measures)
      if (peer.is_peer && peer.reads == measure.reads) best = std::min(best, peer.median());
    std::printf("%9.0f %8.2f  %s\n", measure.median(), measure.median() / best,
                measure.name.c_str());
  }
}

}  // namespace bench
