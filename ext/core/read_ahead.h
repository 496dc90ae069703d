// Articles ahead of the current one, prepared by worker threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "articles/article.h"
#include "articles/interrupt.h"
#include "read_ahead_window.h"

namespace articles {

// Gives articles in the order of the entries. How many it holds ahead, and what is prepared of
// them, follows from what was asked of those before (see ReadAheadWindow): nothing is read for
// nothing.
//
// Its methods are for one thread; the workers are its own and end with it. A worker knows articles
// only. Where no thread can be had everything is read when it is asked for.
class ReadAhead {
 public:
  using Source = std::function<bool(Entry&)>;

  // `source` gives the next entry, false at the end, and is called on the caller's thread only.
  // `threads` is how many read at the same time, the caller's thread among them. `options` must
  // outlive this.
  ReadAhead(const ArticleOptions& options, std::string directory, unsigned threads, Source source,
            InterruptCheck interrupted);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // Moves to the next article; nullptr at the end. It lives until the next call. Throws what
  // `source` throws, bad_alloc, and Interrupted while it waits.
  Article* next();

 private:
  enum class State : std::uint8_t { Idle, Queued, Running, Done };

  struct Slot {
    Slot(const ArticleOptions& options, const std::string& directory)
        : article(options, directory) {}

    Article article;
    Parts wanted = 0;              // by the window, when the slot was filled
    State state = State::Idle;     // guarded by mutex_
    std::exception_ptr exception;  // guarded by mutex_
    std::size_t bytes = 0;         // that it holds when done; guarded by mutex_
  };

  void fill();
  std::unique_ptr<Slot> free_slot();
  void queue_new(std::size_t from);
  void start_workers();
  bool has_work() const;
  void take(Slot& slot);
  void help_until_done(Slot& slot, std::unique_lock<std::mutex>& lock);
  void run_first(std::unique_lock<std::mutex>& lock);
  void work() noexcept;

  const ArticleOptions& options_;
  const std::string directory_;
  const unsigned threads_;
  const Source source_;
  const InterruptCheck interrupted_;

  ReadAheadWindow window_;
  std::deque<std::unique_ptr<Slot>> slots_;  // the current article's first, then those ahead
  std::vector<std::unique_ptr<Slot>> free_;
  bool at_row_ = false;  // slots_.front() is the current article's
  bool at_end_ = false;  // of the source
  Entry spare_;
  bool tried_threads_ = false;
  std::vector<std::thread> workers_;

  std::mutex mutex_;
  std::condition_variable work_;  // there is something in queue_, or stopping_ is set
  std::condition_variable done_;  // awaited_ is done
  std::deque<Slot*> queue_;       // guarded by mutex_
  Slot* awaited_ = nullptr;       // guarded by mutex_
  unsigned idle_workers_ = 0;     // guarded by mutex_
  std::size_t bytes_ahead_ = 0;   // of all slots that are done; guarded by mutex_
  bool stopping_ = false;         // guarded by mutex_
};

}  // namespace articles
