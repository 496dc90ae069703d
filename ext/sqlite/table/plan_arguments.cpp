#include "sqlite/table/plan_arguments.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/ascii.h"
#include "sqlite/base/sql_value.h"

namespace articles::sql {
namespace {

bool is_text(sqlite3_value* value) {
  return sqlite3_value_type(value) == SQLITE_TEXT;
}

// The values of `IN`, or the one of `=`, are passed to `each(value)`.
template <class Each>
void for_each_value(sqlite3_value* argument, In in, Each each) {
  if (in != In::AllAtOnce) return each(argument);
  sqlite3_value* value = nullptr;
  for (int code = sqlite3_vtab_in_first(argument, &value); code == SQLITE_OK && value != nullptr;
       code = sqlite3_vtab_in_next(argument, &value))
    each(value);
}

template <class T>
void intersect(OneOf<T>& one_of, std::vector<T> values) {
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

// Narrows a member of the selection by the operand of a condition.
class Narrowing {
 public:
  Narrowing(const ConditionKind& kind, sqlite3_value* operand, Selection& selection)
      : kind_(kind), operand_(operand), selection_(selection) {}

  void operator()(std::monostate) const {}

  // file = ?: SQLite may compare an operand that is not text as a number, and 7 equals '007'.
  void operator()(std::optional<std::string> Selection::*member) const {
    if (is_text(operand_)) selection_.*member = text_of(operand_);
  }

  // file GLOB ?: what the paths that match have in front.
  void operator()(std::string Selection::*member) const {
    const std::string_view pattern = text_of(operand_);
    selection_.*member = pattern.substr(0, pattern.find_first_of("*?["));
  }

  // SQLite converts text that is compared with a number.
  void operator()(NumberRange Selection::*member) const {
    const int type = sqlite3_value_type(operand_);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return;
    const double number = sqlite3_value_double(operand_);
    NumberRange& range = selection_.*member;
    if (kind_.bound != Bound::High) range.low = std::max(range.low, number);
    if (kind_.bound != Bound::Low) range.high = std::min(range.high, number);
  }

  // Dates are ASCII. A UTF-16 database may order other text in another way.
  void operator()(TextRange Selection::*member) const {
    if (!is_text(operand_) || !is_ascii(text_of(operand_))) return;
    const std::string text(text_of(operand_));
    TextRange& range = selection_.*member;
    if (kind_.bound != Bound::High && (!range.low || text > *range.low)) range.low = text;
    if (kind_.bound != Bound::Low && (!range.high || text < *range.high)) range.high = text;
  }

  // A number equals the text of it, so SQLite must compare if one of the values is not text.
  void operator()(OneOf<std::string> Selection::*member) const {
    std::vector<std::string> texts;
    bool all_are_text = true;
    for_each_value(operand_, kind_.in, [&](sqlite3_value* value) {
      if (is_text(value))
        texts.emplace_back(text_of(value));
      else if (!is_null(value))
        all_are_text = false;
    });
    if (all_are_text) intersect(selection_.*member, std::move(texts));
  }

  // SQLite passes 5.0 and '5' as they are; both equal the rowid 5.
  void operator()(OneOf<std::int64_t> Selection::*member) const {
    std::vector<std::int64_t> rowids;
    for_each_value(operand_, kind_.in, [&](sqlite3_value* value) {
      if (!is_null(value)) rowids.push_back(sqlite3_value_int64(value));
    });
    intersect(selection_.*member, std::move(rowids));
  }

 private:
  const ConditionKind& kind_;
  sqlite3_value* operand_;
  Selection& selection_;
};

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
  for (int i = 0; i < kConditionCount; ++i) {
    const auto condition = static_cast<Condition>(i);
    if (!plan_.has(condition) || kind_of(condition).is_argument()) continue;
    if (!read(kind_of(condition), selection)) return false;
  }
  return true;
}

bool PlanArguments::read(const ConditionKind& kind, Selection& selection) {
  sqlite3_value* const operand = *next_++;
  if (kind.in != In::AllAtOnce && is_null(operand)) return false;
  std::visit(Narrowing(kind, operand, selection), kind.member);
  return true;
}

}  // namespace articles::sql
