// The arguments of xFilter, turned into what a scan understands.
#pragma once

#include <optional>
#include <string>

#include "articles/corpus.h"
#include "sqlite/base/api.h"
#include "sqlite/table/plan.h"

namespace articles::sql {

// The arguments of articles(dir [, glob [, options]]), as passed. No value: not passed.
struct CallArguments {
  std::optional<std::string> dir;
  std::optional<std::string> glob;
  std::optional<std::string> options;
};

// Reads the operands of a plan's conditions. In both methods false means that no row can meet the
// conditions.
class PlanArguments {
 public:
  // `plan` and `values`, one for each of its conditions, must outlive this.
  PlanArguments(const Plan& plan, sqlite3_value** values) noexcept : plan_(plan), values_(values) {}

  // Throws Error if an argument is NULL, or if there is a fourth one.
  bool read_call(CallArguments& call) const;

  // Narrows the selection by all other conditions. A condition that SQLite might evaluate in
  // another way than a scan does is left out, as SQLite evaluates all of them again. Throws Error
  // if a date is compared with something else.
  bool read_selection(Selection& selection) const;

 private:
  // The value of an argument. It may be passed several times, as the argument and in WHERE:
  // `consistent` becomes false if two differ.
  std::optional<std::string> read_argument(Condition argument, bool& consistent) const;

  const Plan& plan_;
  sqlite3_value** values_;
};

}  // namespace articles::sql
