// Table-valued functions over values: what all of them share. Each is data: columns, arguments, and
// how its rows are made.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "sqlite/base/api.h"
#include "sqlite/functions/html_cache.h"

namespace articles::sql {

// The rows that a call has.
class ValueRows {
 public:
  ValueRows() = default;
  ValueRows(const ValueRows&) = delete;
  ValueRows& operator=(const ValueRows&) = delete;
  virtual ~ValueRows() = default;

  virtual std::size_t size() const = 0;
  // Gives the value of a column to `context`; may throw. REQUIRES: row < size()
  virtual void emit(sqlite3_context* context, std::size_t row, std::size_t column) const = 0;
};

struct ValueColumn {
  const char* name;
  const char* type;
};

struct ValueTable {
  const char* name;
  const char* usage;
  std::vector<ValueColumn> columns;
  std::vector<const char*> arguments;  // one or two; hidden columns behind the others
  // `arguments` are valid UTF-8 and live as long as the rows. May throw.
  std::unique_ptr<const ValueRows> (*open)(const ValueTable&, HtmlCache&,
                                           const std::vector<std::string>& arguments);
  const char* meaning;
  const char* example;
};

// `tables` must live as long as the connection.
int register_value_tables(sqlite3* db, const std::vector<ValueTable>& tables,
                          const std::shared_ptr<HtmlCache>& cache);

}  // namespace articles::sql
