// The scalar functions: the one place that names them.
#pragma once

#include <memory>
#include <vector>

#include "sqlite/base/api.h"
#include "sqlite/functions/html_cache.h"

namespace articles::sql {

struct Function {
  const char* name;
  const char* usage;
  int least_arguments;  // -1: any number
  int most_arguments;
  int flags;  // of sqlite3_create_function_v2(), without SQLITE_UTF8
  // Called within guarded(), with no argument NULL unless takes_null. Sets no result for NULL.
  void (*run)(sqlite3_context*, int argc, sqlite3_value** argv);
  const char* meaning;
  const char* example;  // a SELECT that runs
  bool takes_null = false;
};

const std::vector<Function>& functions();

// What SQLite keeps for a function: the user data of its calls.
struct BoundFunction {
  const Function* function;
  std::shared_ptr<HtmlCache> cache;  // the connection's
};

// Registers the functions that read articles (SQLITE_DIRECTONLY), or all others. Returns an SQLite
// result code.
int register_functions(sqlite3* db, const std::shared_ptr<HtmlCache>& cache, bool of_files);

}  // namespace articles::sql
