// The FTS5 tokenizer `cjk`: https://sqlite.org/fts5.html#custom_tokenizers
#pragma once

#include "sqlite/base/api.h"

namespace articles::sql {

// Registers the tokenizer with the connection's FTS5; does nothing where there is no FTS5.
int register_fts5_tokenizer(sqlite3* db);

}  // namespace articles::sql
