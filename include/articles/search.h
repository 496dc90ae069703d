// Full-text search that finds Chinese: the tokens of a text, and queries from what a person typed.
// The SQL layer makes an FTS5 tokenizer of the first and an SQL function of the second.
//
// Threads: all of this may be used by any number of threads at once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

struct TokenizerOptions {
  // As for unicode61 (https://sqlite.org/fts5.html#unicode61_tokenizer): 0, 1 or 2.
  int remove_diacritics = 1;
  // Traditional characters are indexed as the simplified ones for them.
  bool simplified = false;
};

// The options from names and values in turn, as FTS5 passes them: `remove_diacritics`, `2`.
// Throws Error if a name or a value is unknown, or the last name has no value.
TokenizerOptions read_tokenizer_options(const std::vector<std::string_view>& arguments);

// Changes when the tokens of some text do: an index that another version made must be rebuilt.
inline constexpr int kTokenizerVersion = 1;

struct Token {
  // UTF-8, folded; valid until emit() returns.
  std::string_view text;
  // Where it is in the text as written: bytes from the beginning, on borders of characters.
  std::size_t begin, end;
};

// What stands for the separators between two Chinese, Japanese or Korean characters. No text has
// it as a word.
inline constexpr std::string_view kSeparatorToken = "|";

class Characters;

// Splits text into tokens:
//   - Each Chinese, Japanese or Korean character is one.
//   - Each other run of letters and digits is one, with the letters, digits, case folding and
//     diacritics of SQLite's unicode61.
//   - Full-width, half-width and compatibility forms and Chinese radicals are folded to the
//     characters that they stand for, one to one.
//   - Where anything but U+0020, U+00A0 and U+3000 separates two Chinese, Japanese or Korean
//     characters, and no other token is between them, is a kSeparatorToken, which begins where the
//     first character ends and ends where the second begins.
// Bytes that are not UTF-8 separate. Time and memory are linear in the text.
class Tokenizer {
 public:
  // REQUIRES: options.remove_diacritics is 0, 1 or 2
  explicit Tokenizer(const TokenizerOptions& options = {});

  // Calls emit(token) for each token in order, until it returns false. Whether it never did.
  template <class Emit>
  bool tokens(std::string_view text, const Emit& emit) const {
    return split(
        text,
        [](const void* callable, const Token& token) -> bool {
          return (*static_cast<const Emit*>(callable))(token);
        },
        &emit);
  }

 private:
  using Sink = bool (*)(const void* callable, const Token& token);

  bool split(std::string_view text, Sink sink, const void* callable) const;

  const Characters* characters_;
  bool keeps_diacritics_;
};

enum class MatchMode {
  All,     // every word
  Any,     // any word, and any two neighbouring characters of a run of Chinese
  Prefix,  // every word, of which the last may continue
};

// `all`, `any`, `prefix`; no value: it is none of them.
std::optional<MatchMode> match_mode(std::string_view name);

// `all, any, prefix`, for messages.
std::string match_mode_names();

// A MATCH string for FTS5 (https://sqlite.org/fts5.html#full_text_query_syntax) that finds what
// `text` says, and is valid whatever it says. It is a list of quoted strings:
//   - White space and Chinese or full-width punctuation end a word. So does anything else that is
//     no letter or digit, where it is beside a Chinese, Japanese or Korean character. What ends a
//     word is left out.
//   - What is between a pair of "…", ＂…＂, “…”, 「…」 or 『…』 stays together as a phrase.
//   - Words and phrases without a letter or digit are left out. If none remains: `""`, which finds
//     nothing.
// A NUL becomes U+FFFD.
// REQUIRES: text is valid UTF-8
std::string match_query(std::string_view text, MatchMode mode = MatchMode::All);

}  // namespace articles
