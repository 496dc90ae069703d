#include "files/system_calls.h"

#include <dirent.h>
#include <unistd.h>

namespace articles {

SystemCalls system_calls{
    [](int directory, const char* name, int flags) { return ::openat(directory, name, flags); },
    [](int fd, struct stat* status) { return ::fstat(fd, status); },
    [](int directory, const char* name, struct stat* status, int flags) {
      return ::fstatat(directory, name, status, flags);
    },
    [](int fd, void* buffer, std::size_t size, off_t offset) {
      return ::pread(fd, buffer, size, offset);
    },
    [](int fd, void* buffer, std::size_t size) { return ::getdents64(fd, buffer, size); },
};

}  // namespace articles
