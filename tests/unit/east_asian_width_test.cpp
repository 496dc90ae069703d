#include "base/east_asian_width.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

TEST(EastAsianWidth, IdeographsKanaAndFullWidthFormsAreWide) {
  for (const char32_t code :
       {U'\u4E2D', U'\u3042', U'\u30A2', U'\uFF71', U'\u3105', U'\u3000', U'\u3001', U'\uFF01',
        U'\uFFE6', U'\u2329', U'\uA000', U'\u327F', U'\U0001F201', U'\U00020000', U'\U0003134A'})
    EXPECT_TRUE(is_east_asian_wide(code)) << std::hex << static_cast<unsigned>(code);
}

TEST(EastAsianWidth, HangulEmojiTheWonSignAndOtherScriptsAreNot) {
  for (const char32_t code :
       {U'A', U'\u00E9', U'\u03B1', U'\u1100', U'\uAC00', U'\u3131', U'\u3200', U'\uFFA1',
        U'\u20A9', U'\u231A', U'\u2614', U'\U0001F600', U'\u2026', U'\u201C', U'\u27E8', U'\uE000'})
    EXPECT_FALSE(is_east_asian_wide(code)) << std::hex << static_cast<unsigned>(code);
}

// Of unassigned code points, only those of the planes and blocks of ideographs are wide.
TEST(EastAsianWidth, UnassignedCodePointsAreNotWideOutsideIdeographs) {
  for (const char32_t code :
       {U'\u0378', U'\u0530', U'\u0984', U'\u0E3B', U'\u1249', U'\u2065', U'\u20C1', U'\u2E9A',
        U'\u3040', U'\uA4C7', U'\uFB07', U'\uFFFF', U'\U0001000C', U'\U0001FBFA', U'\U000E0002',
        U'\U000E0080', U'\U0010FFFE'})
    EXPECT_FALSE(is_east_asian_wide(code)) << std::hex << static_cast<unsigned>(code);
  for (const char32_t code : {U'\uFADA', U'\U0002A6E0', U'\U0002FFFD', U'\U0003FFFD'})
    EXPECT_TRUE(is_east_asian_wide(code)) << std::hex << static_cast<unsigned>(code);
}

TEST(EastAsianWidth, TableAscends) {
  char32_t last = 0;
  for (const WideRange& range : kWideRanges) {
    EXPECT_GT(range.first, last);
    EXPECT_GE(range.last, range.first);
    last = range.last;
  }
}

}  // namespace
}  // namespace articles
