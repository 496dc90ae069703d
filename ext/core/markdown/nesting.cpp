#include "markdown/nesting.h"

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace articles::markdown {
namespace {

// In nodes of the library's tree: a quote is one, a list item with its list two.
constexpr int kMaxDepth = 200;

constexpr int kTabStop = 4;

// The number of nodes around and including this one, without the document.
int depth_of(const cmark_node* node) noexcept {
  int depth = 0;
  for (; node->parent != nullptr; node = node->parent) ++depth;
  return depth;
}

// What a line begins with: indentation and markers of blocks that hold others.
class Markers {
 public:
  explicit Markers(std::string_view line) noexcept : line_(line) {}

  // Moves behind the next marker; false if there is none.
  bool next() noexcept {
    for (; at_ < line_.size() && ascii_blank(line_[at_]); ++at_)
      columns_ += line_[at_] == '\t' ? kTabStop : 1;
    if (at_ == line_.size()) return false;
    const std::size_t delimiter = delimiter_at();
    if (delimiter == std::string_view::npos) return false;
    delimiter_ = delimiter;
    opened_ += line_[at_] == '>' ? 1 : 2;
    at_ = delimiter + 1;
    return true;
  }

  // The character of the last marker in front of which a backslash makes the marker text.
  std::size_t delimiter() const noexcept { return delimiter_; }

  // How many nodes the markers so far may open.
  int opened() const noexcept { return opened_; }

  // How many nodes the line so far may be in: those opened, and those of earlier lines, each of
  // which takes a marker or, for a list item, two columns of indentation.
  int deepest() const noexcept { return opened_ + columns_; }

 private:
  // npos if there is no marker.
  std::size_t delimiter_at() const noexcept {
    const char c = line_[at_];
    if (c == '>') return at_;
    if (c == '-' || c == '*' || c == '+') return ends_at(at_ + 1) ? at_ : std::string_view::npos;
    if (c == '[') {
      const std::size_t end = line_.find("]:", at_);
      return starts_with(line_.substr(at_), "[^") && end != std::string_view::npos
                 ? end + 1
                 : std::string_view::npos;
    }
    std::size_t end = at_;
    while (end < line_.size() && ascii_digit(line_[end])) ++end;
    const bool ordered =
        end > at_ && end < line_.size() && (line_[end] == '.' || line_[end] == ')');
    return ordered && ends_at(end + 1) ? end : std::string_view::npos;
  }

  bool ends_at(std::size_t at) const noexcept {
    return at >= line_.size() || ascii_blank(line_[at]);
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::size_t delimiter_ = 0;
  int columns_ = 0;
  int opened_ = 0;
};

bool may_nest_too_deeply(std::string_view line) noexcept {
  if (line.size() < kMaxDepth / kTabStop) return false;
  Markers markers(line);
  while (markers.next())
    if (markers.deepest() > kMaxDepth) return true;
  return false;
}

// Where a backslash keeps the line from nesting too deeply; npos if nothing does.
std::size_t backslash_place(std::string_view line, int depth) noexcept {
  Markers markers(line);
  while (markers.next())
    if (markers.deepest() > kMaxDepth && markers.opened() + depth > kMaxDepth)
      return markers.delimiter();
  return std::string_view::npos;
}

void feed(cmark_parser* parser, std::string_view text) {
  cmark_parser_feed(parser, text.data(), text.size());
}

}  // namespace

void feed_within_nesting_limit(Rendering& rendering, cmark_parser* parser) {
  const std::string_view markdown = rendering.markdown();
  std::size_t fed = 0;
  for (std::size_t begin = 0, end = 0; begin < markdown.size(); begin = end + 1) {
    end = markdown.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = markdown.size();
    const std::string_view line = markdown.substr(begin, end - begin);
    if (!may_nest_too_deeply(line)) continue;
    feed(parser, markdown.substr(fed, begin - fed));
    fed = begin;
    const std::size_t place = backslash_place(line, depth_of(parser->current));
    if (place == std::string_view::npos) continue;
    rendering.limited(Limit::Nesting, parser->line_number + 1);
    feed(parser, line.substr(0, place));
    feed(parser, "\\");
    fed = begin + place;
  }
  feed(parser, markdown.substr(fed));
}

}  // namespace articles::markdown
