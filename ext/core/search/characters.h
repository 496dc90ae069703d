// What the tokenizer makes of each character: its role, and the character that it is indexed as.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "articles/search.h"

namespace articles {

enum class Role : std::uint8_t {
  Separator,
  Space,  // U+0020, U+00A0, U+3000: separates words, but not Chinese characters
  Mark,   // a combining diacritic: part of the word before it, if any, else a separator
  Word,   // a letter or digit
  Cjk,    // a Chinese, Japanese or Korean character
};

struct Character {
  char32_t folded;
  Role role;
};

// Immutable, so that threads may share it.
class Characters {
 public:
  // The table for the options; made at the first call with them, and kept as long as the program
  // runs.
  static const Characters& of(const TokenizerOptions& options);

  explicit Characters(const TokenizerOptions& options);

  // REQUIRES: code <= 0x10FFFF
  Character operator[](char32_t code) const noexcept {
    const std::uint32_t entry = entries_[pages_[code / kPage] * kPage + code % kPage];
    return {(code + (entry >> kRoleBits)) & kCodeMask,
            static_cast<Role>(entry & ((1U << kRoleBits) - 1))};
  }

 private:
  static constexpr std::size_t kPage = 256;
  static constexpr std::size_t kPages = 0x110000 / kPage;

  static constexpr unsigned kRoleBits = 8;
  static constexpr char32_t kCodeMask = 0x1FFFFF;

  // The role, and above it the distance to the folded code, modulo kCodeMask + 1: so pages of
  // Chinese are alike and share one.
  using Entry = std::uint32_t;

  Entry& entry_for_writing(char32_t code);
  void set_role(char32_t first, char32_t last, Role role);
  // `code` is indexed as what `target` is indexed as.
  void fold(char32_t code, char32_t target);

  std::array<std::uint16_t, kPages> pages_ = {};  // the page that is used, of entries_
  std::vector<Entry> entries_;                    // first a page for each role
};

}  // namespace articles
