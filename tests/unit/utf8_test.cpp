#include "base/utf8.h"

#include <gtest/gtest.h>

#include "../support/plain_utf8.h"

namespace articles {
namespace {

// The fast path tests words of eight bytes: hence short strings at every offset within a word.
TEST(Utf8, ShortStringsAgreeWithThePlainDecoder) {
  const std::string_view pieces[] = {"",         "a",        "12345678",     "中",   "\xE4",
                                     "\xB8",     "\xE0",     "\xED",         "\xA0", "\u00e9",
                                     "\xF0\x9F", "\x98\x80", "\xEF\xBF\xBF", "\xC0", "\xFF"};
  constexpr std::size_t kPieces = std::size(pieces);
  for (std::size_t number = 0; number < kPieces * kPieces * kPieces * kPieces; ++number) {
    std::string middle;
    for (std::size_t rest = number, i = 0; i < 4; ++i, rest /= kPieces)
      middle += pieces[rest % kPieces];
    for (const std::string_view before : {"", "abc", "中文"})
      for (const std::string_view after : {"", "中文中文中文", "ends in ASCII"}) {
        const std::string text = std::string(before) + middle + std::string(after);
        ASSERT_EQ(invalid_utf8_at(text), plainly_invalid_at(text)) << text;
      }
  }
}

// It also tests blocks: hence each pair of bytes at the end of one, with the rest of a character
// behind it.
TEST(Utf8, PairsOfBytesAcrossBlocksAgreeWithThePlainDecoder) {
  constexpr std::size_t kBlock = 32;
  const std::string_view rests[] = {"a", "\x80", "\x80\xBF", "\xBF\x80\x80", "\xC3"};
  const std::string after(kBlock, 'z');
  for (std::size_t before = kBlock - 3; before <= kBlock; ++before)
    for (unsigned pair = 0; pair < 0x10000; ++pair)
      for (const std::string_view rest : rests) {
        std::string text(before, 'a');
        text += static_cast<char>(pair >> 8);
        text += static_cast<char>(pair & 0xFFU);
        text += rest;
        text += after;
        ASSERT_EQ(invalid_utf8_at(text), plainly_invalid_at(text)) << before << ' ' << pair << rest;
      }
}

TEST(Utf8, FindsTheFirstIllFormedSequence) {
  EXPECT_EQ(invalid_utf8_at(""), 0U);
  EXPECT_EQ(invalid_utf8_at("plain ASCII, longer than eight bytes"), 36U);
  EXPECT_EQ(invalid_utf8_at("中文"), 6U);
  EXPECT_EQ(invalid_utf8_at("12345678\xFF"), 8U);
  EXPECT_EQ(invalid_utf8_at("a\xC0\xAF"), 1U) << "overlong";
  EXPECT_EQ(invalid_utf8_at("\xED\xA0\x80"), 0U) << "surrogate";
  EXPECT_EQ(invalid_utf8_at("\xF4\x90\x80\x80"), 0U) << "beyond U+10FFFF";
  EXPECT_EQ(invalid_utf8_at("\xF4\x8F\xBF\xBF"), 4U) << "U+10FFFF itself";
  EXPECT_EQ(invalid_utf8_at("中\xE4\xB8"), 3U) << "truncated";
}

// The number of U+FFFD is that of the Encoding Standard's decoder.
TEST(Utf8, RepairsEachMaximalSubpart) {
  EXPECT_EQ(repair_utf8("a\xFF"
                        "b"),
            "a\uFFFDb");
  EXPECT_EQ(repair_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(repair_utf8("\xF4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(repair_utf8("\xE4\xB8"
                        "b"),
            "\uFFFDb");
  EXPECT_EQ(repair_utf8("\xC3"), "\uFFFD");
  EXPECT_EQ(repair_utf8("\xF0\x9F\x98"), "\uFFFD");
}

TEST(Utf8, EveryCodePointRoundTrips) {
  for (char32_t code = 1; code < 0x110000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text;
    append_utf8(text, code);
    std::size_t offset = 0;
    ASSERT_EQ(next_code_point(text, offset), code);
    ASSERT_EQ(offset, text.size());
    ASSERT_EQ(last_code_point("中" + text), code);
    ASSERT_TRUE(is_utf8(text));
  }
}

TEST(Utf8, LastCodePointOfAnEmptyTextIsZero) {
  EXPECT_EQ(last_code_point(""), 0U);
}

}  // namespace
}  // namespace articles
