// The threads that work on a PrepareQueue.
#pragma once

#include <sys/types.h>

#include <atomic>
#include <thread>
#include <vector>

#include "base/mutex.h"
#include "corpus/prepare_queue.h"
#include "corpus/thread_registry.h"

namespace articles {

// Threads that run PrepareQueue::work(). They end with this object, when the thread that started
// them ends, and at exit().
class WorkerThreads final : public ThreadOwner {
 public:
  // `queue` must outlive this.
  explicit WorkerThreads(PrepareQueue& queue) noexcept : queue_(queue) {}
  virtual ~WorkerThreads();
  WorkerThreads(const WorkerThreads&) = delete;
  WorkerThreads& operator=(const WorkerThreads&) = delete;

  // Starts threads until there are `count`, or fewer if the system refuses.
  void start(std::size_t count) noexcept;

  // Whether threads were started in another process than this one, which was forked from it. Then
  // the queue may be locked for good.
  bool are_of_another_process() const noexcept;

  void stop_threads() noexcept override;

 private:
  PrepareQueue& queue_;
  pid_t process_ = 0;  // the one that started threads; 0: none was started
  Mutex mutex_;
  std::vector<std::thread> threads_ GUARDED_BY(mutex_);
};

}  // namespace articles
