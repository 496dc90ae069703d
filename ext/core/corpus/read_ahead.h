// Articles ahead of the current one, prepared by worker threads.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "articles/article.h"
#include "articles/error.h"
#include "corpus/prepare_queue.h"
#include "corpus/read_ahead_window.h"
#include "corpus/worker_threads.h"
#include "files/entry.h"

namespace articles {

// Gives articles in the order of the entries, and reads ahead: how many articles, and which of
// their parts, follows from what was asked of those before (see ReadAheadWindow), so that no file
// is read that the query does not use.
//
// It serves one scan after the other. Threads, and the memory of articles, are kept between scans.
// Threads are started only by a scan that has gone on for some time, and further ones while reads
// block. If none can be started, the caller's thread prepares the articles.
//
// All methods are for one thread at a time. After a fork, the child may only destroy it or call
// finish(); this leaks what the threads of the parent were using.
class ReadAhead {
 public:
  using Source = std::function<bool(Entry&)>;

  // No further article is prepared ahead while prepared ones hold so many bytes.
  static constexpr std::size_t kMaxBytes = 33'554'432;

  // Threads are started once a scan has given so many rows, or has lasted so long: starting a
  // thread takes about as long as reading ten small files.
  static constexpr std::uint64_t kRowsBeforeThreads = 64;
  static constexpr std::chrono::microseconds kTimeBeforeThreads{1'000};

  explicit ReadAhead(std::size_t max_bytes = kMaxBytes);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // Begins a scan, after finish() for the one before. `source` gives the next entry, or returns
  // false at the end; it is called on the caller's thread only. `options` must outlive the scan.
  // REQUIRES: 0 < threads.computing <= threads.most
  void start(const ArticleOptions& options, const std::string& directory, ThreadCounts threads,
             Source source, InterruptCheck interrupted);

  // Ends the scan: interrupts the workers and waits for them. `source` is not called again.
  void finish() noexcept;

  // Moves to the next article; nullptr at the end. It is valid until the next call. Throws what
  // `source` throws, bad_alloc, Interrupted, and Error in a forked child.
  Article* next();

 private:
  // What the workers use. It is on the heap so that a forked child can leave it as it is.
  struct Shared {
    explicit Shared(std::size_t max_bytes) noexcept : queue(max_bytes), threads(queue) {}

    PrepareQueue queue;
    WorkerThreads threads;
    std::deque<std::unique_ptr<Slot>> slots;  // the current article's first, then those ahead
    Shared* next_abandoned = nullptr;
  };

  void give_back_current();
  void fill();
  bool may_use_threads() const;
  void start_threads();
  std::unique_ptr<Slot> free_slot();
  void add_to_queue(std::size_t first);
  void take(Slot& slot);
  void release_taken();
  bool is_forked() const noexcept;
  void abandon() noexcept;

  const std::size_t max_bytes_;
  std::unique_ptr<Shared> shared_;
  std::vector<std::unique_ptr<Slot>> free_;  // the one used last is at the end

  // Of the scan
  const ArticleOptions* options_ = nullptr;
  std::string directory_;
  ThreadCounts threads_;
  Source source_;
  InterruptCheck interrupted_;
  ReadAheadWindow window_;
  std::chrono::steady_clock::time_point started_at_;
  std::uint64_t rows_given_ = 0;
  unsigned started_threads_ = 0;   // that were asked for, with the caller's; 0: no queue is used
  bool at_row_ = false;            // the first slot is the current article's
  bool at_end_ = true;             // of the source
  std::uint64_t queued_ = 0;       // rows that were added to the queue
  std::uint64_t ready_until_ = 0;  // rows of the queue before this one need no wait
  std::size_t taken_bytes_ = 0;    // taken from the queue, not yet released to its budget
  Entry spare_;
};

}  // namespace articles
