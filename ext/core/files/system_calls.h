// The system calls of this stage, in one table.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>

#include <cerrno>
#include <cstddef>

#include "articles/error.h"

namespace articles {

// Each as its manual page describes it: -1 and errno on failure. A test puts functions that fail in
// their place; nothing else writes to the table.
struct SystemCalls {
  int (*openat)(int directory, const char* name, int flags);
  int (*fstat)(int fd, struct stat* status);
  int (*fstatat)(int directory, const char* name, struct stat* status, int flags);
  ssize_t (*pread)(int fd, void* buffer, std::size_t size, off_t offset);
  ssize_t (*getdents64)(int fd, void* buffer, std::size_t size);
};
extern SystemCalls system_calls;

// Makes the call, again and again while a signal interrupts it (EINTR). Returns what the call
// returns. Throws Interrupted.
template <class Call>
auto retried(const InterruptCheck& interrupted, Call call) {
  for (;;) {
    const auto result = call();
    if (result >= 0 || errno != EINTR) return result;
    stop_if(interrupted);
  }
}

}  // namespace articles
