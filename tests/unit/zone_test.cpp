#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "articles/date.h"
#include "articles/error.h"
#include "dates/zone_files.h"

namespace articles {
namespace {

namespace fs = std::filesystem;

bool system_has_zones() {
  return load_zone("Asia/Shanghai").outcome == ZoneFile::Outcome::Found;
}

struct ZoneCase {
  const char* zone;
  const char* clock;
  const char* in_utc;
};

class NamedZone : public testing::TestWithParam<ZoneCase> {};

TEST_P(NamedZone, GivesTheInstant) {
  if (!system_has_zones()) GTEST_SKIP() << "this system has no time zone files";
  const auto& [zone, clock, in_utc] = GetParam();
  EXPECT_EQ(format_date(*read_date(clock, Zone::parse(zone)).seconds), in_utc);
  for (const std::string& name : {" " + std::string(zone), "[" + std::string(zone) + "]"})
    EXPECT_EQ(format_date(*read_date(clock + name, Zone()).seconds), in_utc) << name;
}

// The values are those of Python's zoneinfo with fold=0.
INSTANTIATE_TEST_SUITE_P(
    SkippedAmbiguousAndOrdinaryTimes, NamedZone,
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

TEST(Zone, UnknownNameIsAnErrorThatNamesIt) {
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

TEST(ZoneFiles, MissingDirectoriesDifferFromUnknownZone) {
  EXPECT_EQ(load_zone("Asia/Shanghai", {"/nowhere", "/nor/here"}).outcome,
            ZoneFile::Outcome::NoFiles);
  EXPECT_EQ(load_zone("Asia/Shanghai", {}).outcome, ZoneFile::Outcome::NoFiles);
  EXPECT_EQ(load_zone("Asia/Shanghai", {"/nowhere", "/proc/self"}).outcome,
            ZoneFile::Outcome::Unknown);
}

TEST(ZoneFiles, FileThatIsNotAZoneIsDamaged) {
  const fs::path folder = fs::temp_directory_path() / "zone_test";
  fs::create_directories(folder);
  std::ofstream(folder / "Text") << "not a zone";
  const ZoneFile file = load_zone("Text", {folder.string()});
  EXPECT_EQ(file.outcome, ZoneFile::Outcome::Damaged);
  EXPECT_EQ(file.reason, "'" + (folder / "Text").string() + "' cannot be used: it ends too early");
  fs::remove_all(folder);
}

}  // namespace
}  // namespace articles
