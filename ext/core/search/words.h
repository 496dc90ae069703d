// The words of a query as typed: what match_query() makes quoted strings of.
#pragma once

#include <string_view>
#include <vector>

namespace articles {

struct QueryWord {
  std::string_view text;  // has at least one letter, digit or CJK character
  bool phrase;            // it was in quotation marks
  bool has_cjk;           // there is a Chinese, Japanese or Korean character in it
  bool ends_in_cjk;       // its last letter, digit or CJK character is a CJK character
};

// The words of `text` by the rule of match_query(), in order; views of `text`.
// REQUIRES: text is valid UTF-8
std::vector<QueryWord> query_words(std::string_view text);

// What stands for a word in mode 'any': the word, and if it has runs of CJK characters, those of
// two or more, every two neighbours in them, and what is between the runs. Views of `word.text`.
std::vector<std::string_view> word_pieces(const QueryWord& word);

}  // namespace articles
