#include "dates/tz_file.h"

#include <gtest/gtest.h>

#include "articles/date.h"
#include "dates/tz_rule.h"

namespace articles {
namespace {

std::int64_t clock(std::string_view text) {
  return *read_date(text, Zone()).seconds;
}

std::string big_endian(std::int64_t value, int size) {
  std::string bytes;
  for (int i = size; i-- > 0;)
    bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> (i * 8) & 0xFF);
  return bytes;
}

// A header and its data block. The transitions at `times` lead in turn to UTC+1 and to UTC, the
// first offset.
std::string tz_block(char version, int time_bytes, const std::vector<std::int64_t>& times) {
  std::string bytes = std::string("TZif") + version + std::string(15, '\0');
  for (const std::size_t count : {std::size_t{0}, std::size_t{0}, std::size_t{0}, times.size(),
                                  std::size_t{2}, std::size_t{4}})
    bytes += big_endian(static_cast<std::int64_t>(count), 4);
  for (const std::int64_t utc : times) bytes += big_endian(utc, time_bytes);
  for (std::size_t i = 0; i < times.size(); ++i) bytes += static_cast<char>((i + 1) % 2);
  bytes += big_endian(0, 4) + std::string(2, '\0') + big_endian(3600, 4) + '\1' + '\0';
  return bytes + std::string("UTC\0", 4);
}

std::string tz_file(char version, const std::vector<std::int64_t>& times,
                    const std::string& footer) {
  return tz_block(version, 4, {}) + tz_block(version, 8, times) + '\n' + footer + '\n';
}

TEST(TzFile, EveryVersionIsRead) {
  const auto first = parse_tz_file(tz_block('\0', 4, {1'000'000, 2'000'000}));
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(first.value()->to_utc(999'999), 999'999);
  EXPECT_EQ(first.value()->to_utc(1'003'600), 1'000'000);
  EXPECT_EQ(first.value()->to_utc(2'003'599), 1'999'999) << "the first occurrence";
  EXPECT_EQ(first.value()->to_utc(2'003'600), 2'003'600);
  for (const char version : {'2', '3', '4'}) {
    const auto table = parse_tz_file(tz_file(version, {-5'000'000'000}, "<+09>-9"));
    ASSERT_TRUE(table.ok()) << version;
    EXPECT_EQ(table.value()->to_utc(-5'000'000'001), -5'000'000'001);
    EXPECT_EQ(table.value()->to_utc(0), -3600) << "the footer overrides the type";
  }
}

TEST(TzFile, FooterGivesTransitionsAfterTheLast) {
  const auto table = parse_tz_file(tz_file('2', {0}, "CET-1CEST,M3.5.0,M10.5.0/3"));
  ASSERT_TRUE(table.ok());
  const auto utc = [&](const char* text) {
    return format_date(table.value()->to_utc(clock(text)));
  };
  EXPECT_EQ(utc("1969-07-01 12:00"), "1969-07-01 12:00:00");
  EXPECT_EQ(utc("1970-02-01 12:00"), "1970-02-01 11:00:00");
  for (const char* const year : {"1970", "2038", "2371", "2372", "2373", "9999"})
    EXPECT_EQ(utc((std::string(year) + "-07-01 12:00").c_str()),
              std::string(year) + "-07-01 10:00:00");
}

TEST(TzFile, DamageIsReported) {
  const std::string good = tz_file('2', {0, 100'000}, "UTC0");
  ASSERT_TRUE(parse_tz_file(good).ok());
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(parse_tz_file(good.substr(0, size)).ok()) << size;
  const auto reason = [](const std::string& bytes) {
    return parse_tz_file(bytes).problem().reason;
  };
  EXPECT_EQ(reason("GIF8" + good.substr(4)), "it is not a time zone file");
  EXPECT_EQ(reason(tz_file('2', {0, 0}, "UTC0")), "its transitions are out of order");
  EXPECT_EQ(reason(tz_file('2', {INT64_MIN}, "UTC0")), "its transitions are out of order");
  EXPECT_EQ(reason(tz_file('2', {0}, "EST5EDT")), "its footer is not a rule");
  EXPECT_EQ(reason(tz_file('2', {0}, "EST25")), "its footer is not a rule");
}

TEST(TzRule, DaysOfEachKind) {
  const auto begin = [](const std::string& day, std::int64_t year) {
    const auto rule = TzRule::parse("AAA0BBB," + day + ",J365");
    return rule ? format_date(rule->daylight->begin.local_seconds(year)) : "";
  };
  EXPECT_EQ(begin("M3.2.0", 2021), "2021-03-14 02:00:00");
  EXPECT_EQ(begin("M10.5.0/3", 2021), "2021-10-31 03:00:00");
  EXPECT_EQ(begin("M12.5.5/-1:30", 2021), "2021-12-30 22:30:00");
  EXPECT_EQ(begin("J59/0", 2020), "2020-02-28 00:00:00");
  EXPECT_EQ(begin("J60/0", 2020), "2020-03-01 00:00:00");
  EXPECT_EQ(begin("J60/0", 2021), "2021-03-01 00:00:00");
  EXPECT_EQ(begin("59/0", 2020), "2020-02-29 00:00:00");
  EXPECT_EQ(begin("0/167", 2021), "2021-01-07 23:00:00");
  for (const char* const day : {"M13.1.0", "M1.6.0", "M1.1.7", "J0", "J366", "366", "M3.2.0/168"})
    EXPECT_EQ(begin(day, 2021), "") << day;
}

TEST(TzRule, DaylightSavingTimeOfTheWholeYear) {
  const auto table = parse_tz_file(tz_file('3', {0}, "EST5EDT,0/0,J365/25"));
  ASSERT_TRUE(table.ok());
  for (const char* const text : {"2030-12-31 23:30", "2031-01-01 00:30", "2031-07-01 12:00"})
    EXPECT_EQ(table.value()->to_utc(clock(text)), clock(text) + 4 * 3600) << text;
}

}  // namespace
}  // namespace articles
