#include "sqlite/table/option_tokens.h"

#include "articles/error.h"
#include "base/ascii.h"

namespace articles::sql {
namespace {

bool is_word_char(char c) {
  return ascii_alnum(c) || c == '_' || c == '$' || !is_ascii(c);
}

}  // namespace

Token Tokenizer::next() {
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

Token Tokenizer::take(std::size_t size, Token::Kind kind) {
  Token token{kind, std::string(rest_.substr(0, size))};
  rest_.remove_prefix(size);
  return token;
}

Token Tokenizer::quoted_token(char closing_quote, Token::Kind kind) {
  Token token{kind, {}};
  std::size_t at = 1;
  for (; at < rest_.size(); ++at) {
    if (rest_[at] == closing_quote) {
      const bool doubled =
          closing_quote != ']' && at + 1 < rest_.size() && rest_[at + 1] == closing_quote;
      if (!doubled) break;
      ++at;
    }
    token.text += rest_[at];
  }
  if (at >= rest_.size()) throw Error("a quote is not closed");
  rest_.remove_prefix(at + 1);
  return token;
}

std::optional<Setting> read_quoted_setting(std::string_view argument) {
  Tokenizer tokens(argument);
  const Token name = tokens.next();
  const Token equals = tokens.next();
  if (name.kind != Token::Kind::Word || equals.kind != Token::Kind::Other || equals.text != "=")
    return std::nullopt;
  const Token value = tokens.next();
  const bool is_value = value.kind == Token::Kind::String || value.kind == Token::Kind::Word;
  if (!is_value || tokens.next().kind != Token::Kind::End)
    throw Error("option " + name.text + ": the value must be a string in single quotes, as in " +
                name.text + "='…'");
  return Setting{name.text, value.text};
}

}  // namespace articles::sql
