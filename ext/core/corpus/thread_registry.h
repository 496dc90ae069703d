// Which objects of this process have threads.
#pragma once

namespace articles {

// An object that has threads of its own.
class ThreadOwner {
 public:
  // Ends the threads and waits for them. Any thread may call it, also while the object is used: it
  // goes on without threads.
  virtual void stop_threads() noexcept = 0;

 protected:
  ~ThreadOwner() = default;
};

// Registers an object that is about to start threads for the calling thread, or registers it again.
// From then on stop_threads() is called
// - when the calling thread ends. On exit(), and on return from main(), this comes before any
// static
//   object is destroyed, which the threads may use
//   (https://eel.is/c++draft/basic.start.term#2);
// - on exit() by another thread, when the functions of atexit() run.
// Returns false if the process is exiting: then do not start threads. Throws bad_alloc.
bool register_thread_owner(ThreadOwner& owner);

// Waits for a call of stop_threads() that is going on. Does nothing if the object is not
// registered.
void unregister_thread_owner(ThreadOwner& owner) noexcept;

}  // namespace articles
