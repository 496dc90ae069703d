#include "front_matter/json_reader.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/field_value_builder.h"

namespace articles {
namespace {

using nlohmann::json;

// The position of the parser, which nlohmann-json itself states in errors only.
struct Progress {
  const char* at;
};

// Iterates over the text and records how far.
class TracedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TracedIterator(const char* at, Progress* progress) : at_(at), progress_(progress) {}
  reference operator*() const { return *at_; }
  TracedIterator& operator++() {
    progress_->at = ++at_;
    return *this;
  }
  bool operator==(const TracedIterator& other) const { return at_ == other.at_; }
  bool operator!=(const TracedIterator& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Progress* progress_;
};

// The message of nlohmann-json without what it quotes of the text:
// `[…] parse error at line 1, column 3: syntax error while parsing REASON; last read: …`.
std::string reason_of(std::string_view what) {
  if (what.find("number overflow") != std::string_view::npos) return "a number out of range";
  constexpr std::string_view kBefore = "syntax error while parsing ";
  const std::size_t begin = what.find(kBefore);
  if (begin == std::string_view::npos) return "not JSON";
  what.remove_prefix(begin + kBefore.size());
  for (const std::string_view quoting : {"; ", ": ", ", last read"})
    what = what.substr(0, what.find(quoting));
  return std::string(trim_spaces(what));
}

class JsonBuilder : public json::json_sax_t {
 public:
  JsonBuilder(const char* begin, const Progress& progress, int first_line, Problems& notes)
      : builder_(notes), progress_(progress), counted_(begin), line_(first_line) {}

  FieldValue take_root() { return builder_.take_root(); }
  const Problem& problem() const { return *problem_; }

  bool null() override { return add({}); }
  bool boolean(bool value) override { return add(FieldValue::plain(value ? "true" : "false")); }
  bool number_integer(std::int64_t value) override {
    // The parser calls this for negative literals only.
    return add(FieldValue::plain(value == 0 ? "-0" : std::to_string(value)));
  }
  bool number_unsigned(std::uint64_t value) override {
    return add(FieldValue::plain(std::to_string(value)));
  }
  bool number_float(double /*value*/, const std::string& typed) override {
    return add(FieldValue::plain(typed));
  }
  bool string(std::string& value) override { return add(FieldValue::quoted(std::move(value))); }
  bool binary(json::binary_t& /*value*/) override { return false; }  // no JSON text has one

  bool start_object(std::size_t /*size*/) override { return open(FieldValue::Kind::Map); }
  bool key(std::string& key) override {
    builder_.key(std::move(key), line());
    return true;
  }
  bool end_object() override { return add(builder_.close()); }
  bool start_array(std::size_t /*size*/) override { return open(FieldValue::Kind::List); }
  bool end_array() override { return add(builder_.close()); }

  bool parse_error(std::size_t /*position*/, const std::string& /*token*/,
                   const json::exception& error) override {
    return fail(reason_of(error.what()));
  }

 private:
  bool add(FieldValue value) {
    builder_.add(std::move(value));
    return true;
  }

  bool open(FieldValue::Kind kind) {
    if (builder_.is_too_deep()) return fail("nested too deeply");
    builder_.open(kind);
    return true;
  }

  bool fail(std::string reason) {
    problem_ = Problem{Severity::Lost, line(), std::move(reason)};
    return false;
  }

  // The line of the token that was read last.
  int line() {
    const char* const last = std::max(counted_, progress_.at - 1);
    line_ += count_line_feeds({counted_, static_cast<std::size_t>(last - counted_)});
    counted_ = last;
    return line_;
  }

  FieldValueBuilder builder_;
  const Progress& progress_;
  const char* counted_;  // lines are counted up to here
  int line_;
  std::optional<Problem> problem_;
};

}  // namespace

Result<FieldValue> parse_json(std::string_view text, int first_line, Problems& notes) {
  const char* const end = text.data() + text.size();
  Progress progress{text.data()};
  JsonBuilder builder(text.data(), progress, first_line, notes);
  const bool parsed = json::sax_parse(TracedIterator(text.data(), &progress),
                                      TracedIterator(end, &progress), &builder);
  if (!parsed) return builder.problem();
  return builder.take_root();
}

}  // namespace articles
