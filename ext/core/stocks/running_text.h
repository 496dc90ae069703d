// A text between two tags, with what can be asked about the surroundings of an offset in it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "articles/stock_code.h"
#include "base/ascii.h"
#include "stocks/line_context.h"

namespace articles {

// A code in running text, as the recognisers report it. Offsets are in bytes of the text.
struct TextMatch {
  StockCode code;
  std::size_t begin;      // of the code, or of the exchange before it
  std::size_t end;        // after all that belongs to the code
  std::size_t name_end;   // where the name of the company may end
  std::string_view name;  // the name as written, if it is part of the form: $贵州茅台(SH600519)$
  // The bytes at the end of line_before(name_end) that are a label of the code and not a name.
  std::size_t label_size = 0;
};

// All offsets are those of text(), from begin() on.
class RunningText {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  // The text of a page that begins at `begin` and ends at the next '<'. `line` precedes it. The
  // page and the line must outlive the object.
  RunningText(std::string_view page, std::size_t begin, const LineContext& line)
      : text_(page), begin_(begin), line_(&line) {}

  // A text with decoded references and folded full-width forms, and the page from its end on.
  RunningText(std::string_view folded, const LineContext& line, std::string_view rest_of_page)
      : text_(folded), begin_(0), line_(&line), is_folded_(true), rest_of_page_(rest_of_page) {}

  std::string_view text() const noexcept { return text_; }
  std::size_t begin() const noexcept { return begin_; }
  bool is_folded() const noexcept { return is_folded_; }

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

  // Whether an opening bracket precedes `at`. Spaces and inline tags between are ignored.
  bool has_opening_before(std::size_t at) const;

  // Whether a closing bracket follows `at`. Spaces, inline tags and a portal's word between are
  // ignored.
  bool has_closing_at(std::size_t at) const;

  // The end of the closing bracket that follows `at`; `at` if a tag comes before it.
  // REQUIRES: has_closing_at(at)
  std::size_t closing_end(std::size_t at) const;

  // Whether a separator of a list is at `at`; before `at`, spaces between ignored.
  bool has_separator_at(std::size_t at) const;
  bool has_separator_before(std::size_t at) const;

  // Whether a code may begin at `at`: not within a word, a number, a path or a URL.
  bool opens_word(std::size_t at) const;
  // Whether a code may end at `at`, likewise.
  bool closes_word(std::size_t at) const;

  // Whether the digits that end at `at` are part of an amount: a unit or thousands follow.
  bool is_amount_end(std::size_t at) const;

  // The last characters before `at` in the line: see LineContext::end_of_line().
  std::string line_before(std::size_t at) const { return line_->end_of_line(prefix(at)); }

 private:
  std::string_view markup_at(std::size_t at) const;

  std::string_view text_;
  std::size_t begin_;
  const LineContext* line_;
  bool is_folded_ = false;
  std::string_view rest_of_page_;  // after a folded text
};

}  // namespace articles
