#include "articles/utf8.h"

#include <gtest/gtest.h>

namespace articles {
namespace {

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
