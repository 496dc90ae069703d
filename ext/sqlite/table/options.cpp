#include "sqlite/table/options.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "articles/error.h"
#include "articles/glob.h"
#include "articles/selector.h"
#include "base/ascii.h"
#include "encoding/decoder.h"
#include "html/syntax/markup.h"
#include "sqlite/table/columns.h"

namespace articles::sql {
namespace {

constexpr std::string_view kTypes[] = {"TEXT", "INTEGER", "REAL", "NUMERIC", "BLOB"};

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

bool read_flag(std::string_view value) {
  if (value == "0") return false;
  if (value == "1") return true;
  throw Error(quoted(value) + " is neither 0 nor 1");
}

std::uint64_t read_size(std::string_view value) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), size);
  if (error != std::errc() || end != value.data() + value.size() || size == 0)
    throw Error(quoted(value) + " is not a number of bytes above 0");
  return size;
}

unsigned read_threads(std::string_view value) {
  constexpr unsigned kMost = 64;
  unsigned threads = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), threads);
  if (error != std::errc() || end != value.data() + value.size() || threads == 0 || threads > kMost)
    throw Error(quoted(value) + " is not a number from 1 to " + std::to_string(kMost));
  return threads;
}

Markup read_markup(std::string_view value) {
  if (value == "auto") return Markup::Auto;
  if (value == "html") return Markup::Html;
  if (value == "markdown") return Markup::Markdown;
  throw Error(quoted(value) + " is none of auto, html, markdown");
}

std::string read_encoding(std::string_view value) {
  std::string name(value);
  if (same_ignoring_case(name, "UTF-8") || same_ignoring_case(name, "UTF8")) return "UTF-8";
  if (!Decoder::open(name))
    throw Error(quoted(value) + " is no encoding that this system's iconv knows");
  return name;
}

// A piece of an argument: a quoted or a bare word, or a single other character.
struct Token {
  enum class Kind { End, Word, Identifier, String, Other } kind = Kind::End;
  std::string text;  // without quotes, doubled ones made single
};

// Takes an argument apart by SQL's rules for quotes.
class Tokens {
 public:
  explicit Tokens(std::string_view argument) : rest_(argument) {}

  Token next() {
    rest_ = trim_spaces(rest_);
    if (rest_.empty()) return {};
    switch (rest_.front()) {
      case '\'':
        return quoted_token('\'', Token::Kind::String);
      case '"':
        return quoted_token('"', Token::Kind::Identifier);
      case '`':
        return quoted_token('`', Token::Kind::Identifier);
      case '[':
        return quoted_token(']', Token::Kind::Identifier);
      default:
        break;
    }
    const bool is_negative = rest_.size() > 1 && rest_[0] == '-' && ascii_digit(rest_[1]);
    std::size_t size = is_negative ? 1 : 0;
    while (size < rest_.size() && is_word_char(rest_[size])) ++size;
    if (size == 0) return take(1, Token::Kind::Other);
    return take(size, Token::Kind::Word);
  }

 private:
  static bool is_word_char(char c) {
    return ascii_alnum(c) || c == '_' || c == '$' || static_cast<unsigned char>(c) >= 0x80;
  }

  Token take(std::size_t size, Token::Kind kind) {
    Token token{kind, std::string(rest_.substr(0, size))};
    rest_.remove_prefix(size);
    return token;
  }

  Token quoted_token(char quote, Token::Kind kind) {
    Token token{kind, {}};
    std::size_t at = 1;
    for (; at < rest_.size(); ++at) {
      if (rest_[at] == quote) {
        const bool doubled = quote != ']' && at + 1 < rest_.size() && rest_[at + 1] == quote;
        if (!doubled) break;
        ++at;
      }
      token.text += rest_[at];
    }
    if (at >= rest_.size()) throw Error("a quote is not closed");
    rest_.remove_prefix(at + 1);
    return token;
  }

  std::string_view rest_;
};

void set_option(const std::string& name, std::string_view value, TableOptions& corpus,
                std::set<std::string>& given) {
  std::string known;
  for (const Option& option : options()) {
    if (same_ignoring_case(option.name, name)) {
      if (!given.insert(option.name).second)
        throw Error("option " + std::string(option.name) + ": it is given twice");
      try {
        option.set(corpus, value);
      } catch (const Error& error) {
        throw Error("option " + std::string(option.name) + ": " + error.what());
      }
      return;
    }
    known += known.empty() ? "" : ", ";
    known += option.name;
  }
  throw Error("unknown option '" + name + "'; the options are " + known);
}

// `name = value`, where the value is a string or a bare word like 1.
bool read_option(std::string_view argument, TableOptions& corpus, std::set<std::string>& given) {
  Tokens tokens(argument);
  const Token name = tokens.next();
  const Token equals = tokens.next();
  if (name.kind != Token::Kind::Word || equals.kind != Token::Kind::Other || equals.text != "=")
    return false;
  const Token value = tokens.next();
  const bool is_value = value.kind == Token::Kind::String || value.kind == Token::Kind::Word;
  if (!is_value || tokens.next().kind != Token::Kind::End)
    throw Error("option " + name.text + ": the value must be a string in single quotes, as in " +
                name.text + "='…'");
  set_option(name.text, value.text, corpus, given);
  return true;
}

