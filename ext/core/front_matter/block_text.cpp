#include "front_matter/block_text.h"

#include <algorithm>

#include "base/lines.h"
#include "base/utf8.h"

namespace articles {
namespace {

int line_at(std::string_view block, std::size_t offset, int first_line) {
  return first_line + count_line_feeds(block.substr(0, offset));
}

std::string with_line_feeds(std::string_view block) {
  if (block.find('\r') == std::string_view::npos) return std::string(block);
  std::string text;
  text.reserve(block.size());
  for (Lines lines(block); lines.next();) {
    text += lines.text();
    if (lines.ended()) text += '\n';
  }
  return text;
}

}  // namespace

std::string clean_front_matter(std::string_view block, int first_line, Problems& problems) {
  std::string text = with_line_feeds(block);
  const std::size_t bad = invalid_utf8_at(text);
  if (bad < text.size()) {
    problems.push_back({Severity::Lost, line_at(text, bad, first_line), "not UTF-8"});
    text = repair_utf8(text);
  }
  const std::size_t nul = text.find('\0');
  if (nul != std::string::npos) {
    problems.push_back({Severity::Salvaged, line_at(text, nul, first_line), "a NUL character"});
    text.erase(std::remove(text.begin(), text.end(), '\0'), text.end());
  }
  return text;
}

}  // namespace articles
