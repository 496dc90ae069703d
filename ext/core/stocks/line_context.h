// The texts before the current one in its line: those with nothing but inline tags between them.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace articles {

// Keeps the last few texts, each as written, without copying them.
class LineContext {
 public:
  void clear() { count_ = 0; }

  // Adds the text that follows. It must outlive the context.
  // REQUIRES: text is not only white space
  void add(std::string_view text) { texts_[count_++ % kMostTexts] = text; }

  bool empty() const noexcept { return count_ == 0; }

  // The end of `text`, which follows the texts of the context: at most kMostBytes bytes, character
  // references decoded, full-width forms folded. Where it contains no word, the end of the text
  // before it is put in front, and so on. So a tag ends a name, but does not hide it behind a
  // bracket: 买入<b>贵州茅台</b>（<i>600519</i>） gives 贵州茅台( for the text before the number.
  std::string end_of_line(std::string_view text) const;

 private:
  static constexpr std::size_t kMostTexts = 4;
  static constexpr std::size_t kMostBytes = 64;

  std::array<std::string_view, kMostTexts> texts_;  // a ring
  std::size_t count_ = 0;                           // of texts added
};

}  // namespace articles
