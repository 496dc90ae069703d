#include "corpus/read_ahead.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <system_error>
#include <utility>

#include "base/interrupt.h"

namespace articles {
namespace {

// A run is so small that each thread has some of the window, and no longer than that.
constexpr std::size_t kMaxRowsOfRun = 8;
constexpr std::size_t kRunsOfThread = 4;

// How long a wait for a worker goes on without a look at the interrupt.
constexpr std::chrono::milliseconds kPatience{5};

// Signals are for the threads of the host, which may have handlers that know nothing of ours.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

}  // namespace

ReadAhead::ReadAhead(const ArticleOptions& options, std::string directory, unsigned threads,
                     Source source, InterruptCheck interrupted, std::size_t max_bytes)
    : options_(options),
      directory_(std::move(directory)),
      threads_(threads),
      source_(std::move(source)),
      interrupted_(std::move(interrupted)),
      max_bytes_(max_bytes),
      free_(threads) {}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_.store(true);
  }
  work_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

Article* ReadAhead::next() {
  if (at_row_) {
    Slot& done = *slots_.front();
    if (threads_ > 1) window_.learn(done.wanted, done.article.asked());
    done.article.trim();
    free_[done.home].push_back(std::move(slots_.front()));
    slots_.pop_front();
    at_row_ = false;
  }
  fill();
  if (slots_.empty()) return nullptr;
  take(*slots_.front());
  at_row_ = true;
  return &slots_.front()->article;
}

// Takes entries from the source until the window is full. They come by the half window, so that the
// workers are seldom woken.
void ReadAhead::fill() {
  const std::size_t rows = window_.rows();
  if (!slots_.empty() && slots_.size() > rows / 2) return;
  const std::size_t before = slots_.size();
  const std::size_t run =
      std::clamp(rows / (kRunsOfThread * threads_), std::size_t{1}, kMaxRowsOfRun);
  for (std::size_t added = 0; slots_.size() <= rows && !at_end_; ++added) {
    if (!source_(spare_)) {
      at_end_ = true;
      break;
    }
    if (added % run == 0) next_home_ = (next_home_ + 1) % threads_;
    slots_.push_back(free_slot(next_home_));
    Slot& slot = *slots_.back();
    slot.article.reset(spare_);
    slot.row = next_row_++;
    slot.wanted = 0;
    slot.state.store(State::Mine, std::memory_order_relaxed);
  }
  if (rows > 0) queue_new(before);
}

std::unique_ptr<ReadAhead::Slot> ReadAhead::free_slot(unsigned home) {
  std::vector<std::unique_ptr<Slot>>& free = free_[home];
  if (free.empty()) return std::make_unique<Slot>(options_, directory_, home);
  std::unique_ptr<Slot> slot = std::move(free.back());
  free.pop_back();
  return slot;
}

// Hands the slots from number `from` on to the workers.
void ReadAhead::queue_new(std::size_t from) {
  start_workers();
  if (workers_.empty()) return;
  bool wake = false;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    for (std::size_t i = from; i < slots_.size(); ++i) {
      slots_[i]->wanted = window_.parts();
      slots_[i]->state.store(State::Queued, std::memory_order_relaxed);
      queue_.splice(queue_.end(), slots_[i]->link);
    }
    wake = idle_workers_ > 0 && !queue_.empty();
  }
  if (wake) work_.notify_all();
}

void ReadAhead::start_workers() {
  if (tried_threads_) return;
  tried_threads_ = true;
  const SignalsBlocked blocked;
  try {
    workers_.reserve(threads_ - 1);
    for (unsigned i = 1; i < threads_; ++i) workers_.emplace_back([this, i] { work(i); });
  } catch (const std::system_error&) {
    // As many as there are will do.
  }
}

// Makes the slot this thread's own, and prepares it if nobody has.
void ReadAhead::take(Slot& slot) {
  if (slot.state.load(std::memory_order_acquire) != State::Mine) take_from_worker(slot);
  if (!mine_.empty() && mine_.front() == &slot) pop(mine_);
  if (slot.state.load(std::memory_order_relaxed) == State::Mine) slot.article.prepare(slot.wanted);
  if (slot.bytes != 0 && bytes_ahead_.fetch_sub(slot.bytes) > max_bytes_) {
    const std::lock_guard<std::mutex> lock(mutex_);
    work_.notify_all();
  }
  slot.bytes = 0;
  if (slot.exception) std::rethrow_exception(std::exchange(slot.exception, nullptr));
}

