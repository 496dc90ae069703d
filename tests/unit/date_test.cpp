#include "articles/date.h"

#include <gtest/gtest.h>

#include "articles/error.h"

namespace articles {
namespace {

std::string in_utc(std::string_view text, std::string_view zone = "UTC") {
  const DateReading reading = read_date(text, Zone::parse(zone));
  return reading.seconds ? format_date(*reading.seconds) : "";
}

struct Form {
  const char* text;
  const char* in_utc;      // if a text without a zone is read in UTC
  const char* in_beijing;  // if it is read in +08:00
};

class DateForm : public testing::TestWithParam<Form> {};

TEST_P(DateForm, GivesTheInstant) {
  EXPECT_EQ(in_utc(GetParam().text), GetParam().in_utc) << GetParam().text;
  EXPECT_EQ(in_utc(GetParam().text, "+08:00"), GetParam().in_beijing) << GetParam().text;
}

constexpr const char* kMidnight = "2021-08-05 00:00:00";
constexpr const char* kBeijingMidnight = "2021-08-04 16:00:00";
constexpr const char* kClock = "2021-08-05 23:52:10";
constexpr const char* kBeijingClock = "2021-08-05 15:52:10";
constexpr const char* kMinute = "2021-08-05 23:52:00";
constexpr const char* kBeijingMinute = "2021-08-05 15:52:00";

INSTANTIATE_TEST_SUITE_P(
    YearFirst, DateForm,
    testing::Values(Form{"2021-08-05", kMidnight, kBeijingMidnight},
                    Form{"2021-8-5", kMidnight, kBeijingMidnight},
                    Form{"2021/08/05", kMidnight, kBeijingMidnight},
                    Form{"2021/8/5", kMidnight, kBeijingMidnight},
                    Form{"2021.08.05", kMidnight, kBeijingMidnight},
                    Form{" 2021-08-05 ", kMidnight, kBeijingMidnight},
                    Form{"2021-08-05 23:52", kMinute, kBeijingMinute},
                    Form{"2021-08-05T23:52", kMinute, kBeijingMinute},
                    Form{"2021.08.05 23:52", kMinute, kBeijingMinute},
                    Form{"2021/08/05 23:52:10", kClock, kBeijingClock},
                    Form{"2021-08-05 9:05", "2021-08-05 09:05:00", "2021-08-05 01:05:00"},
                    Form{"2021-8-5 9:05:01", "2021-08-05 09:05:01", "2021-08-05 01:05:01"},
                    Form{"2021-08-05 23:52:10", kClock, kBeijingClock},
                    Form{"2021-08-05T23:52:10Z", kClock, kClock},
                    Form{"2021-08-05 23:52:10 Z", kClock, kClock},
                    Form{"2021-08-05 23:52:10 UTC", kClock, kClock},
                    Form{"2021-08-05T23:52:10.987654321+08:00", kBeijingClock, kBeijingClock},
                    Form{"2021-08-05 23:52:10+0800", kBeijingClock, kBeijingClock},
                    Form{"2021-08-05 23:52:10 +0800", kBeijingClock, kBeijingClock},
                    Form{"2021-08-05 23:52:10 +08:00", kBeijingClock, kBeijingClock},
                    Form{"2021-08-05 23:52:10+8", kBeijingClock, kBeijingClock},
                    Form{"2021-08-05T23:52+08:00", kBeijingMinute, kBeijingMinute},
                    Form{"2021-08-05 23:52:10 +0800 CST", kBeijingClock, kBeijingClock},
                    Form{"2018-12-11T0:10:32+00:00", "2018-12-11 00:10:32", "2018-12-11 00:10:32"},
                    Form{"2021-08-05 11:52 PM", kMinute, kBeijingMinute},
                    Form{"2021-08-05 24:00:00", "2021-08-06 00:00:00", "2021-08-05 16:00:00"},
                    Form{"2021-08-05 23:59:60", "2021-08-06 00:00:00", "2021-08-05 16:00:00"},
                    Form{"2021-W31-4", kMidnight, kBeijingMidnight},
                    Form{"2021W314", kMidnight, kBeijingMidnight},
                    Form{"2021-08-05T23:52:10", kClock, kBeijingClock},
                    Form{"2021-08-05T23:52:10.123456789+08:00", kBeijingClock, kBeijingClock},
                    Form{"2021-08-05 23:52:10 +0800 +0800", kBeijingClock, kBeijingClock},
                    Form{"2021-08-05T23:52:10+08:00[Asia/Shanghai]", kBeijingClock, kBeijingClock},
                    Form{"2021/08/05 23:52", kMinute, kBeijingMinute},
                    Form{"2021-W31", "2021-08-02 00:00:00", "2021-08-01 16:00:00"},
                    Form{"2021-217", kMidnight, kBeijingMidnight}));

INSTANTIATE_TEST_SUITE_P(DigitsOnly, DateForm,
                         testing::Values(Form{"20210805", kMidnight, kBeijingMidnight},
                                         Form{"20210805T235210Z", kClock, kClock},
                                         Form{"20210805T235210", kClock, kBeijingClock},
                                         Form{"20210805235210", kClock, kBeijingClock},
                                         Form{"1628178730", kBeijingClock, kBeijingClock},
                                         Form{"1628178730.5", kBeijingClock, kBeijingClock},
                                         Form{"1628178730000", kBeijingClock, kBeijingClock},
                                         Form{"1628178730000000", kBeijingClock, kBeijingClock}));

INSTANTIATE_TEST_SUITE_P(
    MonthNames, DateForm,
    testing::Values(
        Form{"Thu, 05 Aug 2021 23:52:10 GMT", kClock, kClock},
        Form{"Thu, 05 Aug 2021 23:52:10 +0800", kBeijingClock, kBeijingClock},
        Form{"05 Aug 2021 23:52 +0800", kBeijingMinute, kBeijingMinute},
        Form{"Thu, 5 Aug 2021 23:52:10 EST", "2021-08-06 04:52:10", "2021-08-06 04:52:10"},
        Form{"Thu, 05 Aug 21 23:52:10 GMT", kClock, kClock},
        Form{"Thursday, 05-Aug-21 23:52:10 GMT", kClock, kClock},
        Form{"Thu Aug 05 2021 23:52:10 GMT+0800 (China Standard Time)", kBeijingClock,
             kBeijingClock},
        Form{"Thu Aug  5 23:52:10 2021", kClock, kBeijingClock},
        Form{"Thu Aug  5 23:52:10 UTC 2021", kClock, kClock},
        Form{"Thu Aug 05 23:52:10 +0800 2021", kBeijingClock, kBeijingClock},
        Form{"Thu, 05 Aug 70 23:52:10 GMT", "1970-08-05 23:52:10", "1970-08-05 23:52:10"},
        Form{"Aug 5, 2021", kMidnight, kBeijingMidnight},
        Form{"August 5, 2021", kMidnight, kBeijingMidnight},
        Form{"5 August 2021", kMidnight, kBeijingMidnight},
        Form{"05 Aug 2021", kMidnight, kBeijingMidnight}));

INSTANTIATE_TEST_SUITE_P(
    Chinese, DateForm,
    testing::Values(Form{"2021年08月05日 23:52", kMinute, kBeijingMinute},
                    Form{"2021年08月05日23:52", kMinute, kBeijingMinute},
                    Form{"2021年8月5日", kMidnight, kBeijingMidnight},
                    Form{"2021 年 8 月 5 号", kMidnight, kBeijingMidnight},
                    Form{"2021年8月5日 23时52分10秒", kClock, kBeijingClock},
                    Form{"2021年8月5日 下午11:52", kMinute, kBeijingMinute},
                    Form{"2021年8月5日 上午12:05", "2021-08-05 00:05:00", "2021-08-04 16:05:00"},
                    Form{"2021年8月5日 中午1:05", "2021-08-05 13:05:00", "2021-08-05 05:05:00"},
                    Form{"2021年8月5日 9点半", "2021-08-05 09:30:00", "2021-08-05 01:30:00"},
                    Form{"2021年8月5日 23:52:10", kClock, kBeijingClock},
                    Form{"2021年8月5日 23点52分", kMinute, kBeijingMinute},
                    Form{"2021年8月5日 凌晨12:05", "2021-08-05 00:05:00", "2021-08-04 16:05:00"},
                    Form{"2021年8月5日 晚上11:52", kMinute, kBeijingMinute},
                    Form{"2021年8月5日 中午12:05", "2021-08-05 12:05:00", "2021-08-05 04:05:00"},
                    Form{"2021年8月5日 周四 23:52", kMinute, kBeijingMinute},
                    Form{"2021-08-05T23:52:10\u22128", "2021-08-06 07:52:10",
                         "2021-08-06 07:52:10"},
                    Form{"2021年8月5日 星期四", kMidnight, kBeijingMidnight},
                    Form{"2021年8月5日（四） 23:52", kMinute, kBeijingMinute},
                    Form{"２０２１-０８-０５ ２３：５２", kMinute, kBeijingMinute}));

struct NoDate {
  const char* text;
  const char* reason;
};

class NotADate : public testing::TestWithParam<NoDate> {};

TEST_P(NotADate, GivesTheReason) {
  const DateReading reading = read_date(GetParam().text, Zone());
  EXPECT_FALSE(reading.seconds.has_value()) << GetParam().text;
  ASSERT_NE(reading.reason, nullptr) << GetParam().text;
  EXPECT_STREQ(reading.reason, GetParam().reason) << GetParam().text;
}

constexpr const char* kUnknown = "not a date in a known form";
constexpr const char* kAmbiguous = "an ambiguous date: day and month could change places";
constexpr const char* kImpossible = "a date that no calendar has";
constexpr const char* kUnknownZone = "a date in an unknown or ambiguous time zone";

INSTANTIATE_TEST_SUITE_P(
    Texts, NotADate,
    testing::Values(
        NoDate{"01/02/2021", kAmbiguous}, NoDate{"01-02-2021", kAmbiguous},
        NoDate{"01.02.2021", kAmbiguous}, NoDate{"21-08-05", kAmbiguous},
        NoDate{"3 days ago", kUnknown}, NoDate{"2021-08-05 23:52:10 UTC draft", kUnknown},
        NoDate{"2021-08-05 23:52:10 +0800 draft", kUnknown},
        NoDate{"2021-08-05 23:52:10 +1500", kUnknown}, NoDate{"2021-08-05 24:00:01", kImpossible},
        NoDate{"Thu Aug  5 23:52:10 CST 2021", kUnknownZone},
        NoDate{"Thu, 05 Aug 2021 23:52:10 XYZ", kUnknownZone}, NoDate{"05-08-21", kAmbiguous},
        NoDate{"2021-02-30", kImpossible}, NoDate{"2021-13-01", kImpossible},
        NoDate{"0000-00-00", kImpossible}, NoDate{"2021-08-05 23:60:00", kImpossible},
        NoDate{"2021-02-29", kImpossible}, NoDate{"2021-W53", kImpossible},
        NoDate{"2021-366", kImpossible}, NoDate{"2021-08-05 23:52:10 CST", kUnknownZone},
        NoDate{"2021-08", kUnknown}, NoDate{"2021", kUnknown}, NoDate{"2021217", kUnknown},
        NoDate{"yesterday", kUnknown}, NoDate{"2021-08-05 (draft)", kUnknown},
        NoDate{"2024-02-07:00:00Z", kUnknown}, NoDate{"Invalid Date", kUnknown},
        NoDate{"{{ .Date }}", kUnknown}));

INSTANTIATE_TEST_SUITE_P(
    SimilarTexts, NotADate,
    testing::Values(
        NoDate{"10/9/2018", kAmbiguous}, NoDate{"10/9/2018, 12:45:33 AM", kAmbiguous},
        NoDate{"5. 8. 2021", kAmbiguous}, NoDate{"27/11/17", kAmbiguous},
        NoDate{"13/13/2021", kImpossible}, NoDate{"31/11/2017", kImpossible},
        NoDate{"02/30/2017", kImpossible}, NoDate{"27/11-2017", kUnknown},
        NoDate{"27/11/2017 draft", kUnknown}, NoDate{"27/11/20170", kUnknown},
        NoDate{"2021年8月5日 上午15:00", kImpossible}, NoDate{"2021年8月5日 中午5点", kImpossible},
        NoDate{"2021年8月5日 深夜7点", kImpossible}, NoDate{"2021-08-05 15:05 AM", kImpossible},
        NoDate{"2021年8月5日 晚上24:30", kImpossible}, NoDate{"2021年8月5日 晚上25点", kImpossible},
        NoDate{"2021年8月5日 凌晨24:00", kImpossible}, NoDate{"2021-08-05 3:05 pmx", kUnknownZone},
        NoDate{"2021年8月5日 晚上8", kUnknown}, NoDate{"2021年8月5日 晚上", kUnknown},
        NoDate{"2021-08-05 8", kUnknown}, NoDate{"2021-08-05 3:05 p", kUnknownZone},
        NoDate{"2021-08-05 下午3:05下午", kUnknown}, NoDate{"2021-08-05 at", kUnknown},
        NoDate{"2021-08-05 at 8", kUnknown}, NoDate{"2021-08-0510:12", kUnknown},
        NoDate{"2021-08-05 10:12:7:5", kUnknown}, NoDate{"2021-08-05 10:123", kUnknown},
        NoDate{"2021-08-05 0:60:0", kImpossible}, NoDate{"August 5xx, 2022", kUnknown},
        NoDate{"August 32nd, 2022", kImpossible}, NoDate{"August 2022", kUnknown},
        NoDate{"2022년 8월", kUnknown}, NoDate{"2022년 8월 4일 밤 12시", kImpossible},
        NoDate{"2021/8/13 夜中11:30", kUnknown}, NoDate{"2022년 13월 4일", kImpossible},
        NoDate{"2021-08-05 10:00 BST", kUnknownZone}, NoDate{"2021-08-05 10:00 IST", kUnknownZone},
        NoDate{"2021-08-05 10:00 CST", kUnknownZone}, NoDate{"2021-08-05 10:00 (PDT", kUnknown},
        NoDate{"2021-08-05 10:00 EST +0800", kUnknown}, NoDate{"2021-08-05 (金", kUnknown},
        NoDate{"2021-08-05 10:00–11:00", kUnknown}, NoDate{"2021-08-05 晚上", kUnknown},
        NoDate{"Thursday", kUnknown}, NoDate{"(四)", kUnknown}));

TEST(Date, BlankTextHasNoReason) {
  EXPECT_EQ(read_date("", Zone()).reason, nullptr);
  EXPECT_EQ(read_date(" \n", Zone()).reason, nullptr);
}

TEST(Date, EveryDayOfEightCenturiesRoundTrips) {
  for (std::int64_t day = -719162; day < -719162 + 146097 * 2; ++day) {
    const std::string text = format_date(day * 86400 + 45296);
    const DateReading reading = read_date(text, Zone());
    ASSERT_TRUE(reading.seconds.has_value()) << text;
    ASSERT_EQ(*reading.seconds, day * 86400 + 45296) << text;
  }
}

TEST(Date, FileNameOfAJekyllPost) {
  const auto date = [](const char* file) {
    const auto seconds = date_of_file_name(file, Zone::parse("+08:00"));
    return seconds ? format_date(*seconds) : "";
  };
  EXPECT_EQ(date("2021-08-05-name.md"), "2021-08-04 16:00:00");
  EXPECT_EQ(date("a/_posts/2021-8-5-name.html"), "2021-08-04 16:00:00");
  for (const char* const file : {"2021-08-05.md", "x-2021-08-05-name.md", "2021-02-30-name.md",
                                 "2021-08-05-a/name.md", "21-08-05-name.md", "2021-08-name.md"})
    EXPECT_EQ(date(file), "") << file;
}

TEST(Date, PathOfAPage) {
  const auto date = [](const char* path) {
    const auto seconds = date_of_page_path(path, Zone::parse("+08:00"));
    return seconds ? format_date(*seconds) : "";
  };
  for (const char* const path : {"2021/08/05/name", "/blog/2021/8/5/name/", "1/2021/08/05/name"})
    EXPECT_EQ(date(path), "2021-08-04 16:00:00") << path;
  for (const char* const path : {"", "/", "2021/08/05", "2021/08/05/", "2021/13/05/name",
                                 "2021/08/name", "x2021/08/05/name"})
    EXPECT_EQ(date(path), "") << path;
}

TEST(Zone, ParsesUtcNamesAndOffsets) {
  for (const char* const name : {"UTC", "GMT", "Z", "z", "+00:00"})
    EXPECT_EQ(Zone::parse(name).to_utc(0), 0) << name;
  EXPECT_EQ(Zone::parse("+08:00").to_utc(0), -28800);
  EXPECT_EQ(Zone::parse("-0330").to_utc(0), 12600);
  EXPECT_EQ(Zone::parse("+8").to_utc(0), -28800);
  for (const char* const name : {"", "8", "+15:00", "+08:60", "CST", "+08:00x"})
    EXPECT_THROW(Zone::parse(name), Error) << name;
}

}  // namespace
}  // namespace articles
