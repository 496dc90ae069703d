// The table-valued functions over one HTML value: html_each, html_links, html_images.
#pragma once

#include "sqlite/functions/document_table.h"

namespace articles::sql {

const std::vector<DocumentTable>& html_tables();

}  // namespace articles::sql
