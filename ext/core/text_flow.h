// The text that boxes and characters add up to: innerText's result assembly and CSS's white space.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// Thread-compatible. Text given to it is valid UTF-8.
class TextFlow {
 public:
  // Text where white space collapses (CSS Text 3, 4.1.1).
  void text(std::string_view text);

  // Text kept as it is (white-space: pre).
  void preserved_text(std::string_view text);

  // The beginning or the end of a block: at least `lines` line feeds, if there is text before and
  // after (innerText, "required line break count").
  void block_edge(int lines) noexcept;

  // A br, the TAB behind a cell, the line feed behind a row.
  void separator(char c);

  // The beginning or the end of a table cell: no white space stays there.
  void cell_edge() noexcept { end_line(); }

  // A thing in the line that has no text: an image, or the outside of an inline block.
  void atomic();

  // The inside of an inline block begins; atomic_end() ends it.
  void atomic_begin();
  void atomic_end() noexcept;

  std::string take() noexcept { return std::move(text_); }

 private:
  void end_line() noexcept;
  void flush_space(char32_t next);
  void flush_breaks();
  bool break_vanishes(char32_t next) const;

  std::string text_;
  int required_breaks_ = 0;
  bool space_pending_ = false;  // collapsed white space since the last character
  bool break_pending_ = false;  // some of it was a line break
  bool line_has_content_ = false;
  bool after_atomic_ = false;  // what the line ends with is no character
};

}  // namespace articles
