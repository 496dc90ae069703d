#include "corpus/worker_threads.h"

#include <pthread.h>
#include <unistd.h>

#include <csignal>
#include <exception>

namespace articles {
namespace {

// Blocks signals for the threads that are started in its life: they are for the threads of the
// host, whose handlers know nothing of these. Those that a fault in the thread itself raises stay,
// so that the host's crash handler sees them.
class SignalsBlocked {
 public:
  SignalsBlocked() {
    sigset_t signals;
    sigfillset(&signals);
    for (const int fault : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS})
      sigdelset(&signals, fault);
    pthread_sigmask(SIG_SETMASK, &signals, &before_);
  }
  ~SignalsBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsBlocked(const SignalsBlocked&) = delete;
  SignalsBlocked& operator=(const SignalsBlocked&) = delete;

 private:
  sigset_t before_;
};

}  // namespace

WorkerThreads::~WorkerThreads() {
  unregister_thread_owner(*this);
  stop_threads();
}

void WorkerThreads::start(std::size_t count) noexcept {
  try {
    // Before the mutex is locked: stop_threads() locks it while the registry is locked.
    if (count == 0 || !register_thread_owner(*this)) return;
    const MutexLock lock(mutex_);
    process_ = getpid();
    const SignalsBlocked blocked;
    threads_.reserve(count);
    while (threads_.size() < count) threads_.emplace_back([this] { queue_.work(); });
  } catch (const std::exception&) {
    // system_error or bad_alloc: go on with the threads that there are.
  }
}

bool WorkerThreads::are_of_another_process() const noexcept {
  return process_ != 0 && process_ != getpid();
}

void WorkerThreads::stop_threads() noexcept {
  const MutexLock lock(mutex_);
  if (threads_.empty()) return;
  queue_.request_stop();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  queue_.allow_work();
}

}  // namespace articles
