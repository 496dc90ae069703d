// A mutex and a condition variable whose use clang checks (-Wthread-safety): a member marked
// GUARDED_BY(mutex_) is accessed only while the mutex is held.
// https://clang.llvm.org/docs/ThreadSafetyAnalysis.html
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define ARTICLES_THREAD_ATTRIBUTE(attribute) __attribute__((attribute))
#else
#define ARTICLES_THREAD_ATTRIBUTE(attribute)
#endif

#define CAPABILITY(name) ARTICLES_THREAD_ATTRIBUTE(capability(name))
#define SCOPED_CAPABILITY ARTICLES_THREAD_ATTRIBUTE(scoped_lockable)
#define GUARDED_BY(mutex) ARTICLES_THREAD_ATTRIBUTE(guarded_by(mutex))
#define ACQUIRES(...) ARTICLES_THREAD_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define RELEASES(...) ARTICLES_THREAD_ATTRIBUTE(release_capability(__VA_ARGS__))
#define NEEDS_LOCK(mutex) ARTICLES_THREAD_ATTRIBUTE(requires_capability(mutex))

namespace articles {

class CAPABILITY("mutex") Mutex {
 public:
  void lock() ACQUIRES() { mutex_.lock(); }
  void unlock() RELEASES() { mutex_.unlock(); }

 private:
  friend class Condition;
  std::mutex mutex_;
};

// Holds the mutex during its life, except between unlock() and lock().
class SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex& mutex) ACQUIRES(mutex) : mutex_(mutex) { mutex_.lock(); }
  ~MutexLock() RELEASES() {
    if (locked_) mutex_.unlock();
  }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

  // REQUIRES: the mutex is held
  void unlock() RELEASES() {
    mutex_.unlock();
    locked_ = false;
  }
  // REQUIRES: the mutex is not held
  void lock() ACQUIRES() {
    mutex_.lock();
    locked_ = true;
  }

 private:
  Mutex& mutex_;
  bool locked_ = true;
};

class Condition {
 public:
  // Both release the mutex while they wait. They may return without a notification.
  void wait(Mutex& mutex) NEEDS_LOCK(mutex) {
    std::unique_lock<std::mutex> lock(mutex.mutex_, std::adopt_lock);
    condition_.wait(lock);
    lock.release();
  }
  // Returns false if the time is over.
  bool wait_for(Mutex& mutex, std::chrono::milliseconds time) NEEDS_LOCK(mutex) {
    std::unique_lock<std::mutex> lock(mutex.mutex_, std::adopt_lock);
    const bool notified = condition_.wait_for(lock, time) == std::cv_status::no_timeout;
    lock.release();
    return notified;
  }

  void notify_one() noexcept { condition_.notify_one(); }
  void notify_all() noexcept { condition_.notify_all(); }

 private:
  std::condition_variable condition_;
};

}  // namespace articles
