// The pure functions: the one place that names them.
#pragma once

#include <memory>
#include <vector>

#include "sqlite/base/api.h"
#include "sqlite/functions/html_cache.h"

namespace articles::sql {

struct Function {
  const char* name;
  const char* usage;
  int least_arguments, most_arguments;
  int flags;                                            // beside SQLITE_UTF8
  void (*run)(sqlite3_context*, int, sqlite3_value**);  // no argument is NULL; may throw
  const char* meaning;
  const char* example;  // a SELECT that runs
  bool zone_from_system =
      false;  // with its last argument it reads time zone files, and is not deterministic
};

const std::vector<Function>& functions();

// What SQLite keeps for a function: the user data of its calls.
struct BoundFunction {
  const Function* function;
  std::shared_ptr<HtmlCache> cache;  // the connection's
};

int register_functions(sqlite3* db, const std::shared_ptr<HtmlCache>& cache);

}  // namespace articles::sql
