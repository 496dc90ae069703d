// Facts about a connection's database that decide how values are stored.
#pragma once

#include "sqlite/base/statement.h"

namespace articles::sql {

// Whether text is stored and compared as UTF-8. false also if it cannot be known, for example
// because an authorizer forbids PRAGMA.
inline bool is_utf8_database(sqlite3* db) {
  try {
    Statement encoding(db, "PRAGMA encoding");
    return encoding.step() && encoding.text(0) == "UTF-8";
  } catch (const Error&) {
    return false;
  }
}

}  // namespace articles::sql
