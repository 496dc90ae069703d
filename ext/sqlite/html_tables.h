// The table-valued functions over one HTML value: html_each, html_links, html_images.
#pragma once

#include <vector>

#include "api.h"
#include "html_cache.h"

namespace articles::sql {

struct HtmlColumn {
  const char* name;
  void (*emit)(sqlite3_context*, const HtmlDocument&, std::size_t element);
};

struct HtmlTable {
  const char* name;
  const char* usage;
  const char* selector;  // what a row is; nullptr: the second argument says it
  std::vector<HtmlColumn> columns;
  const char* meaning;
  const char* example;
};

const std::vector<HtmlTable>& html_tables();

int register_html_tables(sqlite3* db, const std::shared_ptr<HtmlCache>& cache);

}  // namespace articles::sql
