#include "html/text/text_flow.h"

#include "base/east_asian_width.h"
#include "base/utf8.h"

namespace articles {
namespace {

constexpr char32_t kZeroWidthSpace = 0x200B;

char32_t first_code_point(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

}  // namespace

void TextFlow::flush_breaks() {
  text_.append(static_cast<std::size_t>(required_breaks_), '\n');
  required_breaks_ = 0;
}

void TextFlow::separator(char c) {
  end_line();
  flush_breaks();
  text_ += c;
}

// CSS Text 3, 4.1.3: a line break in the source becomes a space, but vanishes between East Asian
// wide characters and next to a zero-width space. `next` is empty if an atomic object follows.
bool TextFlow::break_vanishes(std::string_view next) const {
  if (!break_pending_) return false;
  const char32_t before = after_atomic_ ? 0 : last_code_point(text_);
  const char32_t after = first_code_point(next);
  if (before == kZeroWidthSpace || after == kZeroWidthSpace) return true;
  return is_east_asian_wide(before) && is_east_asian_wide(after);
}

void TextFlow::flush_space(std::string_view next) {
  if (space_pending_ && line_has_content_ && !break_vanishes(next)) {
    flush_breaks();
    text_ += ' ';
  }
  end_space();
}

void TextFlow::text(std::string_view text) {
  while (!text.empty()) {
    const auto* const first = std::find_if_not(text.begin(), text.end(), collapses);
    const auto blanks = static_cast<std::size_t>(first - text.begin());
    if (blanks > 0) space(text.substr(0, blanks).find('\n') != std::string_view::npos);
    text.remove_prefix(blanks);
    const auto* const end = std::find_if(text.begin(), text.end(), collapses);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length > 0) word(text.substr(0, length));
    text.remove_prefix(length);
  }
}

void TextFlow::preserved_text(std::string_view text) {
  if (text.empty()) return;
  flush_space({});
  flush_breaks();
  text_ += text;
  line_has_content_ = text.back() != '\n';
  after_atomic_ = false;
}

void TextFlow::atomic_begin() {
  flush_space({});
  line_has_content_ = false;
}

void TextFlow::atomic_end() noexcept {
  end_space();
  line_has_content_ = true;
  after_atomic_ = true;
}

void TextFlow::atomic() {
  atomic_begin();
  atomic_end();
}

}  // namespace articles