std::string read_type(const Token& token, const std::string& column) {
  if (token.kind == Token::Kind::End) return {};
  for (const std::string_view type : kTypes)
    if (token.kind == Token::Kind::Word && same_ignoring_case(type, token.text))
      return std::string(type);
  if (starts_with(token.text, ".") || starts_with(token.text, "-"))
    throw Error("column '" + column + "': a key with '" + token.text.substr(0, 1) +
                "' in it needs double quotes");
  std::string types;
  for (const std::string_view type : kTypes)
    types += (types.empty() ? "" : ", ") + std::string(type);
  throw Error("column '" + column + "': unknown type '" + token.text + "'; the types are " + types);
}

void refuse_name(const std::string& name, const std::vector<DeclaredColumn>& columns) {
  const auto same = [&](const auto& known) { return same_ignoring_case(known, name); };
  if (std::any_of(kColumns.begin(), kColumns.end(), [&](const Column& c) { return same(c.name); }))
    throw Error("column '" + name + "' is a standard column already");
  if (std::any_of(columns.begin(), columns.end(),
                  [&](const DeclaredColumn& c) { return same(c.key); }))
    throw Error("column '" + name + "' is declared twice");
}

void read_column(std::string_view argument, std::vector<DeclaredColumn>& columns) {
  Tokens tokens(argument);
  const Token name = tokens.next();
  const bool is_name = name.kind == Token::Kind::Word || name.kind == Token::Kind::Identifier;
  if (!is_name || name.text.empty())
    throw Error("'" + std::string(argument) +
                "' is neither an option (name='value') nor a column (name TYPE)");
  const std::string type = read_type(tokens.next(), name.text);
  if (tokens.next().kind != Token::Kind::End)
    throw Error("'" + std::string(argument) +
                "' is neither an option (name='value') nor a column (name TYPE)");
  refuse_name(name.text, columns);
  columns.push_back({name.text, type});
}

std::string read_directory(std::string_view argument) {
  Tokens tokens(argument);
  const Token directory = tokens.next();
  if (directory.kind != Token::Kind::String || tokens.next().kind != Token::Kind::End)
    throw Error(
        "the first argument must be the directory in single quotes, as in articles('posts')");
  return directory.text;
}

}  // namespace

const std::vector<Option>& options() {
  static const std::vector<Option> table{
      {"glob", "glob='**/*.md'", "which files are articles",
       [](TableOptions& corpus, std::string_view value) {
         corpus.walk.glob = std::make_shared<const Glob>(value);
       }},
      {"exclude", "exclude='drafts/**'", "which of these are not",
       [](TableOptions& corpus, std::string_view value) {
         corpus.walk.exclude = std::make_shared<const Glob>(value);
       }},
      {"hidden", "hidden=1", "1: files and folders whose names begin with a dot, too",
       [](TableOptions& corpus, std::string_view value) { corpus.walk.hidden = read_flag(value); }},
      {"encoding", "encoding='gbk'",
       "of files without a byte order mark, as iconv names it; nothing is found out then (default: "
       "UTF-8, or GB18030 where a file looks so)",
       [](TableOptions& corpus, std::string_view value) {
         corpus.article.encoding = read_encoding(value);
       }},
      {"timezone", "timezone='+08:00'",
       "how a date that states no zone is read: an offset, or a name like Asia/Shanghai (default "
       "UTC)",
       [](TableOptions& corpus, std::string_view value) {
         corpus.article.zone = Zone::parse(value);
       }},
      {"markup", "markup='html'", "what bodies are: auto (by name and content), html or markdown",
       [](TableOptions& corpus, std::string_view value) {
         corpus.article.markup = read_markup(value);
       }},
      {"remove", "remove='.appendQr_wrap, .ad'", "CSS selectors of what text and stocks leave out",
       [](TableOptions& corpus, std::string_view value) {
         corpus.article.remove = std::make_shared<const Selector>(value);
       }},
      {"max_file_size", "max_file_size=1048576",
       "bytes; a larger file is a row with error (default 67108864)",
       [](TableOptions& corpus, std::string_view value) {
         corpus.article.max_file_size = read_size(value);
       }},
      {"strict", "strict=1", "1: a file in which anything is wrong ends the query",
       [](TableOptions& corpus, std::string_view value) {
         corpus.article.strict = read_flag(value);
       }},
      {"threads", "threads=1",
       "how many files are read at the same time; 1: by the query's own thread alone (default: as "
       "many as the machine runs at once, 8 at most)",
       [](TableOptions& corpus, std::string_view value) { corpus.threads = read_threads(value); }},
      {"pushdown", "pushdown=0",
       "0: the table leaves every condition to SQLite, for comparing (default 1)",
       [](TableOptions& corpus, std::string_view value) { corpus.pushdown = read_flag(value); }},
  };
  return table;
}

TableArguments read_arguments(const std::vector<std::string_view>& arguments) {
  if (arguments.empty())
    throw Error("the directory is missing: CREATE VIRTUAL TABLE temp.news USING articles('posts')");
  TableArguments result;
  std::set<std::string> given;
  result.directory = read_directory(arguments.front());
  for (std::size_t i = 1; i < arguments.size(); ++i)
    if (!read_option(arguments[i], result.options, given))
      read_column(arguments[i], result.columns);
  return result;
}

}  // namespace articles::sql
