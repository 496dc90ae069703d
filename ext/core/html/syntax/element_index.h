// Looking elements up by name: a hash table over elements.h, made at compile time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "base/ascii.h"
#include "html/syntax/elements.h"

namespace articles {

// A tag's name in lower case as two numbers, its first character in the lowest byte: it is compared
// and hashed without a loop. A name of more than kLongest bytes equals no other name.
class PackedName {
 public:
  static constexpr std::size_t kLongest = 16;

  constexpr PackedName() = default;
  // Packs a name of up to eight bytes that is packed already.
  constexpr explicit PackedName(std::uint64_t low) : low_(low) {}
  // ASCII letters are turned into lower case.
  constexpr explicit PackedName(std::string_view name) {
    if (name.size() > kLongest) {
      low_ = high_ = ~std::uint64_t{0};
      return;
    }
    for (std::size_t i = 0; i < name.size(); ++i) {
      const std::uint64_t byte = static_cast<unsigned char>(ascii_lower(name[i]));
      (i < 8 ? low_ : high_) |= byte << (8 * (i % 8));
    }
  }

  constexpr bool operator==(const PackedName& other) const noexcept {
    return low_ == other.low_ && high_ == other.high_;
  }
  constexpr std::uint64_t hash() const noexcept {
    return (low_ ^ (high_ * 31)) * 0x9E3779B97F4A7C15U;
  }

 private:
  std::uint64_t low_ = 0, high_ = 0;
};

// A full bucket continues in the next one.
class ElementIndex {
 public:
  constexpr ElementIndex() {
    for (std::size_t i = 0; i < std::size(kElements); ++i) {
      names_[i] = PackedName(kElements[i].name);
      std::size_t bucket = bucket_of(names_[i]);
      while (buckets_[bucket] != 0) bucket = (bucket + 1) % kBuckets;
      buckets_[bucket] = static_cast<std::uint8_t>(i + 1);
    }
  }

  constexpr const Element& find(const PackedName& name) const noexcept {
    for (std::size_t bucket = bucket_of(name); buckets_[bucket] != 0;
         bucket = (bucket + 1) % kBuckets)
      if (names_[buckets_[bucket] - 1U] == name) return kElements[buckets_[bucket] - 1U];
    return kUnlistedElement;
  }

 private:
  static constexpr std::size_t kBuckets = 512;
  static_assert(std::size(kElements) < 255, "a bucket holds one byte");

  static constexpr std::size_t bucket_of(const PackedName& name) noexcept {
    return static_cast<std::size_t>(name.hash() >> 55);
  }

  std::array<std::uint8_t, kBuckets> buckets_{};
  std::array<PackedName, std::size(kElements)> names_{};
};

inline constexpr ElementIndex kElementIndex;

// The row of the element `name`, in any ASCII case; kUnlistedElement if the table has none.
constexpr const Element& element_named(std::string_view name) noexcept {
  return kElementIndex.find(PackedName(name));
}

}  // namespace articles
