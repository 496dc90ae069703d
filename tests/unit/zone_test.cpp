#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "articles/date.h"
#include "articles/error.h"
#include "dates/tz_file.h"
#include "dates/tz_rule.h"

namespace articles {
namespace {

namespace fs = std::filesystem;

std::int64_t clock(std::string_view text) {
  return *read_date(text, Zone()).seconds;
}

bool system_has_zones() {
  return load_zone("Asia/Shanghai").outcome == ZoneFile::Outcome::Found;
}

struct ZoneCase {
  const char* zone;
  const char* clock;
  const char* in_utc;
};

class NamedZone : public testing::TestWithParam<ZoneCase> {};

TEST_P(NamedZone, IsThatInstant) {
  if (!system_has_zones()) GTEST_SKIP() << "no time zone files here";
  const ZoneCase& one = GetParam();
  EXPECT_EQ(format_date(*read_date(one.clock, Zone::parse(one.zone)).seconds), one.in_utc);
  for (const std::string& name : {" " + std::string(one.zone), "[" + std::string(one.zone) + "]"})
    EXPECT_EQ(format_date(*read_date(one.clock + name, Zone()).seconds), one.in_utc) << name;
}

// What Python's zoneinfo says of the same, with fold=0.
INSTANTIATE_TEST_SUITE_P(
    GapsFoldsAndTheRest, NamedZone,
    testing::Values(ZoneCase{"America/New_York", "2021-03-14 02:30:00", "2021-03-14 07:30:00"},
                    ZoneCase{"America/New_York", "2021-11-07 01:30:00", "2021-11-07 05:30:00"},
                    ZoneCase{"America/New_York", "2050-07-01 12:00:00", "2050-07-01 16:00:00"},
                    ZoneCase{"America/New_York", "9999-07-01 12:00:00", "9999-07-01 16:00:00"},
                    ZoneCase{"Europe/Berlin", "2021-03-28 02:30:00", "2021-03-28 01:30:00"},
                    ZoneCase{"Europe/Berlin", "2021-10-31 02:30:00", "2021-10-31 00:30:00"},
                    ZoneCase{"Asia/Shanghai", "1988-07-01 12:00:00", "1988-07-01 03:00:00"},
                    ZoneCase{"Asia/Shanghai", "1900-06-01 00:00:00", "1900-05-31 15:54:17"},
                    ZoneCase{"Asia/Shanghai", "1941-07-01 12:00:00", "1941-07-01 03:00:00"},
                    ZoneCase{"Asia/Shanghai", "2021-08-05 23:52:10", "2021-08-05 15:52:10"},
                    ZoneCase{"Australia/Lord_Howe", "2021-10-03 02:15:00", "2021-10-02 15:45:00"},
                    ZoneCase{"Australia/Lord_Howe", "2021-04-04 01:45:00", "2021-04-03 14:45:00"},
                    ZoneCase{"Africa/Casablanca", "2021-04-11 02:30:00", "2021-04-11 01:30:00"},
                    ZoneCase{"Africa/Casablanca", "2021-05-16 02:30:00", "2021-05-16 02:30:00"},
                    ZoneCase{"Pacific/Apia", "2011-12-30 12:00:00", "2011-12-30 22:00:00"}));

TEST(Zone, ErrorsNameTheZone) {
  for (const char* const name :
       {"Mars/Olympus", "../zoneinfo/Asia/Shanghai", "/etc/localtime", "Asia", "tzdata.zi", ""}) {
    try {
      Zone::parse(name);
      FAIL() << name;
    } catch (const Error& error) {
      EXPECT_EQ(std::string(error.what()).find("unknown time zone '" + std::string(name) + "'; "),
                0U)
          << error.what();
    }
  }
  EXPECT_STREQ(read_date("2021-08-05 23:52:10 Mars/Olympus", Zone()).reason,
               "a date in an unknown or ambiguous time zone");
}

TEST(Zone, NoFilesAreToldFromNoSuchZone) {
  EXPECT_EQ(load_zone("Asia/Shanghai", {"/nowhere", "/nor/here"}).outcome,
            ZoneFile::Outcome::NoFiles);
  EXPECT_EQ(load_zone("Asia/Shanghai", {}).outcome, ZoneFile::Outcome::NoFiles);
  EXPECT_EQ(load_zone("Asia/Shanghai", {"/nowhere", "/proc/self"}).outcome,
            ZoneFile::Outcome::Unknown);
}

TEST(Zone, AFileThatIsNoZone) {
  const fs::path folder = fs::temp_directory_path() / "zone_test";
  fs::create_directories(folder);
  std::ofstream(folder / "Text") << "no zone";
  const ZoneFile file = load_zone("Text", {folder.string()});
  EXPECT_EQ(file.outcome, ZoneFile::Outcome::Damaged);
  EXPECT_EQ(file.reason,
            "'" + (folder / "Text").string() + "' is not to be used: it ends too early");
  fs::remove_all(folder);
}

// --- TZif files made here

std::string big_endian(std::int64_t value, int size) {
  std::string bytes;
  for (int i = size; i-- > 0;)
    bytes += static_cast<char>(static_cast<std::uint64_t>(value) >> (i * 8) & 0xFF);
  return bytes;
}

// A data block and its header, of two types: UTC, and an hour ahead.
std::string tz_block(char version, int time_bytes, const std::vector<std::int64_t>& instants) {
  std::string bytes = std::string("TZif") + version + std::string(15, '\0');
  for (const std::size_t count : {std::size_t{0}, std::size_t{0}, std::size_t{0}, instants.size(),
                                  std::size_t{2}, std::size_t{4}})
    bytes += big_endian(static_cast<std::int64_t>(count), 4);
  for (const std::int64_t at : instants) bytes += big_endian(at, time_bytes);
  for (std::size_t i = 0; i < instants.size(); ++i) bytes += static_cast<char>((i + 1) % 2);
  bytes += big_endian(0, 4) + std::string(2, '\0') + big_endian(3600, 4) + '\1' + '\0';
  return bytes + std::string("UTC\0", 4);
}

std::string tz_file(char version, const std::vector<std::int64_t>& instants,
                    const std::string& footer) {
  return tz_block(version, 4, {}) + tz_block(version, 8, instants) + '\n' + footer + '\n';
}

TEST(TzFile, OfEveryVersion) {
  const auto first = parse_tz_file(tz_block('\0', 4, {1'000'000, 2'000'000}));
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(first.value()->to_utc(999'999), 999'999);
  EXPECT_EQ(first.value()->to_utc(1'003'600), 1'000'000);
  EXPECT_EQ(first.value()->to_utc(2'003'599), 1'999'999) << "the first of two";
  EXPECT_EQ(first.value()->to_utc(2'003'600), 2'003'600);
  for (const char version : {'2', '3', '4'}) {
    const auto table = parse_tz_file(tz_file(version, {-5'000'000'000}, "<+09>-9"));
    ASSERT_TRUE(table.ok()) << version;
    EXPECT_EQ(table.value()->to_utc(-5'000'000'001), -5'000'000'001);
    EXPECT_EQ(table.value()->to_utc(0), -3600) << "the footer states what its type should be";
  }
}

TEST(TzFile, TheFooterGoesOn) {
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

TEST(TzFile, WhatIsDamagedSaysSo) {
  const std::string good = tz_file('2', {0, 100'000}, "UTC0");
  ASSERT_TRUE(parse_tz_file(good).ok());
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(parse_tz_file(good.substr(0, size)).ok()) << size;
  const auto reason = [](const std::string& bytes) {
    return parse_tz_file(bytes).problem().reason;
  };
  EXPECT_EQ(reason("GIF8" + good.substr(4)), "it is no time zone file");
  EXPECT_EQ(reason(tz_file('2', {0, 0}, "UTC0")), "its transitions are out of order");
  EXPECT_EQ(reason(tz_file('2', {INT64_MIN}, "UTC0")), "its transitions are out of order");
  EXPECT_EQ(reason(tz_file('2', {0}, "EST5EDT")), "its footer is no rule");
  EXPECT_EQ(reason(tz_file('2', {0}, "EST25")), "its footer is no rule");
}

TEST(TzRule, Days) {
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

TEST(TzRule, DaylightSavingTimeAllYear) {
  const auto table = parse_tz_file(tz_file('3', {0}, "EST5EDT,0/0,J365/25"));
  ASSERT_TRUE(table.ok());
  for (const char* const text : {"2030-12-31 23:30", "2031-01-01 00:30", "2031-07-01 12:00"})
    EXPECT_EQ(table.value()->to_utc(clock(text)), clock(text) + 4 * 3600) << text;
}

TEST(FileName, OfAJekyllPost) {
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

}  // namespace
}  // namespace articles
