#include "search/words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "search/characters.h"

namespace articles {
namespace {

struct QuotationMarks {
  std::string_view open, close;
};
constexpr std::array kQuotationMarks{
    QuotationMarks{"\"", "\""}, QuotationMarks{"＂", "＂"}, QuotationMarks{"“", "”"},
    QuotationMarks{"「", "」"}, QuotationMarks{"『", "』"},
};

// White space beyond ASCII: https://www.unicode.org/Public/15.0.0/ucd/PropList.txt
constexpr bool is_white_space(char32_t code) {
  if (code <= ' ') return code == ' ' || (code >= '\t' && code <= '\r');
  return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) ||
         code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

// Full-width, small and vertical punctuation, and that of Chinese and Japanese, except for letters.
constexpr bool in_cjk_punctuation(char32_t code) {
  return (code >= 0x3000 && code <= 0x303F) || (code >= 0xFE10 && code <= 0xFE6F) ||
         (code >= 0xFF00 && code <= 0xFFEF);
}

// The roles do not depend on the options.
Role role_of(char32_t code) {
  static const Characters& characters = Characters::of({});
  return characters[code].role;
}

// Collects the words of a text without quotation marks.
class WordSplitter {
 public:
  WordSplitter(std::string_view text, std::vector<QueryWord>& words) : text_(text), words_(words) {}

  void run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      const char32_t code = next_code_point(text_, at_);
      const Role role = role_of(code);
      const bool is_token = role == Role::Word || role == Role::Cjk;
      if (is_white_space(code) || (!is_token && in_cjk_punctuation(code)))
        end_word(last_ == Role::Cjk ? token_end_ : begin, at_);
      else if (is_token)
        take(role, begin);
      else if (role == Role::Mark && last_ == Role::Word && token_end_ == begin)
        token_end_ = at_;
    }
    end_word(last_ == Role::Cjk ? token_end_ : text_.size(), text_.size());
  }

 private:
  // A letter, a digit or a CJK character.
  void take(Role role, std::size_t begin) {
    const bool beside_cjk = role == Role::Cjk || last_ == Role::Cjk;
    if (beside_cjk && token_end_ < begin) end_word(token_end_, begin);
    last_ = role;
    token_end_ = at_;
    has_cjk_ = has_cjk_ || role == Role::Cjk;
  }

  void end_word(std::size_t end, std::size_t next_begin) {
    if (last_ != Role::Separator)
      words_.push_back({text_.substr(begin_, end - begin_), false, has_cjk_, last_ == Role::Cjk});
    begin_ = token_end_ = next_begin;
    last_ = Role::Separator;
    has_cjk_ = false;
  }

  const std::string_view text_;
  std::vector<QueryWord>& words_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;      // of the word
  std::size_t token_end_ = 0;  // of its last letter, digit or CJK character; begin_: there is none
  Role last_ = Role::Separator;  // the role of that character; Separator: there is none
  bool has_cjk_ = false;
};

// What is in quotation marks, as a phrase, if there is a letter or digit in it.
void add_phrase(std::string_view text, std::vector<QueryWord>& words) {
  QueryWord phrase{text, true, false, false};
  bool empty = true;
  for (std::size_t at = 0; at < text.size();) {
    const Role role = role_of(next_code_point(text, at));
    if (role != Role::Word && role != Role::Cjk) continue;
    empty = false;
    phrase.ends_in_cjk = role == Role::Cjk;
    phrase.has_cjk = phrase.has_cjk || phrase.ends_in_cjk;
  }
  if (!empty) words.push_back(phrase);
}

// Finds pairs of quotation marks, in time linear in the text.
class PairFinder {
 public:
  explicit PairFinder(std::string_view text) : text_(text) {}

  struct Pair {
    std::size_t begin, end, size;  // of what is inside, and of each mark
  };

  // The pair that opens at `at`. REQUIRES: at is not less than in the call before
  std::optional<Pair> pair_at(std::size_t at) {
    for (std::size_t i = 0; i < kQuotationMarks.size(); ++i) {
      const QuotationMarks& marks = kQuotationMarks[i];
      if (!starts_with(text_.substr(at), marks.open)) continue;
      const std::size_t begin = at + marks.open.size();
      // Where no closing mark was found there is none later.
      if (close_[i] < begin) close_[i] = std::min(text_.find(marks.close, begin), text_.size());
      if (close_[i] == text_.size()) return std::nullopt;
      return Pair{begin, close_[i], marks.close.size()};
    }
    return std::nullopt;
  }

 private:
  const std::string_view text_;
  std::array<std::size_t, kQuotationMarks.size()> close_ = {};  // the last found of each
};

// Characters of one kind side by side.
struct Run {
  std::string_view text;
  bool cjk;
};

std::vector<Run> runs_of(std::string_view text) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const bool cjk = role_of(next_code_point(text, at)) == Role::Cjk;
    if (runs.empty() || runs.back().cjk != cjk) runs.push_back({text.substr(begin, 0), cjk});
    Run& run = runs.back();
    run.text = {run.text.data(), run.text.size() + at - begin};
  }
  return runs;
}

std::size_t first_character_size(std::string_view text) {
  std::size_t at = 0;
  next_code_point(text, at);
  return at;
}

// Every two characters side by side, if there are more than two.
void add_neighbours(std::string_view run, std::vector<std::string_view>& pieces) {
  const std::size_t run_size = run.size();
  std::size_t first = first_character_size(run);
  while (first < run.size()) {
    const std::size_t second = first_character_size(run.substr(first));
    if (first + second < run_size) pieces.push_back(run.substr(0, first + second));
    run.remove_prefix(first);
    first = second;
  }
}

}  // namespace

std::vector<QueryWord> query_words(std::string_view text) {
  std::vector<QueryWord> words;
  PairFinder finder(text);
  std::size_t plain = 0;  // where the text that is not yet split begins
  for (std::size_t at = 0; at < text.size();) {
    const auto pair = finder.pair_at(at);
    if (!pair) {
      ++at;
      continue;
    }
    WordSplitter(text.substr(plain, at - plain), words).run();
    add_phrase(text.substr(pair->begin, pair->end - pair->begin), words);
    plain = at = pair->end + pair->size;
  }
  WordSplitter(text.substr(plain), words).run();
  return words;
}

std::vector<std::string_view> word_pieces(const QueryWord& word) {
  std::vector<std::string_view> pieces{word.text};
  if (word.phrase || !word.has_cjk) return pieces;
  for (const Run& run : runs_of(word.text)) {
    const bool one_character = first_character_size(run.text) == run.text.size();
    const bool is_word = run.text.size() == word.text.size();
    if (!is_word && !(run.cjk && one_character)) pieces.push_back(run.text);
    if (run.cjk) add_neighbours(run.text, pieces);
  }
  return pieces;
}

}  // namespace articles
