// The one place where C++ exceptions become SQLite errors.
#pragma once

#include <exception>
#include <new>
#include <string>

#include "articles/error.h"
#include "sqlite/base/api.h"

namespace articles::sql {

// Runs `body` and returns SQLITE_OK, or reports what it threw: `report(message)` takes the text.
template <class Body, class Report>
int guarded(Body&& body, Report&& report) noexcept {
  try {
    body();
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  } catch (const Interrupted&) {
    return SQLITE_INTERRUPT;
  } catch (const std::exception& error) {
    report(error.what());
  } catch (...) {
    report("an unknown error");
  }
  return SQLITE_ERROR;
}

// A callback of a virtual table: its message is the table's, behind the module's name.
template <class Body>
int guarded(sqlite3_vtab& table, Body&& body) noexcept {
  return guarded(body, [&](const char* message) {
    sqlite3_free(table.zErrMsg);
    table.zErrMsg = sqlite3_mprintf("articles: %s", message);
  });
}

// xCreate and xConnect, where there is no table yet.
template <class Body>
int guarded(char** message_out, Body&& body) noexcept {
  return guarded(
      body, [&](const char* message) { *message_out = sqlite3_mprintf("articles: %s", message); });
}

// A function, or a column: its message is the result's.
template <class Body>
void guarded(sqlite3_context* context, const char* name, Body&& body) noexcept {
  const int code = guarded(body, [&](const char* message) {
    char* const text = sqlite3_mprintf("%s: %s", name, message);
    if (text == nullptr) return sqlite3_result_error_nomem(context);
    sqlite3_result_error(context, text, -1);
    sqlite3_free(text);
  });
  if (code == SQLITE_NOMEM) sqlite3_result_error_nomem(context);
  if (code == SQLITE_INTERRUPT) sqlite3_result_error_code(context, code);
}

}  // namespace articles::sql
