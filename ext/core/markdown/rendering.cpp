#include "markdown/rendering.h"

#include <cassert>
#include <cstring>
#include <new>

namespace articles::markdown {
namespace {

// In front of each block: how large it is.
struct alignas(std::max_align_t) Header {
  std::size_t size;
};

constexpr std::size_t kBytesPerCheck = 1'000'000;

constexpr const char* kReasons[kLimits] = {
    "links whose references would expand to more than the text are left as typed",
    "table rows that would need too many cells are left as typed",
    "blocks nested too deeply are left as typed",
    "images beyond the 1,000th of a paragraph are left as typed",
    "raw HTML behind 100 unclosed openers in a paragraph is left as typed",
    "rendering the Markdown needs too much memory; it is left as typed",
};

}  // namespace

thread_local Rendering* Rendering::current_ = nullptr;

// Nothing here has a destructor, so that the jump skips none.
bool Rendering::run(void (*work)(Rendering&)) {
  assert(current_ == nullptr);
  current_ = this;
  if (setjmp(exit_) == 0) work(*this);
  current_ = nullptr;
  switch (left_) {
    case Left::Not:
      return true;
    case Left::OverLimit:
      return false;
    case Left::OutOfMemory:
      throw std::bad_alloc();
    case Left::Stopped:
      break;
  }
  if (thrown_) std::rethrow_exception(thrown_);
  throw Interrupted();
}

cmark_mem* Rendering::memory() noexcept {
  static cmark_mem functions{allocate, reallocate, release};
  return &functions;
}

void Rendering::limited(Limit limit, int line) noexcept {
  int& first = lines_[static_cast<std::size_t>(limit)];
  if (first == 0) first = line > 0 ? line : 1;
}

Problems Rendering::problems() const {
  Problems problems;
  for (std::size_t i = 0; i < kLimits; ++i)
    if (lines_[i] != 0) problems.push_back({Severity::Lost, lines_[i], kReasons[i]});
  return problems;
}

void* Rendering::allocate(std::size_t count, std::size_t size) {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) current_->leave(Left::OverLimit);
  return current_->take(bytes);
}

void* Rendering::reallocate(void* block, std::size_t size) {
  if (block == nullptr) return current_->take(size);
  const std::size_t old_size = (static_cast<Header*>(block) - 1)->size;
  if (size <= old_size) return block;
  void* const larger = current_->take(size);
  std::memcpy(larger, block, old_size);
  return larger;
}

void* Rendering::take(std::size_t size) {
  if (size > kMaxBlock || used_ + size + sizeof(Header) > max_memory_) leave(Left::OverLimit);
  used_ += size + sizeof(Header);
  if (used_ >= next_check_) {
    if (stopped()) leave(Left::Stopped);
    next_check_ = used_ + kBytesPerCheck;
  }
  auto* const header = static_cast<Header*>(arena_.allocate(sizeof(Header) + size));
  if (header == nullptr) leave(Left::OutOfMemory);
  header->size = size;
  return header + 1;
}

void Rendering::leave(Left why) {
  left_ = why;
  std::longjmp(exit_, 1);
}

bool Rendering::stopped() noexcept {
  try {
    return interrupted_ && interrupted_();
  } catch (...) {
    thrown_ = std::current_exception();
    return true;
  }
}

}  // namespace articles::markdown
