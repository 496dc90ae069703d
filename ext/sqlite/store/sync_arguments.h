// The arguments of articles_sync().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sqlite/table/declared_column.h"
#include "sqlite/table/options.h"

namespace articles::sql {

// What a store is made of, and keeps.
struct StoreSettings {
  std::string directory;  // absolute
  // The options, `name=value` with the names in lower case and sorted by name, then the declared
  // columns as typed.
  std::vector<std::string> options;
};

// What holds for one call only.
struct SyncFlags {
  bool rebuild = false;
  bool shrink = false;
  bool dry = false;
  bool progress = false;
  unsigned threads = 0;
};

struct SyncArguments {
  std::optional<std::string> directory;  // absolute; no value: that of the store
  std::vector<std::string> options;      // as in StoreSettings
  SyncFlags flags;
};

// Reads the arguments behind the name of the store: the directory, or NULL (no value), then options
// and columns. Throws Error, which names the argument and the reason.
SyncArguments read_sync_arguments(const std::vector<std::optional<std::string_view>>& arguments);

// What the settings of a store mean.
struct StoreSource {
  TableOptions options;
  std::vector<DeclaredColumn> columns;
};

// Throws Error if an option is unknown, or a column has a name of the store's own.
StoreSource read_store_options(const std::vector<std::string>& options);

}  // namespace articles::sql
