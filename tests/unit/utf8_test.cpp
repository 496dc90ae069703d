#include "articles/utf8.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

// The standard's decoder, byte by byte (Unicode, table 3-7).
std::size_t plainly_invalid_at(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto byte = [&](std::size_t i) {
      return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U;
    };
    const auto within = [&](std::size_t i, unsigned least, unsigned most) {
      return byte(i) >= least && byte(i) <= most;
    };
    const unsigned lead = byte(0);
    std::size_t length = 0;
    if (lead < 0x80) length = 1;
    if (within(0, 0xC2, 0xDF) && within(1, 0x80, 0xBF)) length = 2;
    if (within(0, 0xE0, 0xEF) && within(2, 0x80, 0xBF) &&
        within(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF))
      length = 3;
    if (within(0, 0xF0, 0xF4) && within(2, 0x80, 0xBF) && within(3, 0x80, 0xBF) &&
        within(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF))
      length = 4;
    if (length == 0) return at;
    at += length;
  }
  return at;
}

// Whole words are looked at where they can be: so every short string, at every place of a word.
TEST(Utf8, AllShortStringsAgreeWithThePlainDecoder) {
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

TEST(Utf8, FindsTheFirstByteThatIsNotUtf8) {
  EXPECT_EQ(invalid_utf8_at(""), 0U);
  EXPECT_EQ(invalid_utf8_at("plain ASCII, longer than eight bytes"), 36U);
  EXPECT_EQ(invalid_utf8_at("中文"), 6U);
  EXPECT_EQ(invalid_utf8_at("12345678\xFF"), 8U);
  EXPECT_EQ(invalid_utf8_at("a\xC0\xAF"), 1U) << "overlong";
  EXPECT_EQ(invalid_utf8_at("\xED\xA0\x80"), 0U) << "surrogate";
  EXPECT_EQ(invalid_utf8_at("\xF4\x90\x80\x80"), 0U) << "beyond U+10FFFF";
  EXPECT_EQ(invalid_utf8_at("\xF4\x8F\xBF\xBF"), 4U) << "U+10FFFF itself";
  EXPECT_EQ(invalid_utf8_at("中\xE4\xB8"), 3U) << "cut short";
}

// The counts of the Encoding standard's decoder.
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

TEST(Utf8, EveryCodePointSurvivesARoundTrip) {
  for (char32_t code = 1; code < 0x110000; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text;
    append_utf8(text, code);
    std::size_t at = 0;
    ASSERT_EQ(next_code_point(text, at), code);
    ASSERT_EQ(at, text.size());
    ASSERT_EQ(last_code_point("中" + text), code);
    ASSERT_TRUE(is_utf8(text));
  }
}

TEST(Utf8, TheLastCodePointOfNothingIsZero) {
  EXPECT_EQ(last_code_point(""), 0U);
}

}  // namespace
}  // namespace articles
