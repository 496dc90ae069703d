#include "sqlite/table/option_tokens.h"

#include <algorithm>
#include <utility>

#include "articles/error.h"
#include "base/ascii.h"
#include "base/quote.h"

namespace articles::sql {
namespace {

bool is_word_char(char c) {
  return ascii_alnum(c) || c == '_' || c == '$' || !is_ascii(c);
}

// The bytes up to the first comma that is not in a value in double quotes.
std::size_t size_of_part(std::string_view text) {
  const std::size_t value = text.find_first_of(",=");
  if (value == std::string_view::npos || text[value] == ',') return std::min(value, text.size());
  std::size_t at = value + 1;
  while (at < text.size() && ascii_space(text[at])) ++at;
  bool in_quotes = at < text.size() && text[at] == '"';
  for (std::size_t i = in_quotes ? at + 1 : at; i < text.size(); ++i) {
    if (in_quotes && text[i] == '"') {
      const bool doubled = i + 1 < text.size() && text[i + 1] == '"';
      if (doubled) ++i;
      in_quotes = doubled;
    } else if (!in_quotes && text[i] == ',') {
      return i;
    }
  }
  return text.size();
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

std::optional<Setting> read_bare_setting(std::string_view text) {
  text = trim_spaces(text);
  std::size_t size = 0;
  while (size < text.size() && is_word_char(text[size])) ++size;
  const std::string_view value = trim_spaces(text.substr(size));
  if (size == 0 || !starts_with(value, "=")) return std::nullopt;
  return Setting{std::string(text.substr(0, size)), std::string(trim_spaces(value.substr(1)))};
}

std::vector<Setting> read_setting_list(std::string_view text) {
  std::vector<Setting> settings;
  for (bool more = !trim_spaces(text).empty(); more;) {
    const std::size_t size = size_of_part(text);
    const std::string_view part = text.substr(0, size);
    std::optional<Setting> setting = read_bare_setting(part);
    if (!setting)
      throw Error(quote(trim_spaces(part)) +
                  " is not an option (name=value); a value that contains a comma is written in "
                  "double quotes, a column is declared with CREATE VIRTUAL TABLE");
    if (starts_with(setting->value, "'"))
      throw Error("option " + setting->name +
                  ": the value is written without single quotes, as in " + setting->name + "=…");
    if (starts_with(setting->value, "\"")) {
      Tokenizer tokens(setting->value);
      std::string value = tokens.next().text;
      if (tokens.next().kind != Token::Kind::End)
        throw Error("option " + setting->name + ": text follows the closing quote");
      setting->value = std::move(value);
    }
    settings.push_back(std::move(*setting));
    more = size < text.size();
    text.remove_prefix(std::min(size + 1, text.size()));
  }
  return settings;
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
