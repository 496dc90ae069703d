// Spellings that people and pages use, with what read_date() must make of them.
#include <gtest/gtest.h>

#include "articles/date.h"
#include "dates/zone_files.h"

namespace articles {
namespace {

std::string in_utc(std::string_view text) {
  const DateReading reading = read_date(text, Zone());
  return reading.seconds ? format_date(*reading.seconds) : reading.reason;
}

struct Spelling {
  const char* text;
  const char* in_utc;  // if a text without a zone is read in UTC
};

class DateSpelling : public testing::TestWithParam<Spelling> {};

TEST_P(DateSpelling, GivesTheInstant) {
  EXPECT_EQ(in_utc(GetParam().text), GetParam().in_utc) << GetParam().text;
}

constexpr const char* kAfternoon = "2021-08-05 15:05:00";

INSTANTIATE_TEST_SUITE_P(
    PartOfTheDay, DateSpelling,
    testing::Values(
        // A night begins on the day of the date, so its hours after midnight are on the next day.
        Spelling{"2021年8月5日 晚上12点", "2021-08-06 00:00:00"},
        Spelling{"2021年8月5日 晚上12:05", "2021-08-06 00:05:00"},
        Spelling{"2021年8月5日 晚上0:30", "2021-08-06 00:30:00"},
        Spelling{"2021年8月5日 晚上1:30", "2021-08-06 01:30:00"},
        Spelling{"2021年8月5日 晚上1点半", "2021-08-06 01:30:00"},
        Spelling{"2021年8月5日 1:30晚上", "2021-08-06 01:30:00"},
        Spelling{"2021年8月5日 晚上4:59", "2021-08-06 04:59:00"},
        Spelling{"2021年8月5日 晚上5:00", "2021-08-05 17:00:00"},
        Spelling{"2021年12月31日 晚上12点", "2022-01-01 00:00:00"},
        Spelling{"2021年8月5日 晚上20:30", "2021-08-05 20:30:00"},
        Spelling{"2021年8月5日 晚上24:00", "2021-08-06 00:00:00"},
        Spelling{"2021年8月5日 晚间7:30", "2021-08-05 19:30:00"},
        Spelling{"2021年8月5日 晚8点", "2021-08-05 20:00:00"},
        Spelling{"2021年8月5日晚8点", "2021-08-05 20:00:00"},
        Spelling{"2021年8月5日 晚8时30分", "2021-08-05 20:30:00"},
        Spelling{"2021年8月5日 晚12点", "2021-08-06 00:00:00"},
        Spelling{"2021年8月5日 夜1時", "2021-08-06 01:00:00"},
        Spelling{"2021年8月5日 朝8時", "2021-08-05 08:00:00"},
        Spelling{"2021-08-05 晚上8:05", "2021-08-05 20:05:00"},
        Spelling{"2021年8月5日 早8点", "2021-08-05 08:00:00"},
        Spelling{"2021年8月5日 早上8:05", "2021-08-05 08:05:00"},
        Spelling{"2021年8月5日 早晨6点", "2021-08-05 06:00:00"},
        Spelling{"2021年8月5日 清晨5点半", "2021-08-05 05:30:00"},
        Spelling{"2021年8月5日 深夜11:30", "2021-08-05 23:30:00"},
        Spelling{"2021年8月5日 深夜12点", "2021-08-06 00:00:00"},
        Spelling{"2021年8月5日 深夜1:30", "2021-08-06 01:30:00"},
        Spelling{"2021年8月5日 半夜2点", "2021-08-06 02:00:00"},
        Spelling{"2021年8月5日 午夜12点", "2021-08-06 00:00:00"},
        Spelling{"2021年8月5日 凌晨1:30", "2021-08-05 01:30:00"},
        Spelling{"2021年8月5日 凌晨0点", "2021-08-05 00:00:00"},
        Spelling{"2021年8月5日 傍晚6点", "2021-08-05 18:00:00"},
        Spelling{"2021年8月5日 中午12点", "2021-08-05 12:00:00"},
        Spelling{"2021年8月5日 中午11:30", "2021-08-05 11:30:00"},
        Spelling{"2021年8月5日 正午12点", "2021-08-05 12:00:00"},
        Spelling{"2021年8月5日 下午12:30", "2021-08-05 12:30:00"},
        Spelling{"2021年8月5日 下午0:30", "2021-08-05 12:30:00"},
        Spelling{"2021年8月5日 下午15:05", kAfternoon},
        // Behind the clock.
        Spelling{"2021-08-05 1:00下午", "2021-08-05 13:00:00"},
        Spelling{"2021年8月5日 3:05下午", kAfternoon},
        Spelling{"2021年8月5日 3:05 下午", kAfternoon},
        Spelling{"2021年8月5日 3点5分下午", kAfternoon},
        Spelling{"2021年8月5日 12:05上午", "2021-08-05 00:05:00"},
        Spelling{"2021-08-05 12:05:07 凌晨", "2021-08-05 00:05:07"},
        // AM and PM, as Node prints them with U+202F.
        Spelling{"2021-08-05 3:05 p.m.", kAfternoon}, Spelling{"2021-08-05 3:05 P.M.", kAfternoon},
        Spelling{"2021-08-05 3:05pm", kAfternoon}, Spelling{"2021-08-05 3:05 pm.", kAfternoon},
        Spelling{"2021-08-05 3:05 p. m.", kAfternoon}, Spelling{"2021-08-05 PM 3:05", kAfternoon},
        Spelling{"2021-08-05 下午 3:05", kAfternoon},
        Spelling{"2021-08-05 4:50 a.m.", "2021-08-05 04:50:00"},
        Spelling{"2021-08-05 12:50 a.m.", "2021-08-05 00:50:00"},
        Spelling{"2021-08-05 12:50 p.m.", "2021-08-05 12:50:00"},
        Spelling{"2021-08-05 15:05 PM", kAfternoon},
        Spelling{"2021-08-05 3:05\u202FPM", kAfternoon},
        Spelling{"2021-08-05 3:05\u00A0PM", kAfternoon},
        Spelling{"2021-08-05\u20093:05\u2009PM", kAfternoon},
        Spelling{"\u200E8\u200E/\u200E13\u200E/\u200E2021\u200E \u200E3\u200E:\u200E05 PM",
                 "2021-08-13 15:05:00"},
        Spelling{"2021-08-05 8 pm", "2021-08-05 20:00:00"},
        Spelling{"August 5, 2021 8PM", "2021-08-05 20:00:00"}));

INSTANTIATE_TEST_SUITE_P(
    JapaneseAndKorean, DateSpelling,
    testing::Values(Spelling{"2019年2月15日(金) 13:40", "2019-02-15 13:40:00"},
                    Spelling{"2019年2月15日（金）13:40", "2019-02-15 13:40:00"},
                    Spelling{"2019年2月15日(金)", "2019-02-15 00:00:00"},
                    Spelling{"2019年2月15日 金曜日 13:40", "2019-02-15 13:40:00"},
                    Spelling{"2019年2月15日 13時40分", "2019-02-15 13:40:00"},
                    Spelling{"2019年2月15日 午後1時40分", "2019-02-15 13:40:00"},
                    Spelling{"2019年2月15日 午後1:40", "2019-02-15 13:40:00"},
                    Spelling{"2019年2月15日 午前0時5分10秒", "2019-02-15 00:05:10"},
                    Spelling{"2019年2月15日 午後0時5分", "2019-02-15 12:05:00"},
                    Spelling{"2019/02/15(金) 13:40", "2019-02-15 13:40:00"},
                    Spelling{"2019/02/15(金)13:40:10", "2019-02-15 13:40:10"},
                    Spelling{"2022년 8월 4일 오후 3:05", "2022-08-04 15:05:00"},
                    Spelling{"2022년 8월 4일", "2022-08-04 00:00:00"},
                    Spelling{"2022년 8월 4일 (목) 오전 12:05", "2022-08-04 00:05:00"},
                    Spelling{"2022년 8월 4일 목요일 오후 3시 5분 7초", "2022-08-04 15:05:07"},
                    Spelling{"2022년8월4일 오후 3시 반", "2022-08-04 15:30:00"},
                    Spelling{"2022년 8월 4일 밤 11시", "2022-08-04 23:00:00"},
                    Spelling{"2021/8/13 昼3:30", "2021-08-13 15:30:00"},
                    Spelling{"2021/8/13 夜7:30", "2021-08-13 19:30:00"},
                    Spelling{"2022. 8. 4. 오후 3:05:07", "2022-08-04 15:05:07"},
                    Spelling{"2022. 8. 4.", "2022-08-04 00:00:00"},
                    Spelling{"2021年8月5號 週四 下午3點05分", kAfternoon},
                    Spelling{"2021年8月5日 15點05", kAfternoon},
                    Spelling{"2021年8月5日 下午3点整", "2021-08-05 15:00:00"},
                    Spelling{"星期四 2021年8月5日 15:05", kAfternoon}));

INSTANTIATE_TEST_SUITE_P(
    BetweenDayAndTime, DateSpelling,
    testing::Values(Spelling{"2023-06-14, 10:12", "2023-06-14 10:12:00"},
                    Spelling{"2023-06-14,10:12:13", "2023-06-14 10:12:13"},
                    Spelling{"2023/6/14, 10:12:13", "2023-06-14 10:12:13"},
                    Spelling{"2023年6月14日，10:12", "2023-06-14 10:12:00"},
                    Spelling{"2023-06-14 at 10:12", "2023-06-14 10:12:00"},
                    Spelling{"2023-06-14 @ 10:12", "2023-06-14 10:12:00"},
                    Spelling{"2023-06-14 - 10:12", "2023-06-14 10:12:00"},
                    Spelling{"June 14, 2023 – 10:12 am", "2023-06-14 10:12:00"},
                    Spelling{"April 1, 2019 at 7:59 pm", "2019-04-01 19:59:00"},
                    Spelling{"April 1st, 2019 at 7:59 p.m.", "2019-04-01 19:59:00"},
                    Spelling{"Monday, April 1, 2019 at 7:59:10 PM", "2019-04-01 19:59:10"},
                    Spelling{"1 April 2019 At 19:59", "2019-04-01 19:59:00"},
                    Spelling{"April 1, 2019, 7:59 PM", "2019-04-01 19:59:00"},
                    Spelling{"2019-10-09 0:0:0", "2019-10-09 00:00:00"},
                    Spelling{"2019-10-9 9:5", "2019-10-09 09:05:00"},
                    Spelling{"2019-10-09T9:5:7Z", "2019-10-09 09:05:07"},
                    Spelling{"2019/10/9 12:5:07", "2019-10-09 12:05:07"},
                    Spelling{"2019-10-09 Wed 10:00", "2019-10-09 10:00:00"},
                    Spelling{"2019-10-09 (Wed) 10:00", "2019-10-09 10:00:00"},
                    Spelling{"2019-10-09, Wednesday, 10:00", "2019-10-09 10:00:00"},
                    Spelling{"Wed 2019-10-09 10:00:00 UTC", "2019-10-09 10:00:00"}));

INSTANTIATE_TEST_SUITE_P(OrdinalsAndFullStops, DateSpelling,
                         testing::Values(Spelling{"August 5th, 2022", "2022-08-05 00:00:00"},
                                         Spelling{"August 1st 2022", "2022-08-01 00:00:00"},
                                         Spelling{"Aug 22nd, 2022 10:12", "2022-08-22 10:12:00"},
                                         Spelling{"Aug. 3rd, 2022", "2022-08-03 00:00:00"},
                                         Spelling{"5th August 2022", "2022-08-05 00:00:00"},
                                         Spelling{"5th of August 2022", "2022-08-05 00:00:00"},
                                         Spelling{"Friday, 5TH of August, 2022",
                                                  "2022-08-05 00:00:00"},
                                         Spelling{"1. April 2019", "2019-04-01 00:00:00"},
                                         Spelling{"1.April 2019 10:12", "2019-04-01 10:12:00"},
                                         Spelling{"01. Apr. 2019", "2019-04-01 00:00:00"},
                                         Spelling{"05/Aug/2021 15:05", kAfternoon}));

INSTANTIATE_TEST_SUITE_P(DayAndMonthAsNumbers, DateSpelling,
                         testing::Values(Spelling{"27/11/2017", "2017-11-27 00:00:00"},
                                         Spelling{"10/19/2018", "2018-10-19 00:00:00"},
                                         Spelling{"27-11-2017", "2017-11-27 00:00:00"},
                                         Spelling{"10-19-2018", "2018-10-19 00:00:00"},
                                         Spelling{"27.11.2017", "2017-11-27 00:00:00"},
                                         Spelling{"27. 11. 2017", "2017-11-27 00:00:00"},
                                         Spelling{"13/2/2021", "2021-02-13 00:00:00"},
                                         Spelling{"02/13/2021", "2021-02-13 00:00:00"},
                                         Spelling{"27/11/2017 10:12 PM", "2017-11-27 22:12:00"},
                                         Spelling{"10/19/2018, 12:45:33 AM", "2018-10-19 00:45:33"},
                                         Spelling{"9/9/2020, 12:45:33 AM", "2020-09-09 00:45:33"},
                                         Spelling{"05.05.2021", "2021-05-05 00:00:00"}));

INSTANTIATE_TEST_SUITE_P(
    Zones, DateSpelling,
    testing::Values(Spelling{"2021-08-05 10:00 PDT", "2021-08-05 17:00:00"},
                    Spelling{"2021-02-05 10:00:00 EST", "2021-02-05 15:00:00"},
                    Spelling{"2021-02-05 10:00 am EST", "2021-02-05 15:00:00"},
                    Spelling{"April 1, 2019 at 7:59 pm EDT", "2019-04-01 23:59:00"},
                    Spelling{"April 1, 2019 at 7:59 pm (EDT)", "2019-04-01 23:59:00"},
                    Spelling{"Aug 5, 2021 10:00 MDT", "2021-08-05 16:00:00"},
                    Spelling{"Thu Aug  5 10:00:00 PDT 2021", "2021-08-05 17:00:00"},
                    Spelling{"2021-08-05 10:00 CEST", "2021-08-05 08:00:00"},
                    Spelling{"2021-08-05 10:00 JST", "2021-08-05 01:00:00"},
                    Spelling{"2021-08-05 10:00 ACST", "2021-08-05 00:30:00"},
                    Spelling{"2021-08-05 10:00 UTC+8", "2021-08-05 02:00:00"},
                    Spelling{"2021-08-05 10:00 (UTC+8)", "2021-08-05 02:00:00"},
                    Spelling{"2021/8/5 上午10:00:00 [GMT+8]", "2021-08-05 02:00:00"},
                    Spelling{"2021-08-05 10:00 GMT +0800", "2021-08-05 02:00:00"},
                    Spelling{"2021年8月5日 10:00（北京时间）", "2021-08-05 02:00:00"},
                    Spelling{"2021年8月5日 下午3:05 +08:00", "2021-08-05 07:05:00"},
                    Spelling{"2021年8月5日 晚上12点 +08:00", "2021-08-05 16:00:00"},
                    Spelling{"5 August 2021 10:00 CST", "2021-08-05 16:00:00"}));

TEST(Date, AmericanTimeWithoutSeasonFollowsTheCalendar) {
  if (load_zone("America/New_York").outcome != ZoneFile::Outcome::Found)
    GTEST_SKIP() << "this system has no time zone files";
  EXPECT_EQ(in_utc("April 1, 2019 at 7:59 PM ET"), "2019-04-01 23:59:00");
  EXPECT_EQ(in_utc("January 1, 2019 at 7:59 PM ET"), "2019-01-02 00:59:00");
  EXPECT_EQ(in_utc("2019-07-01 10:00 PT"), "2019-07-01 17:00:00");
}

}  // namespace
}  // namespace articles
