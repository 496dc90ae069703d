// Bringing a store into step with its directory.
#pragma once

#include <cstddef>
#include <string>

#include "articles/error.h"
#include "sqlite/store/store_name.h"
#include "sqlite/store/sync_arguments.h"

namespace articles::sql {

struct SyncCounts {
  std::size_t added = 0;
  std::size_t updated = 0;
  std::size_t renamed = 0;
  std::size_t touched = 0;  // only mtime and fingerprint differ
  std::size_t removed = 0;
  std::size_t unchanged = 0;
  std::size_t kept = 0;    // rows that stay although their files could not be read
  std::size_t failed = 0;  // files and directories that could not be read
};

// Makes the store, or brings it into step, in one transaction; without anything to write, no write
// lock is taken. On any error the store is as before. Throws as check() does, Interrupted, and
// Error for a directory that cannot be read and for what would lose most articles.
SyncCounts sync(sqlite3* db, const StoreName& name, const SyncArguments& arguments,
                const InterruptCheck& interrupted);

}  // namespace articles::sql
