// Memory that is freed all at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace articles {

// Not thread-safe. Pointers are valid until the arena is destroyed.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() { clear(); }

  // Frees everything.
  void clear() noexcept {
    while (chunks_ != nullptr) {
      Chunk* const chunk = chunks_;
      chunks_ = chunk->previous;
      std::free(chunk);
    }
    next_ = nullptr;
    left_ = 0;
    chunk_bytes_ = kMinChunk;
  }

  // Returns `size` bytes, aligned for any type, or nullptr if there is no memory. They are zero,
  // because gumbo reads a field that it never sets (the quirks mode of a fragment).
  void* allocate(std::size_t size) noexcept {
    size = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (size > left_ && !grow(size)) return nullptr;
    void* const memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
  }

 private:
  struct alignas(std::max_align_t) Chunk {
    Chunk* previous;
  };
  static constexpr std::size_t kAlignment = alignof(std::max_align_t);
  static constexpr std::size_t kMinChunk = 65'536;
  static constexpr std::size_t kMaxChunk = 4'194'304;

  // Adds a chunk for at least `size` bytes. False if there is no memory.
  bool grow(std::size_t size) noexcept {
    const std::size_t bytes = std::max(chunk_bytes_, size);
    auto* const chunk = static_cast<Chunk*>(std::calloc(1, sizeof(Chunk) + bytes));
    if (chunk == nullptr) return false;
    chunk->previous = chunks_;
    chunks_ = chunk;
    next_ = reinterpret_cast<char*>(chunk + 1);
    left_ = bytes;
    if (chunk_bytes_ < kMaxChunk) chunk_bytes_ *= 2;
    return true;
  }

  Chunk* chunks_ = nullptr;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t chunk_bytes_ = kMinChunk;
};

}  // namespace articles
