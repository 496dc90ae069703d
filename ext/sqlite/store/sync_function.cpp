#include "sqlite/store/sync_function.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/error.h"
#include "sqlite/base/interrupt_probe.h"
#include "sqlite/base/sql_value.h"
#include "sqlite/store/sync.h"

namespace articles::sql {
namespace {

struct NamedCount {
  const char* name;
  std::size_t SyncCounts::*member;
};

constexpr NamedCount kCounts[] = {
    {"added", &SyncCounts::added},     {"updated", &SyncCounts::updated},
    {"renamed", &SyncCounts::renamed}, {"touched", &SyncCounts::touched},
    {"removed", &SyncCounts::removed}, {"unchanged", &SyncCounts::unchanged},
    {"kept", &SyncCounts::kept},       {"failed", &SyncCounts::failed}};

std::string to_json(const SyncCounts& counts) {
  std::string json;
  for (const NamedCount& count : kCounts) {
    json += json.empty() ? "{\"" : ",\"";
    json += count.name;
    json += "\":" + std::to_string(counts.*count.member);
  }
  return json + "}";
}

}  // namespace

void run_articles_sync(sqlite3_context* context, int argc, sqlite3_value** argv) {
  if (argc == 0 || is_null(argv[0]))
    throw Error("the name of the store is missing: SELECT articles_sync('news', 'posts')");
  sqlite3* const db = sqlite3_context_db_handle(context);
  // The texts are copied: SQLite may convert a value that is passed twice.
  std::vector<std::optional<std::string>> texts;
  texts.reserve(static_cast<std::size_t>(argc));
  for (int i = 0; i < argc; ++i)
    texts.push_back(is_null(argv[i]) ? std::nullopt : std::optional(std::string(text_of(argv[i]))));
  const std::vector<std::optional<std::string_view>> arguments(texts.begin() + 1, texts.end());
  const StoreName name = read_store_name(db, *texts[0]);
  const CallInterrupt interrupt(db);
  result_json(context, to_json(sync(db, name, read_sync_arguments(arguments), interrupt.check())));
}

}  // namespace articles::sql
