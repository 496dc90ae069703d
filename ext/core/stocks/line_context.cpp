#include "stocks/line_context.h"

#include <algorithm>

#include "base/folded_text.h"

namespace articles {
namespace {

std::string folded_end(std::string_view text, std::size_t most_bytes) {
  text = text.substr(text.size() - std::min(text.size(), most_bytes));
  if (text.find('&') == std::string_view::npos) return fold_width(text);
  return fold_width(decode_references(text));
}

bool contains_word(std::string_view folded) {
  return folded.find_first_not_of(" \t\n\f\r()[]:") != std::string_view::npos;
}

}  // namespace

std::string LineContext::end_of_line(std::string_view text) const {
  std::string line = folded_end(text, kMostBytes);
  const std::size_t kept = std::min(count_, kMostTexts);
  for (std::size_t i = 1; i <= kept && line.size() < kMostBytes && !contains_word(line); ++i)
    line.insert(0, folded_end(texts_[(count_ - i) % kMostTexts], kMostBytes));
  return line;
}

}  // namespace articles
