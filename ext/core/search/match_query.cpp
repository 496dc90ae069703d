#include "articles/search.h"
#include "base/utf8.h"
#include "search/words.h"

namespace articles {
namespace {

struct ModeName {
  std::string_view name;
  MatchMode mode;
};
constexpr ModeName kModes[] = {
    {"all", MatchMode::All},
    {"any", MatchMode::Any},
    {"prefix", MatchMode::Prefix},
};

void append_quoted(std::string& query, std::string_view text) {
  query += '"';
  for (const char c : text)
    if (c == '\0')
      query += kReplacementBytes;  // FTS5 takes a NUL for the end of the query
    else if (c == '"')
      query += "\"\"";
    else
      query += c;
  query += '"';
}

void append_next(std::string& query, std::string_view between, std::string_view text) {
  if (!query.empty()) query += between;
  append_quoted(query, text);
}

}  // namespace

std::optional<MatchMode> match_mode(std::string_view name) {
  for (const ModeName& mode : kModes)
    if (mode.name == name) return mode.mode;
  return std::nullopt;
}

std::string match_mode_names() {
  std::string names;
  for (const ModeName& mode : kModes) names += (names.empty() ? "" : ", ") + std::string(mode.name);
  return names;
}

std::string match_query(std::string_view text, MatchMode mode) {
  const std::vector<QueryWord> words = query_words(text);
  if (words.empty()) return "\"\"";
  std::string query;
  for (const QueryWord& word : words)
    if (mode == MatchMode::Any)
      for (const std::string_view piece : word_pieces(word)) append_next(query, " OR ", piece);
    else
      append_next(query, " ", word.text);
  if (mode == MatchMode::Prefix && !words.back().phrase && !words.back().ends_in_cjk) query += '*';
  return query;
}

}  // namespace articles
