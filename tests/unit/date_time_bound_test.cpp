// Reading dates and zones takes linear time for any text.
#include "../support/linear_time.h"
#include "articles/date.h"
#include "articles/error.h"

namespace articles {
namespace {

struct Shape {
  const char* before;
  const char* unit;
  const char* after;
};

constexpr Shape kShapes[] = {
    {"", " ", "x"},
    {"", "1", ""},
    {"", "a", ""},
    {"", "Thu ", ""},
    {"", "(", ""},
    {"", "(四) ", ""},
    {"", "１", ""},
    {"", "\xFF", ""},
    {"", "\u200E", "x"},
    {"", "2021-08-05 ", ""},
    {"2021-08-05", " ", "x"},
    {"2021-08-05", ", ", "10:12"},
    {"2021-08-05 ", "Thu, ", ""},
    {"2021-08-05 10:12:13.", "1", "x"},
    {"2021-08-05 10:12 ", "p.", ""},
    {"2021-08-05 10:12 ", "A", ""},
    {"2021-08-05 10:12 ", "Asia/", ""},
    {"2021-08-05 10:12 ", "+08:00 ", ""},
    {"2021-08-05 10:12 +08:00 (", "(", ""},
    {"2021年8月5日 ", "晚上", "8点"},
    {"2021年8月5日 8点", " ", "5"},
    {"Aug 5 10:12:13 ", "UTC ", "2021"},
    {"5th of ", "of ", "August"},
    {"27. ", " ", "11. 2017"},
    {"", "/2021/08/05", ""},
};

TEST(DateTimeBound, ReadDateTakesLinearTime) {
  for (const auto& [before, unit, after] : kShapes)
    expect_linear_time(before, unit, after, [](std::string_view text) { read_date(text, Zone()); });
}

TEST(DateTimeBound, ZoneParseTakesLinearTime) {
  for (const auto& [before, unit, after] : kShapes)
    expect_linear_time(before, unit, after,
                       [](std::string_view text) { EXPECT_THROW(Zone::parse(text), Error); });
}

TEST(DateTimeBound, DatesInPathsTakeLinearTime) {
  for (const auto& [before, unit, after] : kShapes)
    expect_linear_time(before, unit, after, [](std::string_view text) {
      date_of_page_path(text, Zone());
      date_of_file_name(text, Zone());
    });
}

}  // namespace
}  // namespace articles
