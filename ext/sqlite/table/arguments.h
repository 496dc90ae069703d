// xFilter's arguments, turned into what a scan understands.
#pragma once

#include "articles/corpus.h"
#include "sqlite/base/api.h"
#include "sqlite/table/plan.h"

namespace articles::sql {

// Reads the arguments of a plan one after the other, in the order of its conditions.
class PlanArguments {
 public:
  PlanArguments(const Plan& plan, sqlite3_value** values) noexcept : plan_(plan), next_(values) {}

  // The directory and the glob. false: one of them is NULL, and nothing equals that.
  bool read_source(std::string& directory, WalkOptions& options);

  // The rest. false: no row can meet the conditions. What SQLite might compare in another way than
  // a scan does is left out: SQLite checks all of it again.
  // REQUIRES: read_source() has been called
  bool read_selection(Selection& selection);

 private:
  bool read(Condition condition, Selection& selection);

  const Plan& plan_;
  sqlite3_value** next_;
};

}  // namespace articles::sql
