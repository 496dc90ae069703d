// Splits a text into lines. A line ends at LF or CRLF; at a lone CR only in a text without LF.
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
  explicit Lines(std::string_view text)
      : rest_(text), lone_cr_(text.find('\n') == std::string_view::npos) {}

  // Moves to the next line; false at the end.
  bool next() noexcept {
    if (rest_.empty()) return false;
    begin_ += raw_.size();
    const std::size_t end = rest_.find(lone_cr_ ? '\r' : '\n');
    raw_ = rest_.substr(0, end == std::string_view::npos ? rest_.size() : end + 1);
    ended_ = end != std::string_view::npos;
    rest_.remove_prefix(raw_.size());
    ++number_;
    return true;
  }

  // The line without its line end.
  std::string_view text() const noexcept {
    std::string_view line = raw_;
    if (ended_) line.remove_suffix(1);
    if (ended_ && !lone_cr_ && !line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }

  // The line with its line end.
  std::string_view raw() const noexcept { return raw_; }

  // Offsets in the text: of the line, and of what follows its line end.
  std::size_t begin() const noexcept { return begin_; }
  std::size_t end() const noexcept { return begin_ + raw_.size(); }

  // 1 for the first line.
  int number() const noexcept { return number_; }

  // Whether the line has a line end. Only the last line may have none.
  bool ended() const noexcept { return ended_; }

 private:
  std::string_view rest_;
  bool lone_cr_;
  std::string_view raw_;
  std::size_t begin_ = 0;
  bool ended_ = false;
  int number_ = 0;
};

}  // namespace articles
