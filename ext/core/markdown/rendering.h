// One rendering while it runs: its memory, and what its limits have left as typed.
#pragma once

#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <string_view>

#include "articles/error.h"
#include "articles/problem.h"
#include "base/arena.h"
#include "markdown/cmark.h"

namespace articles::markdown {

enum class Limit : std::uint8_t { References, TableCells, Nesting, Images, RawHtml, Memory };
constexpr std::size_t kLimits = 6;

// The largest text that cmark-gfm is given, and the largest block of memory that it gets. Its
// buffers call abort() beyond INT32_MAX / 2 bytes, and grow by at most one of these at a time.
constexpr std::size_t kMaxBlock = 500'000'000;

// cmark-gfm's callbacks get no argument of the caller's: they find the rendering of their thread by
// current(). All memory of cmark-gfm is in one arena; nothing is freed before the end, so that
// leaving by a jump leaks nothing.
class Rendering {
 public:
  // `interrupted` is asked at least once for each MB of memory.
  Rendering(std::string_view markdown, std::size_t max_memory, const InterruptCheck& interrupted)
      : markdown_(markdown), max_memory_(max_memory), interrupted_(interrupted) {}
  Rendering(const Rendering&) = delete;
  Rendering& operator=(const Rendering&) = delete;

  // The rendering that runs on this thread; nullptr if none does.
  static Rendering* current() noexcept { return current_; }

  // Calls work(*this), which may use memory(). false if max_memory is not enough. Throws bad_alloc
  // or Interrupted. Where memory ends, the frames of `work` are left by longjmp: while they call
  // cmark-gfm, they may hold no object with a destructor.
  bool run(void (*work)(Rendering&));

  // The allocator for cmark-gfm. It serves the rendering that runs on the calling thread.
  static cmark_mem* memory() noexcept;

  // Notes that a limit was met in a line, counted from 1. Only the first line of each limit counts.
  void limited(Limit limit, int line) noexcept;
  Problems problems() const;

  std::string_view markdown() const noexcept { return markdown_; }

  const char* html = nullptr;  // the result, in the memory of the rendering

  // --- Where the callbacks keep what they know of the text

  cmark_map* references = nullptr;  // link_references.cpp
  std::size_t expanded_bytes = 0;

  std::size_t filled_cells = 0;  // tables.cpp
  int column = 0;
  cmark_llist* list = nullptr;
  cmark_llist* list_end = nullptr;

  // The block whose inlines are read: inlines.cpp.
  const unsigned char* leaf_text = nullptr;
  std::ptrdiff_t leaf_size = 0;
  int leaf_line = 0;
  int unclosed_tags = 0;

  const unsigned char* bad_domain_from = nullptr;  // autolinks.cpp
  const unsigned char* bad_domain_to = nullptr;

 private:
  enum class Left : std::uint8_t { Not, OutOfMemory, OverLimit, Stopped };

  static void* allocate(std::size_t count, std::size_t size);
  static void* reallocate(void* block, std::size_t size);
  static void release(void* /*block*/) {}
  void* take(std::size_t size);
  [[noreturn]] void leave(Left why);
  bool stopped() noexcept;

  static thread_local Rendering* current_;

  const std::string_view markdown_;
  const std::size_t max_memory_;
  const InterruptCheck& interrupted_;
  Arena arena_;
  std::size_t used_ = 0;
  std::size_t next_check_ = 0;
  std::array<int, kLimits> lines_{};  // of the first time that each limit was met; 0: not met
  std::exception_ptr thrown_;         // by interrupted_
  Left left_ = Left::Not;
  std::jmp_buf exit_;
};

}  // namespace articles::markdown
