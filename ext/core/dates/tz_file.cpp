#include "dates/tz_file.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <optional>

#include "base/ascii.h"
#include "dates/calendar.h"
#include "dates/tz_rule.h"

namespace articles {
namespace {

constexpr std::size_t kHeaderBytes = 44;
constexpr std::size_t kTypeBytes = 6;

// Thrown for a damaged file; parse_tz_file() catches it.
struct Damage {
  const char* reason;
};

// Reads big-endian numbers from left to right. Throws Damage at the end of the bytes.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  std::string_view rest() const noexcept { return rest_; }

  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) throw Damage{"it ends too early"};
    const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(taken.size());
    return taken;
  }

  // Reads a two's-complement number of `size` bytes.
  // REQUIRES: 1 <= size <= 8
  std::int64_t number(std::size_t size) {
    assert(size >= 1 && size <= 8);
    std::uint64_t value = 0;
    const std::string_view digits = take(size);
    for (const char c : digits) value = value << 8 | static_cast<unsigned char>(c);
    const std::uint64_t sign = std::uint64_t{1} << (size * 8 - 1);
    return static_cast<std::int64_t>((value ^ sign) - sign);
  }

  std::uint64_t count() { return static_cast<std::uint32_t>(number(4)); }

 private:
  std::string_view rest_;
};

struct Header {
  char version = 0;
  std::uint64_t ut_indicators = 0, wall_indicators = 0, leaps = 0, transitions = 0, types = 0,
                name_bytes = 0;

  // The size of the data block behind the header, if a time has `time_bytes` bytes.
  std::uint64_t data_bytes(std::uint64_t time_bytes) const {
    return transitions * (time_bytes + 1) + types * kTypeBytes + name_bytes +
           leaps * (time_bytes + 4) + wall_indicators + ut_indicators;
  }
};

Header read_header(Bytes& in) {
  Bytes header(in.take(kHeaderBytes));
  if (header.take(4) != "TZif") throw Damage{"it is not a time zone file"};
  Header result;
  result.version = header.take(1).front();
  header.take(15);
  for (std::uint64_t* const count : {&result.ut_indicators, &result.wall_indicators, &result.leaps,
                                     &result.transitions, &result.types, &result.name_bytes})
    *count = header.count();
  return result;
}

struct Contents {
  std::int32_t first_offset = 0;
  std::vector<Transition> transitions;
};

std::int32_t checked_offset(std::int64_t offset) {
  if (offset < -ZoneTable::kMaxOffset || offset > ZoneTable::kMaxOffset)
    throw Damage{"its clocks are more than a day from UTC"};
  return static_cast<std::int32_t>(offset);
}

Contents read_data(const Header& header, std::size_t time_bytes, Bytes data) {
  if (header.leaps > 0) throw Damage{"it counts leap seconds"};
  if (header.types == 0) throw Damage{"it has no offset"};
  Bytes times(data.take(header.transitions * time_bytes));
  const std::string_view type_indices = data.take(header.transitions);
  Bytes types(data.take(header.types * kTypeBytes));

  std::vector<std::int32_t> offsets;
  for (std::uint64_t i = 0; i < header.types; ++i) {
    offsets.push_back(checked_offset(types.number(4)));
    types.take(kTypeBytes - 4);  // a flag for daylight-saving time, the index of a name
  }
  Contents contents{offsets.front(), {}};
  for (const char c : type_indices) {
    const std::size_t type = static_cast<unsigned char>(c);
    if (type >= offsets.size()) throw Damage{"a transition has an unknown type"};
    const std::int64_t utc = times.number(time_bytes);
    if (utc < -ZoneTable::kMaxTime || utc > ZoneTable::kMaxTime ||
        (!contents.transitions.empty() && utc <= contents.transitions.back().utc))
      throw Damage{"its transitions are out of order"};
    contents.transitions.push_back({utc, offsets[type]});
  }
  return contents;
}

// The TZ string between two line feeds; empty if there is no rule.
std::string_view read_footer(std::string_view rest) {
  if (rest.empty() || rest.front() != '\n') throw Damage{"its footer is missing"};
  const std::size_t end = rest.find('\n', 1);
  if (end == std::string_view::npos) throw Damage{"its footer is not closed"};
  return rest.substr(1, end - 1);
}

// Adds the transitions of the rule, until the calendar repeats.
std::shared_ptr<const ZoneTable> table_of(Contents contents, const TzRule& rule) {
  constexpr std::int64_t kFirstYear = -1;
  constexpr std::int64_t kLastYear = 10'000;
  std::int64_t first = kFirstYear;
  std::int64_t after = -ZoneTable::kMaxTime;
  if (contents.transitions.empty()) {
    contents.first_offset = rule.offset;
  } else {
    after = contents.transitions.back().utc;
    constexpr std::int64_t kBound = 366 * kLastYear * kSecondsADay;
    first = civil_date(std::clamp(after, -kBound, kBound) / kSecondsADay).year - 1;
    first = std::clamp(first, kFirstYear, kLastYear);
  }
  // Three more years, so that the repeated ones are later than the last transition of the file.
  const std::int64_t last = first + 2 + 400 + 1;
  rule.append_transitions(first, last, after, contents.transitions);
  const auto table = std::make_shared<ZoneTable>(contents.first_offset, contents.transitions);
  if (rule.daylight) table->repeat_from(days_since_epoch({last - 1, 7, 1}) * kSecondsADay);
  return table;
}

std::shared_ptr<const ZoneTable> read_tz_file(std::string_view bytes) {
  Bytes in(bytes);
  Header header = read_header(in);
  std::size_t time_bytes = 4;
  if (header.version >= '2') {
    in.take(header.data_bytes(time_bytes));
    header = read_header(in);
    time_bytes = 8;
  }
  const std::string_view data = in.take(header.data_bytes(time_bytes));
  Contents contents = read_data(header, time_bytes, Bytes(data));
  const std::string_view footer = time_bytes == 8 ? read_footer(in.rest()) : std::string_view{};
  if (footer.empty())
    return std::make_shared<ZoneTable>(contents.first_offset, contents.transitions);
  const std::optional<TzRule> rule = TzRule::parse(footer);
  if (!rule) throw Damage{"its footer is not a rule"};
  return table_of(std::move(contents), *rule);
}

}  // namespace

Result<std::shared_ptr<const ZoneTable>> parse_tz_file(std::string_view bytes) {
  try {
    return read_tz_file(bytes);
  } catch (const Damage& damage) {
    return Problem{Severity::Lost, 0, damage.reason};
  }
}

}  // namespace articles
