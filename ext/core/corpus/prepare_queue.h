// Articles that worker threads prepare, in the order of their rows.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>

#include "articles/article.h"
#include "articles/error.h"
#include "base/mutex.h"
#include "corpus/thread_limit.h"

namespace articles {

// An article ahead of the current one.
struct Slot {
  Slot(const ArticleOptions& options, const std::string& directory,
       const InterruptCheck& interrupted)
      : article(options, directory, interrupted) {}

  Article article;
  Parts wanted = 0;                        // to be prepared
  std::exception_ptr exception;            // thrown by preparing it
  std::size_t bytes = 0;                   // that the prepared article holds
  std::optional<std::uint64_t> queue_row;  // its number in the queue, if it was added
};

// A ring of slots. Rows are added in order, claimed in order in batches, and prepared by the thread
// that claimed them: a worker, or the caller while it waits for a row. While prepared articles hold
// more than the memory budget, no further batch is begun except the one that the caller waits for.
// No more workers are busy at the same time than the limit of threads says.
//
// A slot belongs to the queue from add() until wait_for() says that its row is ready.
class PrepareQueue {
 public:
  // Rows that fit in the ring.
  static constexpr std::size_t kCapacity = 512;
  static constexpr std::size_t kMaxBatch = 8;

  explicit PrepareQueue(std::size_t max_bytes) noexcept : max_bytes_(max_bytes) {}

  // --- For the caller's thread

  // Sets the limits for the rows after cancel(): none was added since.
  void limit_threads(ThreadCounts counts);

  // How many threads are of use now, with the caller's.
  unsigned threads_of_use() const noexcept { return threads_of_use_.load(); }

  // Adds the next `count` rows, of which the first after cancel() is number 0, and wakes as many
  // idle workers as that makes batches of `batch_rows`.
  // REQUIRES: 1 <= batch_rows <= kMaxBatch; there are no more than kCapacity rows from the last one
  // that was taken
  void add(Slot* const* slots, std::size_t count, std::size_t batch_rows);

  // Waits until the row is ready, and prepares rows meanwhile. Returns the first row behind it that
  // is not ready. Throws Interrupted.
  // REQUIRES: the row was added
  std::uint64_t wait_for(std::uint64_t row, const InterruptCheck& interrupted);

  // Returns memory to the budget: articles of so many bytes were taken from the queue.
  void release(std::size_t bytes);

  // Interrupts the batches that are being prepared, waits for their threads, and drops all rows.
  void cancel() noexcept;

  // --- For worker threads

  // Prepares batches until request_stop().
  void work() noexcept;

  // Makes all calls of work() return, until allow_work(). A batch that is being prepared is
  // interrupted, and its unfinished rows return to the queue.
  void request_stop() noexcept;
  void allow_work() noexcept;

 private:
  enum class State : std::uint8_t { Queued, Claimed, Ready };

  struct Cell {
    Slot* slot = nullptr;
    State state = State::Queued;
  };

  // Rows that one thread prepares.
  struct Batch {
    std::uint64_t first_row = 0;
    std::size_t size = 0;
    std::size_t finished = 0;  // rows from the first one that are prepared
    std::size_t bytes = 0;     // that these hold
    bool is_measured = false;
    ThreadTimes times;  // if it is measured
    std::array<Slot*, kMaxBatch> slots{};
  };

  Cell& cell(std::uint64_t row) NEEDS_LOCK(mutex_) { return ring_[row % kCapacity]; }
  bool has_work() const NEEDS_LOCK(mutex_) {
    return next_ < end_ && bytes_ready_ <= max_bytes_ && !cancelling_;
  }
  bool is_to_be_measured() NEEDS_LOCK(mutex_);
  // How many more workers may begin a batch.
  std::size_t free_workers() const NEEDS_LOCK(mutex_) {
    const unsigned limit = threads_of_use_.load() - 1;
    return limit > busy_workers_ ? limit - busy_workers_ : 0;
  }
  Batch claim() NEEDS_LOCK(mutex_);
  void finish(const Batch& batch) NEEDS_LOCK(mutex_);
  void skip_claimed() NEEDS_LOCK(mutex_);
  void prepare(Batch& batch, const InterruptCheck& interrupted) const noexcept;
  void prepare_rows(Batch& batch, const InterruptCheck& interrupted) const noexcept;

  const std::size_t max_bytes_;
  std::atomic<bool> interrupt_workers_{false};  // set by cancel() and request_stop()
  std::atomic<unsigned> threads_of_use_{1};     // changed while mutex_ is locked

  Mutex mutex_;
  Condition work_;   // has_work() may have become true, or stopping_
  Condition ready_;  // a batch was finished
  std::array<Cell, kCapacity> ring_ GUARDED_BY(mutex_);
  std::uint64_t next_ GUARDED_BY(mutex_) = 0;  // the first row that is Queued, or end_
  std::uint64_t end_ GUARDED_BY(mutex_) = 0;   // the row that add() will add
  std::size_t batch_rows_ GUARDED_BY(mutex_) = 1;
  std::size_t bytes_ready_ GUARDED_BY(mutex_) = 0;  // of prepared articles in the queue
  ThreadLimit limit_ GUARDED_BY(mutex_){{}, 0};
  unsigned batches_ GUARDED_BY(mutex_) = 0;  // since limit_threads()
  unsigned idle_workers_ GUARDED_BY(mutex_) = 0;
  unsigned busy_workers_ GUARDED_BY(mutex_) = 0;
  bool caller_waits_ GUARDED_BY(mutex_) = false;
  bool cancelling_ GUARDED_BY(mutex_) = false;
  bool stopping_ GUARDED_BY(mutex_) = false;
};

}  // namespace articles
