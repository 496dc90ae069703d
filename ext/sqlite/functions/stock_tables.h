// The table-valued function stock_mentions.
#pragma once

#include "sqlite/functions/document_table.h"

namespace articles::sql {

const std::vector<DocumentTable>& stock_tables();

}  // namespace articles::sql
