#include "sqlite/search/fts5_tokenizer.h"

#include <string_view>
#include <vector>

#include "articles/search.h"
#include "sqlite/base/guard.h"

namespace articles::sql {
namespace {

constexpr char kName[] = "cjk";

// FTS5 says only `error in tokenizer constructor`: the reason goes to SQLite's error log.
int create(void* /*user_data*/, const char** arguments, int count, Fts5Tokenizer** out) {
  return guarded_by(
      [](const char* message) {
        sqlite3_log(SQLITE_ERROR, "articles: tokenizer %s: %s", kName, message);
      },
      [&] {
        const auto options =
            read_tokenizer_options(std::vector<std::string_view>(arguments, arguments + count));
        *out = reinterpret_cast<Fts5Tokenizer*>(new Tokenizer(options));
      });
}

void destroy(Fts5Tokenizer* tokenizer) {
  delete reinterpret_cast<Tokenizer*>(tokenizer);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int /*flags*/, const char* text, int size,
             int (*emit)(void*, int, const char*, int, int, int)) {
  int code = SQLITE_OK;
  const int failure = guarded_by(
      [](const char*) {},
      [&] {
        reinterpret_cast<const Tokenizer*>(tokenizer)->tokens(
            {text, static_cast<std::size_t>(size)}, [&](const Token& token) {
              code = emit(context, 0, token.text.data(), static_cast<int>(token.text.size()),
                          static_cast<int>(token.begin), static_cast<int>(token.end));
              return code == SQLITE_OK;
            });
      });
  return failure != SQLITE_OK ? failure : code;
}

// Null where there is no FTS5, or an older interface than SQLite 3.38 has.
fts5_api* fts5_of(sqlite3* db) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api != nullptr && api->iVersion >= 2 ? api : nullptr;
}

}  // namespace

int register_fts5_tokenizer(sqlite3* db) {
  fts5_api* const api = fts5_of(db);
  if (api == nullptr) return SQLITE_OK;
  fts5_tokenizer callbacks{create, destroy, tokenize};
  return api->xCreateTokenizer(api, kName, nullptr, &callbacks, nullptr);
}

}  // namespace articles::sql
