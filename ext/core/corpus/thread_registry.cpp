#include "corpus/thread_registry.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <thread>
#include <vector>

#include "base/mutex.h"

namespace articles {
namespace {

struct Registration {
  ThreadOwner* owner;
  std::thread::id thread;  // the one that registered it
};

struct Registry {
  const pid_t process = getpid();
  Mutex mutex;
  std::vector<Registration> owners GUARDED_BY(mutex);
  bool exiting GUARDED_BY(mutex) = false;
};

// The registry of this process. It is never destroyed, because threads may end after static objects
// are destroyed; it is in static storage, so that nothing is left when the library is unloaded. A
// forked child gets a new one: the other may be locked for good, and its threads do not exist in
// the child.
Registry& registry() {
  alignas(Registry) static std::byte storage[sizeof(Registry)];
  static std::atomic<Registry*> current{new (storage) Registry};
  Registry* found = current.load();
  if (found->process == getpid()) return *found;
  auto* const created = new Registry;
  if (current.compare_exchange_strong(found, created)) return *created;
  delete created;
  return *found;
}

template <class Predicate>
void stop_owners(bool exiting, Predicate is_chosen) noexcept {
  try {
    Registry& all = registry();
    const MutexLock lock(all.mutex);
    all.exiting |= exiting;
    for (const Registration& one : all.owners)
      if (is_chosen(one)) one.owner->stop_threads();
  } catch (...) {
    // Without memory for a registry this process has no registered owner.
  }
}

void stop_all_at_exit() {
  stop_owners(true, [](const Registration&) { return true; });
}

// Is destroyed when its thread ends.
struct ThreadEnd {
  ~ThreadEnd() {
    stop_owners(false,
                [](const Registration& one) { return one.thread == std::this_thread::get_id(); });
  }
};

}  // namespace

bool register_thread_owner(ThreadOwner& owner) {
  static const int registered_at_exit = std::atexit(stop_all_at_exit);
  static_cast<void>(registered_at_exit);
  static thread_local ThreadEnd thread_end;
  static_cast<void>(thread_end);
  Registry& all = registry();
  const MutexLock lock(all.mutex);
  if (all.exiting) return false;
  const std::thread::id thread = std::this_thread::get_id();
  const auto known = std::find_if(all.owners.begin(), all.owners.end(),
                                  [&](const Registration& one) { return one.owner == &owner; });
  if (known != all.owners.end())
    known->thread = thread;
  else
    all.owners.push_back({&owner, thread});
  return true;
}

void unregister_thread_owner(ThreadOwner& owner) noexcept {
  try {
    Registry& all = registry();
    const MutexLock lock(all.mutex);
    all.owners.erase(std::remove_if(all.owners.begin(), all.owners.end(),
                                    [&](const Registration& one) { return one.owner == &owner; }),
                     all.owners.end());
    if (all.owners.empty()) all.owners.shrink_to_fit();
  } catch (...) {
    // As in stop_owners().
  }
}

}  // namespace articles
