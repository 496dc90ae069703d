#include "corpus/read_ahead.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <utility>

#include "articles/error.h"

namespace articles {
namespace {

// A full window has so many batches for each thread.
constexpr std::size_t kBatchesPerThread = 4;

constexpr std::size_t kMaxSlots = ReadAheadWindow::kMaxLimit + 1;
static_assert(kMaxSlots <= PrepareQueue::kCapacity);

// Memory returns to the budget in parts of this fraction, so that the mutex is not locked per row.
constexpr std::size_t kReleasesPerBudget = 16;

}  // namespace

ReadAhead::ReadAhead(std::size_t max_bytes)
    : max_bytes_(max_bytes), shared_(std::make_unique<Shared>(max_bytes)) {
  free_.reserve(kMaxSlots);  // so that finish() needs no memory
}

ReadAhead::~ReadAhead() {
  finish();
}

void ReadAhead::start(const ArticleOptions& options, const std::string& directory,
                      ThreadCounts threads, Source source, InterruptCheck interrupted) {
  assert(threads.computing > 0 && threads.computing <= threads.most);
  finish();
  if (shared_ == nullptr) shared_ = std::make_unique<Shared>(max_bytes_);
  if (options_ != &options || directory_ != directory) free_.clear();
  options_ = &options;
  directory_ = directory;
  threads_ = threads;
  source_ = std::move(source);
  interrupted_ = std::move(interrupted);
  window_ = {};
  started_at_ = std::chrono::steady_clock::now();
  rows_given_ = 0;
  at_end_ = false;
}

void ReadAhead::finish() noexcept {
  if (is_forked()) abandon();
  at_row_ = false;
  at_end_ = true;
  started_threads_ = 0;
  if (shared_ == nullptr) return;
  shared_->queue.cancel();
  for (std::unique_ptr<Slot>& slot : shared_->slots) free_.push_back(std::move(slot));
  shared_->slots.clear();
}

bool ReadAhead::is_forked() const noexcept {
  return shared_ != nullptr && shared_->threads.are_of_another_process();
}

// Leaves what the threads of the parent process were using as it is: a thread that does not exist
// here may have locked it, or was changing it.
void ReadAhead::abandon() noexcept {
  static std::atomic<Shared*> abandoned{nullptr};  // keeps the memory reachable
  Shared* const shared = shared_.release();
  shared->next_abandoned = abandoned.load();
  while (!abandoned.compare_exchange_weak(shared->next_abandoned, shared)) {
  }
}

Article* ReadAhead::next() {
  if (shared_ == nullptr) return nullptr;
  if (at_row_) give_back_current();
  fill();
  if (shared_->slots.empty()) return nullptr;
  Slot& slot = *shared_->slots.front();
  if (slot.queue_row) take(slot);
  at_row_ = true;
  return &slot.article;
}

void ReadAhead::give_back_current() {
  std::unique_ptr<Slot>& slot = shared_->slots.front();
  if (threads_.most > 1) window_.learn(slot->wanted, slot->article.asked());
  slot->article.trim();
  free_.push_back(std::move(slot));
  shared_->slots.pop_front();
  at_row_ = false;
  ++rows_given_;
}

// Takes entries from the source until the window is full. They come by the half window, so that the
// workers are seldom woken.
void ReadAhead::fill() {
  std::deque<std::unique_ptr<Slot>>& slots = shared_->slots;
  if (may_use_threads()) start_threads();
  const std::size_t rows = started_threads_ > 0 ? window_.rows() : 0;
  if (!slots.empty() && slots.size() > rows / 2) return;
  const std::size_t before = slots.size();
  while (slots.size() <= rows && !at_end_) {
    if (!source_(spare_)) {
      at_end_ = true;
      break;
    }
    slots.push_back(free_slot());
    slots.back()->article.reset(spare_);
    slots.back()->wanted = 0;
    slots.back()->queue_row.reset();
  }
  if (rows > 0) add_to_queue(before);
}

bool ReadAhead::may_use_threads() const {
  return started_threads_ > 0 ||
         (window_.rows() > 0 &&
          (rows_given_ >= kRowsBeforeThreads ||
           std::chrono::steady_clock::now() - started_at_ >= kTimeBeforeThreads));
}

// Starts as many threads as are of use now, at most twice as many as there are: a single wait is no
// reason for all of them.
void ReadAhead::start_threads() {
  if (started_threads_ == 0) {
    queued_ = ready_until_ = taken_bytes_ = 0;
    shared_->queue.limit_threads(threads_);
  }
  const unsigned of_use = shared_->queue.threads_of_use();
  window_.set_threads(of_use);
  if (of_use <= started_threads_) return;
  started_threads_ = std::min(of_use, std::max(2 * started_threads_, threads_.computing));
  shared_->threads.start(started_threads_ - 1);
}

std::unique_ptr<Slot> ReadAhead::free_slot() {
  if (free_.empty()) return std::make_unique<Slot>(*options_, directory_, interrupted_);
  std::unique_ptr<Slot> slot = std::move(free_.back());
  free_.pop_back();
  return slot;
}

// Adds the slots from number `first` on to the queue.
void ReadAhead::add_to_queue(std::size_t first) {
  if (is_forked()) throw Error("a statement cannot continue in a forked process");
  std::array<Slot*, kMaxSlots> added{};
  std::size_t count = 0;
  for (std::size_t i = first; i < shared_->slots.size(); ++i) {
    Slot& slot = *shared_->slots[i];
    slot.wanted = window_.parts();
    slot.queue_row = queued_++;
    added[count++] = &slot;
  }
  const std::size_t batch = window_.rows() / (kBatchesPerThread * started_threads_);
  shared_->queue.add(added.data(), count,
                     std::clamp<std::size_t>(batch, 1, PrepareQueue::kMaxBatch));
}

// Waits until the slot is ready, and takes it from the queue.
// REQUIRES: slot.queue_row
void ReadAhead::take(Slot& slot) {
  if (*slot.queue_row >= ready_until_) {
    if (is_forked()) throw Error("a statement cannot continue in a forked process");
    if (taken_bytes_ > 0) release_taken();
    ready_until_ = shared_->queue.wait_for(*slot.queue_row, interrupted_);
  }
  taken_bytes_ += std::exchange(slot.bytes, 0);
  if (taken_bytes_ > max_bytes_ / kReleasesPerBudget) release_taken();
  if (slot.exception) std::rethrow_exception(std::exchange(slot.exception, nullptr));
}

void ReadAhead::release_taken() {
  shared_->queue.release(std::exchange(taken_bytes_, 0));
}

}  // namespace articles
