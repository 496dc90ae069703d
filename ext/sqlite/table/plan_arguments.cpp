#include "sqlite/table/plan_arguments.h"

#include <algorithm>
#include <iterator>
#include <new>
#include <vector>

#include "articles/error.h"
#include "base/ascii.h"
#include "base/utf8.h"
#include "sqlite/base/sql_value.h"
#include "sqlite/table/date_operand.h"

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
  int code = sqlite3_vtab_in_first(argument, &value);
  for (; code == SQLITE_OK && value != nullptr; code = sqlite3_vtab_in_next(argument, &value))
    each(value);
  if (code == SQLITE_NOMEM) throw std::bad_alloc();
  if (code != SQLITE_OK && code != SQLITE_DONE)
    throw Error(std::string("cannot read the values of IN: ") + sqlite3_errstr(code));
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

// Narrows a member of the selection by the operand of a condition. false: no row can meet it.
class Narrowing {
 public:
  Narrowing(const ConditionKind& kind, sqlite3_value* operand, Selection& selection)
      : kind_(kind), operand_(operand), selection_(selection) {}

  bool operator()(std::monostate) const { return true; }

  // file = ?: SQLite may compare an operand that is not text as a number, and 7 equals '007'.
  bool operator()(std::optional<std::string> Selection::*member) const {
    if (!is_text(operand_)) return true;
    std::optional<std::string>& file = selection_.*member;
    if (file && *file != text_of(operand_)) return false;
    file = text_of(operand_);
    return true;
  }

  // file GLOB ?: what the paths that match have in front. SQLite reads the pattern up to a NUL, and
  // U+FFFE, U+FFFF and bytes that are not UTF-8 as U+FFFD.
  bool operator()(std::string Selection::*member) const {
    std::string_view pattern = text_of(operand_);
    pattern = pattern.substr(0, pattern.find_first_of(std::string_view("*?[\0", 4)));
    pattern = pattern.substr(0, invalid_utf8_at(pattern));
    for (const char* const code : {"\uFFFD", "\uFFFE", "\uFFFF"})
      pattern = pattern.substr(0, pattern.find(code));
    std::string& prefix = selection_.*member;
    const std::size_t common = std::min(prefix.size(), pattern.size());
    if (prefix.compare(0, common, pattern.substr(0, common)) != 0) return false;
    if (pattern.size() > prefix.size()) prefix = pattern;
    return true;
  }

  // SQLite converts text that is compared with a number.
  bool operator()(ValueRange Selection::*member) const {
    const int type = sqlite3_value_type(operand_);
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return true;
    const double number = sqlite3_value_double(operand_);
    ValueRange& range = selection_.*member;
    if (kind_.bound != Bound::High) range.low = std::max(range.low, number);
    if (kind_.bound != Bound::Low) range.high = std::min(range.high, number);
    return true;
  }

  // Dates are ASCII. A UTF-16 database may order other text in another way.
  bool operator()(TextRange Selection::*member) const {
    if (!is_text(operand_) || !is_ascii(text_of(operand_))) return true;
    const std::string text(text_of(operand_));
    TextRange& range = selection_.*member;
    if (kind_.bound != Bound::High && (!range.low || text > *range.low)) range.low = text;
    if (kind_.bound != Bound::Low && (!range.high || text < *range.high)) range.high = text;
    return true;
  }

  // A number equals the text of it, so SQLite must compare if one of the values is not text.
  bool operator()(OneOf<std::string> Selection::*member) const {
    std::vector<std::string> texts;
    bool all_are_text = true;
    for_each_value(operand_, kind_.in, [&](sqlite3_value* value) {
      if (is_text(value))
        texts.emplace_back(text_of(value));
      else if (!is_null(value))
        all_are_text = false;
    });
    if (all_are_text) intersect(selection_.*member, std::move(texts));
    return true;
  }

  // SQLite passes 5.0 and '5' as they are; both equal the rowid 5.
  bool operator()(OneOf<std::int64_t> Selection::*member) const {
    std::vector<std::int64_t> rowids;
    for_each_value(operand_, kind_.in, [&](sqlite3_value* value) {
      if (!is_null(value)) rowids.push_back(sqlite3_value_int64(value));
    });
    intersect(selection_.*member, std::move(rowids));
    return true;
  }

 private:
  const ConditionKind& kind_;
  sqlite3_value* operand_;
  Selection& selection_;
};

void check_dates(const ConditionKind& kind, sqlite3_value* operand) {
  if (kind.date_form == DateForm::Any) return;
  for_each_value(operand, kind.in, [&](sqlite3_value* value) {
    if (!is_null(value)) check_date_operand(kind, value);
  });
}

// Whether both are the same text, or the same blob.
bool are_same(sqlite3_value* a, sqlite3_value* b) {
  const bool a_is_blob = sqlite3_value_type(a) == SQLITE_BLOB;
  const bool b_is_blob = sqlite3_value_type(b) == SQLITE_BLOB;
  return a_is_blob == b_is_blob && text_of(a) == text_of(b);
}

}  // namespace

std::optional<std::string> PlanArguments::read_argument(Condition argument,
                                                        bool& consistent) const {
  sqlite3_value* first = nullptr;
  for (std::size_t i = 0; i < plan_.operands().size(); ++i) {
    if (plan_.operands()[i] != argument) continue;
    if (is_null(values_[i]))
      throw Error(std::string(kind_of(argument).text) +
                  " is NULL; a join leaves such rows out with WHERE … IS NOT NULL");
    if (first == nullptr) first = values_[i];
    if (!are_same(first, values_[i])) consistent = false;
  }
  if (first == nullptr) return std::nullopt;
  return std::string(text_of(first));
}

bool PlanArguments::read_call(CallArguments& call) const {
  if (plan_.has(Condition::Extra))
    throw Error("there are at most three arguments: articles(dir, glob, options)");
  bool consistent = true;
  call.dir = read_argument(Condition::Dir, consistent);
  call.glob = read_argument(Condition::Glob, consistent);
  call.options = read_argument(Condition::Options, consistent);
  return consistent;
}

bool PlanArguments::read_selection(Selection& selection) const {
  bool possible = true;
  for (std::size_t i = 0; i < plan_.operands().size(); ++i) {
    const ConditionKind& kind = kind_of(plan_.operands()[i]);
    if (kind.is_argument()) continue;
    if (kind.in != In::AllAtOnce && is_null(values_[i])) {
      possible = false;
      continue;
    }
    check_dates(kind, values_[i]);
    if (!std::visit(Narrowing(kind, values_[i], selection), kind.member)) possible = false;
  }
  return possible;
}

}  // namespace articles::sql
