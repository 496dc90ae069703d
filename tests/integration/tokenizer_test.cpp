// The tokenizer beside SQLite's own unicode61, through the interface of FTS5.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <string>
#include <vector>

namespace {

// SQLite's error log; what was logged since the last look.
std::string& log_text() {
  static std::string text;
  return text;
}
const int kLogIsSet = sqlite3_config(
    SQLITE_CONFIG_LOG,
    +[](void*, int, const char* message) { log_text() += std::string(message) + "\n"; }, nullptr);

class Connection {
 public:
  explicit Connection(const char* entry_point = nullptr,
                      int (*authorizer)(void*, int, const char*, const char*, const char*,
                                        const char*) = nullptr) {
    EXPECT_EQ(sqlite3_open(":memory:", &db_), SQLITE_OK);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, nullptr);
    sqlite3_set_authorizer(db_, authorizer, nullptr);
    EXPECT_EQ(sqlite3_load_extension(db_, std::getenv("ARTICLES_EXTENSION"), entry_point, nullptr),
              SQLITE_OK);
  }
  ~Connection() { sqlite3_close(db_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  sqlite3* db() const { return db_; }

  // The message, or `no error`.
  std::string run(const std::string& sql) const {
    log_text().clear();
    char* message = nullptr;
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return "no error";
    std::string text = message;
    sqlite3_free(message);
    return text;
  }

 private:
  sqlite3* db_ = nullptr;
};

// A tokenizer of FTS5 with its options.
class Fts5 {
 public:
  Fts5(sqlite3* db, const char* name, std::vector<const char*> arguments) {
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, nullptr);
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    void* user_data = nullptr;
    EXPECT_EQ(api->xFindTokenizer(api, name, &user_data, &callbacks_), SQLITE_OK);
    EXPECT_EQ(callbacks_.xCreate(user_data, arguments.data(), static_cast<int>(arguments.size()),
                                 &tokenizer_),
              SQLITE_OK);
  }
  ~Fts5() { callbacks_.xDelete(tokenizer_); }
  Fts5(const Fts5&) = delete;
  Fts5& operator=(const Fts5&) = delete;

  // Each token with its offsets.
  const std::string& tokens(const std::string& text) {
    tokens_.clear();
    callbacks_.xTokenize(
        tokenizer_, &tokens_, FTS5_TOKENIZE_DOCUMENT, text.data(), static_cast<int>(text.size()),
        [](void* out, int, const char* token, int size, int begin, int end) -> int {
          *static_cast<std::string*>(out) += std::string(token, static_cast<std::size_t>(size)) +
                                             '@' + std::to_string(begin) + '-' +
                                             std::to_string(end) + ' ';
          return SQLITE_OK;
        });
    return tokens_;
  }

 private:
  fts5_tokenizer callbacks_ = {};
  Fts5Tokenizer* tokenizer_ = nullptr;
  std::string tokens_;
};

std::string utf8(unsigned code) {
  const auto tail = [code](int shift) { return static_cast<char>(0x80 | (code >> shift & 0x3F)); };
  if (code < 0x80) return {static_cast<char>(code)};
  if (code < 0x800) return {static_cast<char>(0xC0 | code >> 6), tail(0)};
  if (code < 0x10000) return {static_cast<char>(0xE0 | code >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | code >> 18), tail(12), tail(6), tail(0)};
}

bool between(unsigned code, unsigned first, unsigned last) {
  return code >= first && code <= last;
}

// The blocks where the tokenizer differs from unicode61: what is Chinese, Japanese or Korean there
// is a token each, or is folded.
bool is_cjk_block(unsigned code) {
  return between(code, 0x1100, 0x11FF) || between(code, 0x2E80, 0x2FDF) ||
         between(code, 0x3000, 0x318F) || between(code, 0x31A0, 0x31BF) ||
         between(code, 0x31F0, 0x31FF) || between(code, 0x3400, 0x4DBF) ||
         between(code, 0x4E00, 0x9FFF) || between(code, 0xA960, 0xA97F) ||
         between(code, 0xAC00, 0xD7FF) || between(code, 0xF900, 0xFAFF) ||
         between(code, 0xFF01, 0xFFDC) || between(code, 0x1AFF0, 0x1B16F) ||
         between(code, 0x20000, 0x3FFFD);
}

class TokenizerClasses : public testing::TestWithParam<const char*> {};

TEST_P(TokenizerClasses, AreThoseOfUnicode61OverAllCodePoints) {
  const Connection connection;
  const std::vector<const char*> options{"remove_diacritics", GetParam()};
  Fts5 ours(connection.db(), "cjk", options);
  Fts5 theirs(connection.db(), "unicode61", options);
  for (unsigned code = 0; code <= 0x10FFFF; ++code) {
    if (between(code, 0xD800, 0xDFFF)) continue;
    const std::string character = utf8(code);
    const bool is_radical = between(code, 0x2E80, 0x2FDF);
    ASSERT_TRUE(is_radical || ours.tokens(character).empty() == theirs.tokens(character).empty())
        << code;
    if (is_cjk_block(code)) continue;
    for (const std::string& text : {character, "a" + character + "b"})
      ASSERT_EQ(ours.tokens(text), theirs.tokens(text)) << code;
  }
}

TEST_P(TokenizerClasses, FoldFullWidthFormsAsTheirAscii) {
  const Connection connection;
  Fts5 ours(connection.db(), "cjk", {"remove_diacritics", GetParam()});
  for (unsigned code = 0x21; code <= 0x7E; ++code) {
    const std::string narrow = ours.tokens(utf8(code));
    const std::string wide = ours.tokens(utf8(code + 0xFEE0));
    EXPECT_EQ(wide.substr(0, wide.find('@')), narrow.substr(0, narrow.find('@'))) << code;
  }
}

INSTANTIATE_TEST_SUITE_P(RemoveDiacritics, TokenizerClasses, testing::Values("0", "1", "2"));

TEST(Tokenizer, TheReasonOfAnOptionErrorIsLogged) {
  ASSERT_EQ(kLogIsSet, SQLITE_OK);
  const Connection connection;
  const std::pair<const char*, const char*> cases[] = {
      {"cjk tokenchars x", "unknown option 'tokenchars'"},
      {"cjk simplified", "option 'simplified' has no value"},
      {"cjk simplified yes", "simplified is 'yes', but must be from 0 to 1"},
      {"cjk remove_diacritics 3", "remove_diacritics is '3', but must be from 0 to 2"},
      {"cjk cjk", "unknown option 'cjk'"},
      {"porter cjk simplified 2", "simplified is '2'"},
  };
  for (const auto& [tokenize, reason] : cases) {
    EXPECT_EQ(connection.run(std::string("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='") +
                             tokenize + "')"),
              "error in tokenizer constructor")
        << tokenize;
    EXPECT_NE(log_text().find(std::string("articles: tokenizer cjk: ") + reason), std::string::npos)
        << log_text();
  }
}

TEST(Tokenizer, BlanksAroundOptionsAreNothing) {
  const Connection connection;
  for (const char* const tokenize : {"cjk", "cjk ", " cjk  simplified  1 ", "porter cjk"})
    EXPECT_EQ(connection.run(std::string("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='") +
                             tokenize + "'); DROP TABLE t"),
              "no error")
        << tokenize;
}

TEST(Tokenizer, TheEntryPointWithoutFilesRegistersSearch) {
  const Connection connection("sqlite3_articles_nofs_init");
  EXPECT_EQ(connection.run("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='cjk');"
                           "INSERT INTO t VALUES('贵州茅台');"
                           "SELECT * FROM t(match_query('茅台'))"),
            "no error");
}

int no_fts5(void*, int action, const char*, const char* name, const char*, const char*) {
  return action == SQLITE_FUNCTION && std::string(name) == "fts5" ? SQLITE_DENY : SQLITE_OK;
}

TEST(Tokenizer, WithoutFts5TheExtensionLoadsAndTheTokenizerIsAbsent) {
  const Connection connection(nullptr, no_fts5);
  EXPECT_EQ(connection.run("SELECT strip_html('<p>a'), match_query('a')"), "no error");
  EXPECT_EQ(connection.run("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='cjk')"),
            "no such tokenizer: cjk");
}

}  // namespace
