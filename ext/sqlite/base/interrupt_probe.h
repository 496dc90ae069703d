// Whether SQLite wants the work to end, seen from within a long callback.
#pragma once

#include "sqlite/base/api.h"

namespace articles::sql {

// Before SQLite 3.41 nothing tells, and sqlite3_is_interrupted() knows nothing of a progress
// handler: so a statement of one's own is stepped, which both of them end.
class InterruptProbe {
 public:
  explicit InterruptProbe(sqlite3* db) noexcept : db_(db) {}
  ~InterruptProbe() { sqlite3_finalize(statement_); }
  InterruptProbe(const InterruptProbe&) = delete;
  InterruptProbe& operator=(const InterruptProbe&) = delete;

  bool interrupted() noexcept {
    if (statement_ == nullptr && sqlite3_prepare_v3(db_, "SELECT 1", -1, SQLITE_PREPARE_PERSISTENT,
                                                    &statement_, nullptr) != SQLITE_OK)
      return false;
    const bool interrupted = sqlite3_step(statement_) == SQLITE_INTERRUPT;
    sqlite3_reset(statement_);
    return interrupted;
  }

 private:
  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace articles::sql
