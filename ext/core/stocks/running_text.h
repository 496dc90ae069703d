// A text between two tags, with what can be asked about the surroundings of an offset in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "articles/stock_code.h"
#include "base/ascii.h"

namespace articles {

// A code in running text, as the recognisers report it. Offsets are in bytes of the text.
struct TextMatch {
  StockCode code;
  std::size_t begin;      // of the code, or of the exchange before it
  std::size_t end;        // after all that belongs to the code
  std::size_t name_end;   // where the name of the company may end
  std::string_view name;  // the name as written, if it is part of the form: $贵州茅台(SH600519)$
};

// All offsets are those of text(), and all but the end of text() are at least begin().
class RunningText {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  // The text begins at `begin`; it is read to the end of `text`, which may contain more than the
  // text between two tags. `before` precedes the text in its line, with nothing but inline tags
  // between. Both must outlive the object.
  RunningText(std::string_view text, std::size_t begin, std::string_view before)
      : text_(text), begin_(begin), before_(before) {}

  std::string_view text() const noexcept { return text_; }
  std::size_t begin() const noexcept { return begin_; }

  // The character at `at`; NUL at the end of the text and beyond.
  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  // The text from begin() to `at`.
  std::string_view prefix(std::size_t at) const { return text_.substr(begin_, at - begin_); }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }

  // Where the digits end that begin at `at`; `at` if there are none.
  std::size_t digits_end(std::size_t at) const {
    while (ascii_digit(char_at(at))) ++at;
    return at;
  }

  // Skips up to two spaces from `at` on; before `at`.
  std::size_t skip_spaces(std::size_t at) const;
  std::size_t skip_spaces_back(std::size_t at) const;

  // Where the opening bracket before `at` begins, spaces between ignored; npos if there is none.
  std::size_t opening_before(std::size_t at) const;
  bool has_opening_before(std::size_t at) const { return opening_before(at) != npos; }

  // The end of the closing bracket at `at`, spaces and a portal's word before it ignored; npos if
  // there is none.
  std::size_t closing_end(std::size_t at) const;
  bool has_closing_at(std::size_t at) const { return closing_end(at) != npos; }

  // Whether a separator of a list is at `at`; before `at`, spaces between ignored.
  bool has_separator_at(std::size_t at) const;
  bool has_separator_before(std::size_t at) const;

  // Whether a code may begin at `at`: not within a word, a number, a path or a URL.
  bool opens_word(std::size_t at) const;
  // Whether a code may end at `at`, likewise.
  bool closes_word(std::size_t at) const;

  // Whether the digits that end at `at` are part of an amount: a unit or thousands follow.
  bool is_amount_end(std::size_t at) const;

  // The last characters before `at` in the line, full-width forms folded.
  std::string line_before(std::size_t at) const;

 private:
  std::string_view text_;
  std::size_t begin_;
  std::string_view before_;
};

}  // namespace articles
