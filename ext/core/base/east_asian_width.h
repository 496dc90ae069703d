// Characters between which a line break in the source is removed, as if it were not there, because
// the writing has no blanks between words: those whose East_Asian_Width (UAX #11) is W, F or H,
// without Hangul, emoji and the won sign. https://www.w3.org/TR/css-text-3/#line-break-transform
// leaves the rule to the browser; this is the one of Firefox.
#pragma once

#include <algorithm>
#include <iterator>

namespace articles {

struct WideRange {
  char32_t first, last;
};

// Ascending. Written by generate_tables.py from the Unicode Character Database 15.0.
// clang-format off
inline constexpr WideRange kWideRanges[] = {
    {0x2329, 0x232A}, {0x2E80, 0x2E99}, {0x2E9B, 0x2EF3}, {0x2F00, 0x2FD5}, {0x2FF0, 0x2FFB},
    {0x3000, 0x302D}, {0x3030, 0x303E}, {0x3041, 0x3096}, {0x3099, 0x30FF}, {0x3105, 0x312F},
    {0x3190, 0x31E3}, {0x31F0, 0x31FF}, {0x321D, 0x321E}, {0x3220, 0x3247}, {0x3250, 0x325F},
    {0x327C, 0x327D}, {0x327F, 0x4DBF}, {0x4E00, 0xA48C}, {0xA490, 0xA4C6}, {0xF900, 0xFAFF},
    {0xFE10, 0xFE19}, {0xFE30, 0xFE52}, {0xFE54, 0xFE66}, {0xFE68, 0xFE6B}, {0xFF01, 0xFF9F},
    {0xFFE0, 0xFFE6}, {0xFFE8, 0xFFEE}, {0x16FE0, 0x16FE4}, {0x16FF0, 0x16FF1}, {0x17000, 0x187F7},
    {0x18800, 0x18CD5}, {0x18D00, 0x18D08}, {0x1AFF0, 0x1AFF3}, {0x1AFF5, 0x1AFFB},
    {0x1AFFD, 0x1AFFE}, {0x1B000, 0x1B122}, {0x1B132, 0x1B132}, {0x1B150, 0x1B152},
    {0x1B155, 0x1B155}, {0x1B164, 0x1B167}, {0x1B170, 0x1B2FB}, {0x1F200, 0x1F202},
    {0x1F210, 0x1F23B}, {0x1F240, 0x1F248}, {0x1F250, 0x1F251}, {0x1F260, 0x1F265},
    {0x20000, 0x2FFFD}, {0x30000, 0x3FFFD},
};
// clang-format on

inline bool is_east_asian_wide(char32_t code) {
  if (code < kWideRanges[0].first) return false;
  const auto* const range =
      std::lower_bound(std::begin(kWideRanges), std::end(kWideRanges), code,
                       [](const WideRange& entry, char32_t key) { return entry.last < key; });
  return range != std::end(kWideRanges) && range->first <= code;
}

}  // namespace articles
