// A text line by line. A line ends at LF, CRLF or CR, also if the text mixes them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace articles {

// The number of line feeds in the text.
inline int count_line_feeds(std::string_view text) noexcept {
  return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

// The views that it returns point into the text given to the constructor.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text), next_lf_(text.find('\n')) {}

  // Moves to the next line; false at the end.
  bool next() noexcept {
    if (rest_.empty()) return false;
    begin_ += raw_.size();
    if (next_lf_ < begin_) {
      const std::size_t found = rest_.find('\n');
      next_lf_ = found == std::string_view::npos ? found : begin_ + found;
    }
    const std::size_t lf = next_lf_ == std::string_view::npos ? rest_.size() : next_lf_ - begin_;
    const std::size_t cr = rest_.substr(0, lf).find('\r');
    text_ = rest_.substr(0, std::min(cr, lf));
    std::size_t size = text_.size();
    ended_ = size < rest_.size();
    if (ended_) size += rest_.substr(size, 2) == "\r\n" ? 2 : 1;
    raw_ = rest_.substr(0, size);
    rest_.remove_prefix(size);
    ++number_;
    return true;
  }

  std::string_view text() const noexcept { return text_; }  // without the line end
  std::string_view raw() const noexcept { return raw_; }    // with the line end
  std::size_t begin() const noexcept { return begin_; }     // offset of the line in the text
  std::size_t end() const noexcept { return begin_ + raw_.size(); }

  // 1 for the first line.
  int number() const noexcept { return number_; }

  // Whether the line has a line end. Only the last line may have none.
  bool ended() const noexcept { return ended_; }

 private:
  std::string_view rest_;
  std::size_t next_lf_;  // offset of the first LF that is not before this line; npos: none
  std::string_view text_;
  std::string_view raw_;
  std::size_t begin_ = 0;
  bool ended_ = false;
  int number_ = 0;
};

// The number of line ends in the text.
inline int count_line_ends(std::string_view text) noexcept {
  int count = 0;
  Lines lines(text);
  while (lines.next() && lines.ended()) ++count;
  return count;
}

}  // namespace articles
