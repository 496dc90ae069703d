// The options of CREATE VIRTUAL TABLE: the one place that names them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "articles/corpus.h"

namespace articles::sql {

struct TableOptions : CorpusOptions {
  bool pushdown = true;  // false: every condition of a query is left to SQLite
};

struct Option {
  const char* name;
  const char* usage;
  const char* meaning;
  void (*set)(
      TableOptions&,
      std::string_view value);  // throws Error: what is wrong with the value, not which option
};

const std::vector<Option>& options();

// A column of the user's: a front-matter key, shown with SQLite's affinity for the type.
struct DeclaredColumn {
  std::string key;
  std::string type;  // TEXT, INTEGER, REAL, NUMERIC, BLOB; empty where none is given
};

// What `CREATE VIRTUAL TABLE … USING articles(…)` says.
struct TableArguments {
  std::string directory;
  TableOptions options;
  std::vector<DeclaredColumn> columns;
};

// `arguments` are as SQLite hands them over, raw. Throws Error, which names the argument and the
// reason.
TableArguments read_arguments(const std::vector<std::string_view>& arguments);

}  // namespace articles::sql
