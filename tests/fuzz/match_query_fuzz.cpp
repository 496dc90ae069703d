// FTS5 accepts every query of match_query(), in each mode; and what each of its strings says is in
// the text that the query was made from.
#include <sqlite3.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "articles/search.h"
#include "base/utf8.h"

namespace {

// The tokens, each behind a NUL, and one at the end.
std::string tokens_of(std::string_view text) {
  static const articles::Tokenizer tokenizer({0, false});
  std::string tokens;
  tokenizer.tokens(text, [&](const articles::Token& token) {
    tokens += '\0';
    tokens += token.text;
    return true;
  });
  return tokens.empty() ? tokens : tokens + '\0';
}

// The statement that searches with a MATCH string.
sqlite3_stmt* search() {
  static sqlite3_stmt* const statement = [] {
    sqlite3* db = nullptr;
    sqlite3_stmt* made = nullptr;
    if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
        sqlite3_exec(db, "CREATE VIRTUAL TABLE t USING fts5(x); INSERT INTO t VALUES('a b c')",
                     nullptr, nullptr, nullptr) != SQLITE_OK ||
        sqlite3_prepare_v2(db, "SELECT rowid FROM t WHERE t MATCH ?1", -1, &made, nullptr) !=
            SQLITE_OK)
      std::abort();
    return made;
  }();
  return statement;
}

bool fts5_accepts(const std::string& query) {
  sqlite3_bind_text(search(), 1, query.data(), static_cast<int>(query.size()), SQLITE_STATIC);
  const int code = sqlite3_step(search());
  sqlite3_reset(search());
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

// The quoted strings of a query, without their quotation marks.
std::vector<std::string> strings_of(const std::string& query) {
  std::vector<std::string> strings;
  for (std::size_t at = 0; at < query.size(); ++at) {
    if (query[at] != '"') continue;
    strings.emplace_back();
    for (++at; query[at] != '"' || (at + 1 < query.size() && query[at + 1] == '"'); ++at) {
      strings.back() += query[at];
      if (query[at] == '"') ++at;
    }
  }
  return strings;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  constexpr articles::MatchMode kModes[] = {articles::MatchMode::All, articles::MatchMode::Any,
                                            articles::MatchMode::Prefix};
  const std::string text =
      articles::repair_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
  const std::string query = articles::match_query(text, kModes[data[0] % std::size(kModes)]);
  if (!articles::is_utf8(query) || !fts5_accepts(query)) std::abort();

  const std::string document = tokens_of(text);
  if (document.empty() != (query == "\"\"")) std::abort();
  if (document.empty()) return 0;
  for (const std::string& string : strings_of(query)) {
    const std::string wanted = tokens_of(string);
    if (wanted.empty() || document.find(wanted) == std::string::npos) std::abort();
  }
  return 0;
}
