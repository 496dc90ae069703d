// A hash for rowids. It is the same in every process, and not cryptographic.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

// How many bits a rowid has: JavaScript's numbers hold no larger integer exactly.
inline constexpr unsigned kRowidBits = 53;

// A hash of two texts from 1 to 2^53 - 1: FNV-1a, its bits mixed once more (the finalizer of
// MurmurHash3), so that similar texts lie apart.
constexpr std::int64_t rowid_hash(std::string_view first, std::string_view second) noexcept {
  std::uint64_t value = 0xCBF29CE484222325U;
  const auto add = [&](char c) {
    value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  };
  for (const char c : first) add(c);
  add('\0');
  for (const char c : second) add(c);
  value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCDU;
  value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53U;
  value = (value ^ (value >> 33)) >> (64 - kRowidBits);
  return static_cast<std::int64_t>(value == 0 ? 1 : value);
}

}  // namespace articles
