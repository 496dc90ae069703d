// The function articles_sync().
#pragma once

#include "sqlite/base/api.h"

namespace articles::sql {

void run_articles_sync(sqlite3_context* context, int argc, sqlite3_value** argv);

}  // namespace articles::sql
