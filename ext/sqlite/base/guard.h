// The one place where C++ exceptions become SQLite's result codes and messages.
#pragma once

#include <exception>
#include <new>
#include <string>

#include "articles/error.h"
#include "sqlite/base/api.h"
#include "sqlite/base/sqlite_error.h"

namespace articles::sql {

// Runs `body`. Returns SQLITE_OK, or the code for what it threw; the text of an exception that has
// one is passed to `report(message)`, which must not throw.
template <class Body, class Report>
int guarded_by(Report&& report, Body&& body) noexcept {
  try {
    body();
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const Interrupted&) {
    return SQLITE_INTERRUPT;
  } catch (const SqliteError& error) {
    report(error.what());
    return error.code();
  } catch (const std::exception& error) {
    report(error.what());
  } catch (...) {
    report("an unknown error");
  }
  return SQLITE_ERROR;
}

// A callback that has no object yet (an entry point, xCreate, xConnect): the message is
// `NAME: text`, in memory of sqlite3_malloc.
template <class Body>
int guarded(char** message_out, const char* name, Body&& body) noexcept {
  return guarded_by(
      [&](const char* message) { *message_out = sqlite3_mprintf("%s: %s", name, message); }, body);
}

// A callback of the virtual table `name`.
template <class Body>
int guarded(sqlite3_vtab& table, const char* name, Body&& body) noexcept {
  return guarded_by(
      [&](const char* message) {
        sqlite3_free(table.zErrMsg);
        table.zErrMsg = sqlite3_mprintf("%s: %s", name, message);
      },
      body);
}

// A call of the function `name`, or xColumn of the table `name`.
template <class Body>
void guarded(sqlite3_context* context, const char* name, Body&& body) noexcept {
  const int code = guarded_by(
      [&](const char* message) {
        char* const text = sqlite3_mprintf("%s: %s", name, message);
        if (text == nullptr) return sqlite3_result_error_nomem(context);
        sqlite3_result_error(context, text, -1);
        sqlite3_free(text);
      },
      body);
  if (code == SQLITE_NOMEM) sqlite3_result_error_nomem(context);
  // The message of result_error() stays.
  if (code != SQLITE_OK && code != SQLITE_NOMEM) sqlite3_result_error_code(context, code);
}

}  // namespace articles::sql
