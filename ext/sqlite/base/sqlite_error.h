// An error that SQLite reported, with its result code.
#pragma once

#include "articles/error.h"
#include "sqlite/base/api.h"

namespace articles::sql {

// what() is SQLite's message.
class SqliteError : public Error {
 public:
  SqliteError(int code, const char* message) : Error(message), code_(code) {}

  // The primary result code, such as SQLITE_BUSY.
  int code() const noexcept { return code_ & 0xFF; }

 private:
  int code_;
};

}  // namespace articles::sql
