// Counts the files that a process opens, as the kernel reports them.
#pragma once

#include <gtest/gtest.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <filesystem>

class OpenedFiles {
 public:
  OpenedFiles() : watch_(inotify_init1(IN_NONBLOCK)) {}
  ~OpenedFiles() { close(watch_); }
  OpenedFiles(const OpenedFiles&) = delete;
  OpenedFiles& operator=(const OpenedFiles&) = delete;

  // Counts the files in this folder from now on, but not in folders below it.
  void watch(const std::filesystem::path& folder) const {
    ASSERT_GE(inotify_add_watch(watch_, folder.c_str(), IN_OPEN), 0) << folder;
  }

  // The number of files opened since the last call. Opens of the folders do not count: their events
  // have no name.
  int count() const {
    int count = 0;
    alignas(inotify_event) std::array<char, 64 * 1024> buffer;
    for (ssize_t bytes = 0; (bytes = read(watch_, buffer.data(), buffer.size())) > 0;)
      for (ssize_t at = 0; at < bytes;) {
        const auto* const event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
        if (event->len > 0) ++count;
        at += static_cast<ssize_t>(sizeof *event + event->len);
      }
    return count;
  }

 private:
  int watch_;
};
