// A hash for rowids. It is the same in every process, and not cryptographic.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

// A hash of two texts in 63 bits: FNV-1a, then the finalizer of MurmurHash3, so that similar texts
// get distant values.
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
  return static_cast<std::int64_t>((value ^ (value >> 33)) >> 1);
}

}  // namespace articles
