// Appends text under the rules of innerText's result assembly and of CSS's white space.
// https://html.spec.whatwg.org/multipage/dom.html#get-the-text-steps
// https://www.w3.org/TR/css-text-3/#white-space-phase-1
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace articles {

// White space that CSS collapses. Browsers treat a form feed as any other character.
constexpr bool collapses(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Thread-compatible. All text given to it must be valid UTF-8.
class TextFlow {
 public:
  // Appends to `text`, which is empty and must outlive the flow.
  explicit TextFlow(std::string& text) : text_(text) {}

  // Text in which white space collapses (CSS Text 3, 4.1.1).
  void text(std::string_view text);

  // The same for text without white space but single spaces between words.
  // REQUIRES: !word.empty()
  void word(std::string_view word) {
    if (space_pending_) flush_space(word);
    if (required_breaks_ != 0) flush_breaks();
    text_.append(word);
    line_has_content_ = true;
    after_atomic_ = false;
  }

  // White space that collapses. `line_break` says whether it contains a line feed.
  void space(bool line_break) noexcept {
    space_pending_ = true;
    break_pending_ = break_pending_ || line_break;
  }

  // Text that is kept as it is (white-space: pre).
  void preserved_text(std::string_view text);

  // The beginning or the end of a block: at least `lines` line feeds if there is text before and
  // after it (innerText, "required line break count").
  void block_edge(int lines) noexcept {
    end_line();
    if (!text_.empty() && lines > required_breaks_) required_breaks_ = lines;
  }

  // A br, the TAB behind a cell, the line feed behind a row.
  void separator(char c);

  // The beginning or the end of a table cell: white space there is dropped.
  void cell_edge() noexcept { end_line(); }

  // An object in the line without text: an image, or the outside of an inline block.
  void atomic();

  // An object beside the line: a line break if there is text before and after it. White space is
  // collapsed as if it were not there, and stays where it is.
  void floating() noexcept {
    int& breaks = space_pending_ && line_has_content_ ? breaks_after_space_ : required_breaks_;
    if (!text_.empty() || &breaks == &breaks_after_space_) breaks = std::max(breaks, 1);
  }

  // The inside of an inline block begins; atomic_end() ends it.
  void atomic_begin();
  void atomic_end() noexcept;

 private:
  void end_line() noexcept {
    end_space();
    line_has_content_ = false;
    after_atomic_ = false;
  }
  // The pending space was written or dropped.
  void end_space() noexcept {
    space_pending_ = false;
    break_pending_ = false;
    if (breaks_after_space_ == 0) return;
    if (!text_.empty()) required_breaks_ = std::max(required_breaks_, breaks_after_space_);
    breaks_after_space_ = 0;
  }
  void flush_space(std::string_view next);
  void flush_breaks();
  bool break_vanishes(std::string_view next) const;

  std::string& text_;
  int required_breaks_ = 0;
  int breaks_after_space_ = 0;  // the same behind the pending space: of a float
  bool space_pending_ = false;  // collapsed white space since the last character
  bool break_pending_ = false;  // some of it was a line break
  bool line_has_content_ = false;
  bool after_atomic_ = false;  // the line ends with an atomic object, not with a character
};

}  // namespace articles
