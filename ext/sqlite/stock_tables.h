// The table-valued function stock_mentions.
#pragma once

#include "value_table.h"

namespace articles::sql {

const std::vector<ValueTable>& stock_tables();

}  // namespace articles::sql