// Waits for a worker that is at it; takes the slot's run from the queue where none is. While it
// waits this thread does what the workers would: to sleep and be woken costs more than to read an
// article.
void ReadAhead::take_from_worker(Slot& slot) {
  for (;;) {
    const State state = slot.state.load();
    if (state == State::Mine || state == State::Done) break;
    if (state == State::Taken && help()) continue;
    std::unique_lock<std::mutex> lock(mutex_);
    awaited_.store(&slot);
    if (slot.state.load() == State::Queued) {
      move_run(queue_.begin(), State::Mine, mine_);  // no row before this one can be in the queue
    } else if (slot.state.load() == State::Taken &&
               done_.wait_for(lock, kPatience) == std::cv_status::timeout) {
      lock.unlock();
      stop_if(interrupted_);
    }
  }
  awaited_.store(nullptr);
}

// Prepares one article of those ahead. False: there is none to prepare.
bool ReadAhead::help() {
  if (bytes_ahead_.load() > max_bytes_) return false;
  if (mine_.empty()) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (queue_.empty()) return false;
    move_run(run_for(0), State::Mine, mine_);
  }
  prepare(pop(mine_));
  return true;
}

// REQUIRES: mutex_ is held
bool ReadAhead::has_work() const {
  return !queue_.empty() && bytes_ahead_.load() <= max_bytes_;
}

// The first run in queue_ that is meant for the thread, else the first of all.
// REQUIRES: mutex_ is held
ReadAhead::Queue::iterator ReadAhead::run_for(unsigned thread) {
  const auto own = std::find_if(queue_.begin(), queue_.end(),
                                [&](const Slot* slot) { return slot->home == thread; });
  return own != queue_.end() ? own : queue_.begin();
}

bool ReadAhead::is_before(const Slot* a, const Slot* b) {
  return a->row < b->row;
}

// Takes the first slot out of the queue.
ReadAhead::Slot& ReadAhead::pop(Queue& queue) {
  Slot& slot = *queue.front();
  slot.link.splice(slot.link.end(), queue, queue.begin());
  return slot;
}

// Moves the run that begins there out of queue_.
// REQUIRES: mutex_ is held, begin != queue_.end()
void ReadAhead::move_run(Queue::iterator begin, State state, Queue& to) {
  const unsigned home = (*begin)->home;
  Queue run;
  while (begin != queue_.end() && (*begin)->home == home && run.size() < kMaxRowsOfRun) {
    (*begin)->state.store(state);
    run.splice(run.end(), queue_, begin++);
  }
  to.merge(run, is_before);
}

void ReadAhead::prepare(Slot& slot) noexcept {
  try {
    slot.article.prepare(slot.wanted);
  } catch (...) {
    slot.exception = std::current_exception();  // told when the row's turn comes
  }
  slot.bytes = slot.article.memory();
  bytes_ahead_.fetch_add(slot.bytes);
}

void ReadAhead::work(unsigned thread) noexcept {
  Queue run;
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    ++idle_workers_;
    work_.wait(lock, [&] { return stopping_.load() || has_work(); });
    --idle_workers_;
    if (stopping_.load()) return;
    move_run(run_for(thread), State::Taken, run);
    lock.unlock();
    work_on(run);
    lock.lock();
    if (run.empty()) continue;
    // What there is no memory for goes back.
    for (Slot* const slot : run) slot->state.store(State::Queued);
    queue_.merge(run, is_before);
    done_.notify_one();
  }
}

// Prepares the articles of a run, and removes them from it, until there is no memory for more.
void ReadAhead::work_on(Queue& run) noexcept {
  while (!run.empty() && !stopping_.load()) {
    Slot& slot = pop(run);
    prepare(slot);
    slot.state.store(State::Done);
    if (awaited_.load() == &slot) {
      const std::lock_guard<std::mutex> lock(mutex_);
      done_.notify_one();
    }
    if (bytes_ahead_.load() > max_bytes_) return;
  }
}

}  // namespace articles
