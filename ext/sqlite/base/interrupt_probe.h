// Whether SQLite wants the running statement to end, seen from within a long callback.
#pragma once

#include <optional>

#include "sqlite/base/statement.h"

namespace articles::sql {

// SQLite before 3.41 has no function for it, and sqlite3_is_interrupted() does not run the progress
// handler. So a statement of the probe's own is stepped: both an interrupt and a progress handler
// end it. It costs about 50 ns, and the host's trace callback sees it.
class InterruptProbe {
 public:
  // `db` must outlive the probe.
  explicit InterruptProbe(sqlite3* db) noexcept : db_(db) {}

  // false also if the probe cannot run, for example because an authorizer forbids SELECT.
  bool interrupted() noexcept {
    try {
      if (!statement_) statement_.emplace(db_, "SELECT 1", SQLITE_PREPARE_PERSISTENT);
      statement_->step();
      statement_->reset();
      return false;
    } catch (const Interrupted&) {
      return true;
    } catch (const std::exception&) {
      return false;
    }
  }

 private:
  sqlite3* db_;
  std::optional<Statement> statement_;
};

// The check of one call of a function or a table: it lives on the stack of the call. An open probe
// would keep the connection from closing.
class CallInterrupt {
 public:
  explicit CallInterrupt(sqlite3* db)
      : probe_(db), check_([this] { return probe_.interrupted(); }) {}
  CallInterrupt(const CallInterrupt&) = delete;
  CallInterrupt& operator=(const CallInterrupt&) = delete;

  const InterruptCheck& check() const noexcept { return check_; }

 private:
  InterruptProbe probe_;
  InterruptCheck check_;
};

}  // namespace articles::sql
