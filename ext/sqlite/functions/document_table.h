// Table-valued functions over one document, such as html_each(html, selector): what they share.
// Each is data: columns, arguments, and how its rows are made.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "articles/error.h"
#include "sqlite/base/datum.h"
#include "sqlite/functions/html_cache.h"

namespace articles::sql {

// The rows of one call.
class DocumentRows {
 public:
  DocumentRows() = default;
  DocumentRows(const DocumentRows&) = delete;
  DocumentRows& operator=(const DocumentRows&) = delete;
  virtual ~DocumentRows() = default;

  virtual std::size_t size() const = 0;
  // A column of a row. The datum lives as long as the rows. May throw.
  // REQUIRES: row < size()
  virtual Datum value(std::size_t row, std::size_t column) const = 0;
};

struct DocumentColumn {
  const char* name;
  const char* type;
};

struct DocumentTable;

struct DocumentCall {
  const DocumentTable& table;
  const std::vector<std::string>& arguments;  // as passed, any bytes; they outlive the rows
  HtmlCache& cache;
  const InterruptCheck& interrupted;  // for the call of open() only
};

struct DocumentTable {
  const char* name;
  const char* usage;
  std::vector<DocumentColumn> columns;
  std::vector<const char*> arguments;  // one or two: hidden columns that follow the others
  // Makes the rows of a call. May throw.
  std::unique_ptr<const DocumentRows> (*open)(const DocumentCall&);
  const char* meaning;
  const char* example;
};

// Returns an SQLite result code. `tables` must outlive the connection.
int register_document_tables(sqlite3* db, const std::vector<DocumentTable>& tables,
                             const std::shared_ptr<HtmlCache>& cache);

}  // namespace articles::sql
