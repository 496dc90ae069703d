#include "corpus/prepare_queue.h"

#include <algorithm>
#include <cassert>
#include <chrono>

#include "articles/error.h"

namespace articles {
namespace {

// How long the caller waits for a worker before it looks at the interrupt.
constexpr std::chrono::milliseconds kTimeBetweenChecks{5};

// A batch ends early when its articles hold so much: the caller may be waiting for the first one.
constexpr std::size_t kBatchBytes = 65'536;

}  // namespace

void PrepareQueue::limit_threads(ThreadCounts counts) {
  const MutexLock lock(mutex_);
  limit_ = ThreadLimit(counts, max_bytes_);
  batches_ = 0;
  threads_of_use_ = limit_.threads();
}

void PrepareQueue::add(Slot* const* slots, std::size_t count, std::size_t batch_rows) {
  assert(batch_rows >= 1 && batch_rows <= kMaxBatch);
  const MutexLock lock(mutex_);
  batch_rows_ = batch_rows;
  for (std::size_t i = 0; i < count; ++i, ++end_) cell(end_) = {slots[i], State::Queued};
  const std::size_t batches = (count + batch_rows - 1) / batch_rows;
  for (std::size_t i = std::min({batches, std::size_t{idle_workers_}, free_workers()}); i > 0; --i)
    work_.notify_one();
}

// While nothing waits, a sample is enough: the two system calls take as long as a file's stat.
bool PrepareQueue::is_to_be_measured() {
  constexpr unsigned kSample = 8;
  return limit_.may_change() && (++batches_ % kSample == 0 || limit_.is_raised());
}

PrepareQueue::Batch PrepareQueue::claim() {
  Batch batch;
  batch.is_measured = is_to_be_measured();
  batch.first_row = next_;
  for (; batch.size < batch_rows_ && next_ < end_ && cell(next_).state == State::Queued; ++next_) {
    cell(next_).state = State::Claimed;
    batch.slots[batch.size++] = cell(next_).slot;
  }
  skip_claimed();
  return batch;
}

void PrepareQueue::skip_claimed() {
  while (next_ < end_ && cell(next_).state != State::Queued) ++next_;
}

// Records what became of a batch. Unfinished rows return to the queue.
void PrepareQueue::finish(const Batch& batch) {
  for (std::size_t i = 0; i < batch.size; ++i)
    cell(batch.first_row + i).state = i < batch.finished ? State::Ready : State::Queued;
  if (batch.finished < batch.size) next_ = std::min(next_, batch.first_row + batch.finished);
  bytes_ready_ += batch.bytes;
  if (batch.is_measured) {
    limit_.record(batch.times, batch.bytes);
    threads_of_use_ = limit_.threads();
  }
  if (caller_waits_) ready_.notify_one();
}

void PrepareQueue::prepare(Batch& batch, const InterruptCheck& interrupted) const noexcept {
  if (!batch.is_measured) return prepare_rows(batch, interrupted);
  const ThreadTimer timer;
  prepare_rows(batch, interrupted);
  batch.times = timer.elapsed();
}

void PrepareQueue::prepare_rows(Batch& batch, const InterruptCheck& interrupted) const noexcept {
  while (batch.finished < batch.size && batch.bytes < kBatchBytes) {
    Slot& slot = *batch.slots[batch.finished];
    try {
      slot.article.prepare(slot.wanted, interrupted);
    } catch (const Interrupted&) {
      return;
    } catch (...) {
      slot.exception = std::current_exception();  // take() throws it on the caller's thread
    }
    slot.bytes = slot.article.memory();
    batch.bytes += slot.bytes;
    ++batch.finished;
  }
}

std::uint64_t PrepareQueue::wait_for(std::uint64_t row, const InterruptCheck& interrupted) {
  MutexLock lock(mutex_);
  while (cell(row).state != State::Ready) {
    if (cell(row).state == State::Queued || has_work()) {
      Batch batch = claim();
      lock.unlock();
      prepare(batch, interrupted);
      lock.lock();
      finish(batch);
      if (has_work() && free_workers() > 0 && idle_workers_ > 0) work_.notify_one();
      if (batch.finished > 0) continue;
    } else {
      caller_waits_ = true;
      const bool notified = ready_.wait_for(mutex_, kTimeBetweenChecks);
      caller_waits_ = false;
      if (notified) continue;
    }
    lock.unlock();
    stop_if(interrupted);
    lock.lock();
  }
  while (row < end_ && cell(row).state == State::Ready) ++row;
  return row;
}

void PrepareQueue::release(std::size_t bytes) {
  const MutexLock lock(mutex_);
  assert(bytes <= bytes_ready_);
  const bool was_full = bytes_ready_ > max_bytes_;
  bytes_ready_ -= bytes;
  if (was_full && has_work()) work_.notify_all();
}

void PrepareQueue::cancel() noexcept {
  const MutexLock lock(mutex_);
  cancelling_ = true;
  interrupt_workers_.store(true);
  caller_waits_ = true;
  while (busy_workers_ > 0) ready_.wait(mutex_);
  caller_waits_ = cancelling_ = false;
  next_ = end_ = 0;
  bytes_ready_ = 0;
  interrupt_workers_.store(stopping_);
}

void PrepareQueue::work() noexcept {
  const InterruptCheck interrupted = [this] { return interrupt_workers_.load(); };
  MutexLock lock(mutex_);
  while (!stopping_) {
    if (!has_work() || free_workers() == 0) {
      ++idle_workers_;
      work_.wait(mutex_);
      --idle_workers_;
      continue;
    }
    Batch batch = claim();
    ++busy_workers_;
    lock.unlock();
    prepare(batch, interrupted);
    lock.lock();
    --busy_workers_;
    finish(batch);
    // This thread takes the next batch, another one that behind it.
    if (has_work() && free_workers() > 1 && idle_workers_ > 0) work_.notify_one();
  }
}

void PrepareQueue::request_stop() noexcept {
  const MutexLock lock(mutex_);
  stopping_ = true;
  interrupt_workers_.store(true);
  work_.notify_all();
}

void PrepareQueue::allow_work() noexcept {
  const MutexLock lock(mutex_);
  stopping_ = false;
  interrupt_workers_.store(false);
}

}  // namespace articles
