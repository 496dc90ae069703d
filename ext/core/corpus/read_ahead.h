// Articles ahead of the current one, prepared by worker threads.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "articles/article.h"
#include "articles/interrupt.h"
#include "corpus/read_ahead_window.h"
#include "files/entry.h"

namespace articles {

// Gives articles in the order of the entries. How many it holds ahead, and what is prepared of
// them, follows from what was asked of those before (see ReadAheadWindow): nothing is read for
// nothing.
//
// Rows are handed out in runs of some, each with a thread that it is meant for, the caller's among
// them: a lock is taken once or twice a run, and memory stays with one thread, where it is cheap to
// use again. A thread without a run of its own takes another's.
//
// Its methods are for one thread; the workers are its own and end with it. A worker knows articles
// only. Where no thread can be had everything is read when it is asked for.
class ReadAhead {
 public:
  using Source = std::function<bool(Entry&)>;

  // While articles that were prepared hold so many bytes no further one is begun.
  static constexpr std::size_t kMaxBytes = 33'554'432;

  // `source` gives the next entry, false at the end, and is called on the caller's thread only.
  // `threads` is how many read at the same time, the caller's thread among them. `options` must
  // outlive this.
  ReadAhead(const ArticleOptions& options, std::string directory, unsigned threads, Source source,
            InterruptCheck interrupted, std::size_t max_bytes = kMaxBytes);
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // Moves to the next article; nullptr at the end. It lives until the next call. Throws what
  // `source` throws, bad_alloc, and Interrupted while it waits.
  Article* next();

 private:
  enum class State : std::uint8_t {
    Mine,    // only the caller's thread has to do with it
    Queued,  // for the thread that takes it first; becomes another state under mutex_ only
    Taken,   // by a worker
    Done,    // by a worker, which has nothing to do with it any more
  };

  struct Slot;
  // In the order of rows. A list of links that the slots own: to move a run from one list to
  // another takes no memory, and a worker has nobody to tell that there is none.
  using Queue = std::list<Slot*>;

  struct Slot {
    Slot(const ArticleOptions& options, const std::string& directory, unsigned home_thread)
        : article(options, directory), home(home_thread), link{this} {}

    Article article;
    const unsigned home;           // the thread that it is meant for; 0 is the caller's
    Queue link;                    // empty while the slot is in a queue
    std::uint64_t row = 0;         // its number in the scan
    Parts wanted = 0;              // by the window, when the slot was filled
    std::exception_ptr exception;  // of preparing it ahead
    std::size_t bytes = 0;         // that it holds, as counted in bytes_ahead_
    std::atomic<State> state{State::Mine};
  };

  void fill();
  std::unique_ptr<Slot> free_slot(unsigned home);
  void queue_new(std::size_t from);
  void start_workers();
  void take(Slot& slot);
  void take_from_worker(Slot& slot);
  bool help();
  bool has_work() const;
  Queue::iterator run_for(unsigned thread);
  void move_run(Queue::iterator begin, State state, Queue& to);
  static bool is_before(const Slot* a, const Slot* b);
  static Slot& pop(Queue& queue);
  void prepare(Slot& slot) noexcept;
  void work(unsigned thread) noexcept;
  void work_on(Queue& run) noexcept;

  const ArticleOptions& options_;
  const std::string directory_;
  const unsigned threads_;
  const Source source_;
  const InterruptCheck interrupted_;
  const std::size_t max_bytes_;

  ReadAheadWindow window_;
  std::deque<std::unique_ptr<Slot>> slots_;  // the current article's first, then those ahead
  std::vector<std::vector<std::unique_ptr<Slot>>> free_;  // by home
  unsigned next_home_ = 0;
  std::uint64_t next_row_ = 0;
  bool at_row_ = false;  // slots_.front() is the current article's
  bool at_end_ = false;  // of the source
  Entry spare_;
  bool tried_threads_ = false;
  std::vector<std::thread> workers_;
  Queue mine_;  // what this thread took from queue_ and has not prepared yet

  std::mutex mutex_;
  std::condition_variable work_;  // there is something in queue_, or stopping_ is set
  std::condition_variable done_;  // awaited_ is not Taken any more
  Queue queue_;                   // guarded by mutex_
  unsigned idle_workers_ = 0;     // guarded by mutex_
  std::atomic<bool> stopping_{false};
  std::atomic<Slot*> awaited_{nullptr};
  std::atomic<std::size_t> bytes_ahead_{0};  // of all articles that were prepared
};

}  // namespace articles
