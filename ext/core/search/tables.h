// Data of make_tables.py. Each table is in the order of its first codes.
#pragma once

#include <cstddef>
#include <iterator>

namespace articles {

struct CodeRange {
  char32_t first, last;
};
struct CodePair {
  char32_t from, to;
};

template <class Item>
struct Span {
  const Item* first;
  const Item* past;

  const Item* begin() const noexcept { return first; }
  const Item* end() const noexcept { return past; }
};

// What unicode61 takes for letters and digits: categories L, N and Co of its Unicode version, and
// what that version does not assign.
extern const Span<CodeRange> word_ranges;
// Combining diacritics that are part of a word but never begin one.
extern const Span<CodeRange> mark_ranges;
// A letter and its lower case.
extern const Span<CodePair> lower_case;
// A letter in lower case and the letter without its diacritics: what remove_diacritics 1 removes,
// and what 2 removes besides.
extern const Span<CodePair> bases;
extern const Span<CodePair> more_bases;

// Full-width, half-width and compatibility forms, and Chinese radicals, of one character each.
extern const Span<CodePair> compatibility_forms;

// A traditional character, the simplified one for it, and so on.
extern const Span<char32_t> traditional_and_simplified;

}  // namespace articles
