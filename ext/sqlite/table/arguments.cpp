#include "sqlite/table/arguments.h"

#include <algorithm>
#include <string>
#include <vector>

#include "sqlite/base/sql_value.h"

namespace articles::sql {
namespace {

bool is_text(sqlite3_value* value) {
  return sqlite3_value_type(value) == SQLITE_TEXT;
}

// What every path that GLOB matches begins with.
std::string glob_prefix(std::string_view pattern) {
  return std::string(pattern.substr(0, pattern.find_first_of("*?[")));
}

enum class Bound { Low, High, Both };

// A text against a number is for SQLite to convert.
void read_number(sqlite3_value* value, Bound bound, ValueRange& range) {
  const int type = sqlite3_value_type(value);
  if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return;
  const double number = sqlite3_value_double(value);
  if (bound != Bound::High) range.low = std::max(range.low, number);
  if (bound != Bound::Low) range.high = std::min(range.high, number);
}

// Dates are ASCII; beside other text a UTF-16 database may order them otherwise.
void read_text(sqlite3_value* value, Bound bound, TextRange& range) {
  if (!is_text(value)) return;
  std::string text(text_of(value));
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) < 0; }))
    return;
  if (bound != Bound::High && (!range.low || text > *range.low)) range.low = text;
  if (bound != Bound::Low && (!range.high || text < *range.high)) range.high = std::move(text);
}

// The values of `IN`, or the one of `=`, by `each(value)`.
template <class Each>
void for_each_value(sqlite3_value* argument, In in, Each each) {
  if (in != In::AllAtOnce) return each(argument);
  sqlite3_value* value = nullptr;
  for (int code = sqlite3_vtab_in_first(argument, &value); code == SQLITE_OK && value != nullptr;
       code = sqlite3_vtab_in_next(argument, &value))
    each(value);
}

template <class T>
void set_values(std::vector<T> values, OneOf<T>& one_of) {
  std::sort(values.begin(), values.end());
  if (!one_of) {
    one_of = std::move(values);
    return;
  }
  std::vector<T> both;
  std::set_intersection(values.begin(), values.end(), one_of->begin(), one_of->end(),
                        std::back_inserter(both));
  one_of = std::move(both);
}

// A number equals the text of it: then SQLite must compare.
void read_texts(sqlite3_value* argument, In in, OneOf<std::string>& one_of) {
  std::vector<std::string> texts;
  bool all_text = true;
  for_each_value(argument, in, [&](sqlite3_value* value) {
    if (is_text(value))
      texts.emplace_back(text_of(value));
    else if (!is_null(value))
      all_text = false;
  });
  if (all_text) set_values(std::move(texts), one_of);
}

// SQLite asks for 5.0 = rowid as well, and for '5'.
void read_rowids(sqlite3_value* argument, In in, OneOf<std::int64_t>& one_of) {
  std::vector<std::int64_t> rowids;
  for_each_value(argument, in, [&](sqlite3_value* value) {
    if (!is_null(value)) rowids.push_back(sqlite3_value_int64(value));
  });
  set_values(std::move(rowids), one_of);
}

}  // namespace

bool PlanArguments::read_source(std::string& directory, WalkOptions& options) {
  if (plan_.has(Condition::Dir)) {
    if (is_null(*next_)) return false;
    directory = text_of(*next_++);
  }
  if (plan_.has(Condition::Glob)) {
    if (is_null(*next_)) return false;
    options.glob = std::make_shared<const Glob>(text_of(*next_++));
  }
  return true;
}

bool PlanArguments::read_selection(Selection& selection) {
  for (int i = static_cast<int>(Condition::Glob) + 1; i < kConditionCount; ++i) {
    const auto condition = static_cast<Condition>(i);
    if (plan_.has(condition) && !read(condition, selection)) return false;
  }
  return true;
}

bool PlanArguments::read(Condition condition, Selection& selection) {
  const In in = kConditions[static_cast<std::size_t>(condition)].in;
  sqlite3_value* const value = *next_++;
  if (in != In::AllAtOnce && is_null(value)) return false;
  switch (condition) {
    case Condition::Dir:
    case Condition::Glob:
      break;  // of the source
    case Condition::File:
      // What is no text SQLite may compare as a number: 7 equals '007'.
      if (is_text(value)) selection.file = text_of(value);
      break;
    case Condition::FileGlob:
      selection.prefix = glob_prefix(text_of(value));
      break;
    case Condition::Rowid:
    case Condition::RowidIn:
      read_rowids(value, in, selection.rowids);
      break;
    case Condition::SizeLow:
      read_number(value, Bound::Low, selection.size);
      break;
    case Condition::SizeHigh:
      read_number(value, Bound::High, selection.size);
      break;
    case Condition::SizeIs:
      read_number(value, Bound::Both, selection.size);
      break;
    case Condition::MtimeLow:
      read_number(value, Bound::Low, selection.mtime);
      break;
    case Condition::MtimeHigh:
      read_number(value, Bound::High, selection.mtime);
      break;
    case Condition::MtimeIs:
      read_number(value, Bound::Both, selection.mtime);
      break;
    case Condition::DateLow:
      read_text(value, Bound::Low, selection.date);
      break;
    case Condition::DateHigh:
      read_text(value, Bound::High, selection.date);
      break;
    case Condition::DateIs:
      read_text(value, Bound::Both, selection.date);
      break;
    case Condition::TitleIs:
    case Condition::TitleIn:
      read_texts(value, in, selection.titles);
      break;
    case Condition::AuthorIs:
    case Condition::AuthorIn:
      read_texts(value, in, selection.authors);
      break;
  }
  return true;
}

}  // namespace articles::sql
