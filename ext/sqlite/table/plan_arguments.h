// The arguments of xFilter, turned into what a scan understands.
#pragma once

#include <string>

#include "articles/corpus.h"
#include "sqlite/base/api.h"
#include "sqlite/table/plan.h"

namespace articles::sql {

// Reads the arguments of a plan one after the other, in the order of its conditions. Plan and
// values must outlive it.
class PlanArguments {
 public:
  PlanArguments(const Plan& plan, sqlite3_value** values) noexcept : plan_(plan), next_(values) {}

  // Reads the directory and the glob. false: one of them is NULL, and nothing equals NULL. Throws
  // Error if the glob is malformed.
  bool read_source(std::string& directory, WalkOptions& options);

  // Reads the rest. false: no row can meet the conditions. A condition that SQLite might evaluate
  // in another way than a scan does is left out, as SQLite evaluates all of them again.
  // REQUIRES: read_source() has been called
  bool read_selection(Selection& selection);

 private:
  bool read(const ConditionKind& kind, Selection& selection);

  const Plan& plan_;
  sqlite3_value** next_;
};

}  // namespace articles::sql
