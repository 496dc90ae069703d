#include "read_ahead.h"

#include <pthread.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <system_error>
#include <utility>

namespace articles {
namespace {

// While articles that are done hold so much no further one is begun.
constexpr std::size_t kMaxBytesAhead = 33'554'432;

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
                     Source source, InterruptCheck interrupted)
    : options_(options),
      directory_(std::move(directory)),
      threads_(threads),
      source_(std::move(source)),
      interrupted_(std::move(interrupted)) {}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stopping_ = true;
  }
  work_.notify_all();
  for (std::thread& worker : workers_) worker.join();
}

Article* ReadAhead::next() {
  if (at_row_) {
    Slot& done = *slots_.front();
    if (threads_ > 1) window_.learn(done.wanted, done.article.asked());
    free_.push_back(std::move(slots_.front()));
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
  while (slots_.size() <= rows && !at_end_) {
    if (!source_(spare_)) {
      at_end_ = true;
      break;
    }
    slots_.push_back(free_slot());
    Slot& slot = *slots_.back();
    slot.article.reset(spare_);
    slot.wanted = 0;
    slot.state = State::Idle;
  }
  if (rows > 0) queue_new(before);
}

std::unique_ptr<ReadAhead::Slot> ReadAhead::free_slot() {
  if (free_.empty()) return std::make_unique<Slot>(options_, directory_);
  std::unique_ptr<Slot> slot = std::move(free_.back());
  free_.pop_back();
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
      slots_[i]->state = State::Queued;
      queue_.push_back(slots_[i].get());
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
    for (unsigned i = 1; i < threads_; ++i) workers_.emplace_back([this] { work(); });
  } catch (const std::system_error&) {
    // As many as there are will do.
  }
}

// Waits until no worker has to do with the slot. One that none has begun is left for later: what is
// asked of it is read then, on this thread.
void ReadAhead::take(Slot& slot) {
  if (slot.wanted == 0) return;
  std::unique_lock<std::mutex> lock(mutex_);
  if (slot.state == State::Queued) {
    queue_.erase(std::find(queue_.begin(), queue_.end(), &slot));
    slot.state = State::Idle;
    return;
  }
  if (slot.state == State::Running) help_until_done(slot, lock);
  const bool were_waiting = bytes_ahead_ > kMaxBytesAhead;
  bytes_ahead_ -= std::exchange(slot.bytes, 0);
  if (were_waiting) work_.notify_all();
  if (slot.exception) std::rethrow_exception(std::exchange(slot.exception, nullptr));
}

// Meanwhile this thread does what the workers would: to sleep and be woken costs more than to read
// an article.
void ReadAhead::help_until_done(Slot& slot, std::unique_lock<std::mutex>& lock) {
  awaited_ = &slot;
  while (slot.state != State::Done) {
    if (has_work()) {
      run_first(lock);
    } else if (done_.wait_for(lock, kPatience) == std::cv_status::timeout) {
      lock.unlock();
      stop_if(interrupted_);
      lock.lock();
    }
  }
  awaited_ = nullptr;
}

bool ReadAhead::has_work() const {
  return !queue_.empty() && bytes_ahead_ <= kMaxBytesAhead;
}

// Prepares the first article of the queue. The lock is held before and after, not meanwhile.
// REQUIRES: has_work()
void ReadAhead::run_first(std::unique_lock<std::mutex>& lock) {
  Slot& slot = *queue_.front();
  queue_.pop_front();
  slot.state = State::Running;
  lock.unlock();
  std::exception_ptr exception;
  try {
    slot.article.prepare(slot.wanted);
  } catch (...) {
    exception = std::current_exception();
  }
  lock.lock();
  slot.exception = std::move(exception);
  slot.bytes = slot.article.memory();
  bytes_ahead_ += slot.bytes;
  slot.state = State::Done;
  if (awaited_ == &slot) done_.notify_one();
}

void ReadAhead::work() noexcept {
  std::unique_lock<std::mutex> lock(mutex_);
  for (;;) {
    ++idle_workers_;
    work_.wait(lock, [&] { return stopping_ || has_work(); });
    --idle_workers_;
    if (stopping_) return;
    run_first(lock);
  }
}

}  // namespace articles
