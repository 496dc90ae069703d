// The text of options, taken apart but not understood: settings (`name=value`) and SQL's tokens.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace articles::sql {

// A quoted text, a bare word, or a single other character.
struct Token {
  enum class Kind { End, Word, Identifier, String, Other } kind = Kind::End;
  std::string text;  // without the quotes, doubled ones made single
};

// Takes a module argument apart by SQL's rules for quotes: 'string', "identifier", `identifier`,
// [identifier]. A word is of letters, digits, `_`, `$` and bytes from 0x80 on; a number may begin
// with `-`.
class Tokenizer {
 public:
  // `argument` must outlive the tokenizer.
  explicit Tokenizer(std::string_view argument) : rest_(argument) {}

  // The next token; End at the end. Throws Error if a quote is not closed.
  Token next();

 private:
  Token take(std::size_t size, Token::Kind kind);
  Token quoted_token(char closing_quote, Token::Kind kind);

  std::string_view rest_;
};

struct Setting {
  std::string name;
  std::string value;
};

// The settings of a list such as `timezone=+08:00, remove=".a, .b"`. Values are bare; one that
// contains a comma is in double quotes, in which a doubled quote stands for one. White space around
// names and values is left out. Throws Error if a part is not a setting.
std::vector<Setting> read_setting_list(std::string_view text);

// `name=value`, the value bare: all that follows the `=`. No value: `text` does not begin with a
// word and `=`.
std::optional<Setting> read_bare_setting(std::string_view text);

// `name='value'` or `name=word` as CREATE VIRTUAL TABLE takes them. No value: `argument` does not
// begin with a word and `=`, so it is not a setting. Throws Error if it is one, but has no value of
// this form.
std::optional<Setting> read_quoted_setting(std::string_view argument);

}  // namespace articles::sql
