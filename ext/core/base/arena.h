// Memory that is given back all at once.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

namespace articles {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    while (chunks_ != nullptr) {
      Chunk* const chunk = chunks_;
      chunks_ = chunk->previous;
      std::free(chunk);
    }
  }

  // Zeroed, for gumbo reads a field that it never sets (a fragment's quirks mode), and aligned for
  // any type; nullptr if memory has run out.
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
  static constexpr std::size_t kLeastChunk = 65'536;
  static constexpr std::size_t kMostChunk = 4'194'304;

  bool grow(std::size_t size) noexcept {
    std::size_t bytes = chunk_bytes_;
    if (bytes < size) bytes = size;
    auto* const chunk = static_cast<Chunk*>(std::calloc(1, sizeof(Chunk) + bytes));
    if (chunk == nullptr) return false;
    chunk->previous = chunks_;
    chunks_ = chunk;
    next_ = reinterpret_cast<char*>(chunk + 1);
    left_ = bytes;
    if (chunk_bytes_ < kMostChunk) chunk_bytes_ *= 2;
    return true;
  }

  Chunk* chunks_ = nullptr;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t chunk_bytes_ = kLeastChunk;
};

}  // namespace articles
