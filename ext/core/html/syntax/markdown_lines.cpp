#include "html/syntax/markdown_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.h"
#include "html/syntax/tag_scanner.h"

namespace articles {
namespace {

// The line that begins at `begin`, without its end.
std::string_view line_at(std::string_view text, std::size_t begin) noexcept {
  std::string_view line = text.substr(begin);
  line = line.substr(0, line.find('\n'));
  if (ends_with(line, "\r")) line.remove_suffix(1);
  return line;
}

bool ends_word(std::string_view line, std::size_t at) noexcept {
  return at >= line.size() || ascii_blank(line[at]);
}

std::size_t run_length(std::string_view line, char c) noexcept {
  return std::min(line.find_first_not_of(c), line.size());
}

bool is_heading(std::string_view line) noexcept {
  const std::size_t level = run_length(line, '#');
  return level >= 1 && level <= 6 && ends_word(line, level);
}

bool is_list_item(std::string_view line) noexcept {
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0) return line.find_first_of("-*+") == 0 && line.size() > 1 && ascii_blank(line[1]);
  return digits <= 9 && line.find_first_of(".)", digits) == digits && line.size() > digits + 1 &&
         ascii_blank(line[digits + 1]);
}

bool is_fence(std::string_view line) noexcept {
  return run_length(line, '`') >= 3 || run_length(line, '~') >= 3;
}

bool is_markdown_line(std::string_view line) noexcept {
  return starts_with(line, ">") || is_heading(line) || is_list_item(line) || is_fence(line);
}

// Whether the line below text makes it a heading: `===` or `---`.
bool is_underline(std::string_view line) noexcept {
  while (!line.empty() && ascii_blank(line.back())) line.remove_suffix(1);
  return !line.empty() &&
         (run_length(line, '=') == line.size() || run_length(line, '-') == line.size());
}

// Whether any line of the text may be one, wherever it is.
bool has_candidate(std::string_view text) noexcept {
  constexpr std::string_view kFirst = "#>-*+`~=0123456789";
  for (std::size_t begin = 0;; ++begin) {
    if (begin < text.size() && kFirst.find(text[begin]) != std::string_view::npos) {
      const std::string_view line = line_at(text, begin);
      if (is_markdown_line(line) || is_underline(line)) return true;
    }
    begin = text.find('\n', begin);
    if (begin == std::string_view::npos) return false;
  }
}

// Whether a line of html[begin, end), which is text, is Markdown. A line in the middle of which
// the text begins does not count.
bool has_markdown_line(std::string_view html, std::size_t begin, std::size_t end) noexcept {
  bool below_text = false;
  if (begin > 0 && html[begin - 1] != '\n') {
    begin = html.find('\n', begin);
    if (begin == std::string_view::npos) return false;
    ++begin;
  }
  while (begin < end) {
    const std::string_view line = line_at(html.substr(0, end), begin);
    if (is_markdown_line(line) || (below_text && is_underline(line))) return true;
    below_text = line.find_first_not_of(" \t") != std::string_view::npos;
    begin += line.size();
    begin = html.find('\n', begin);
    if (begin == std::string_view::npos) return false;
    ++begin;
  }
  return false;
}

// The elements that are open. Beyond a depth, they are counted only.
class OpenElements {
 public:
  bool none() const noexcept { return depth_ == 0; }

  void start(std::string_view name) noexcept {
    if (depth_ < names_.size()) names_[depth_] = name;
    ++depth_;
  }

  // Ends the innermost element of that name, and those in it; none if there is no such element.
  void end(std::string_view name) noexcept {
    if (depth_ > names_.size()) {
      --depth_;
      return;
    }
    for (std::size_t i = depth_; i > 0; --i) {
      if (!same_ignoring_case(names_[i - 1], name)) continue;
      depth_ = i - 1;
      return;
    }
  }

 private:
  std::array<std::string_view, 64> names_;
  std::size_t depth_ = 0;
};

}  // namespace

bool has_markdown_lines(std::string_view html) noexcept {
  if (!has_candidate(html)) return false;
  OpenElements open;
  TagScanner tags(html);
  std::size_t text_begin = 0;
  bool more = true;
  while (more) {
    more = tags.next();
    if (more && tags.is_tag() && begins_with_address(html.substr(tags.begin()))) continue;
    const std::size_t text_end = more ? tags.begin() : html.size();
    if (open.none() && has_markdown_line(html, text_begin, text_end)) return true;
    if (!more) break;
    text_begin = tags.contents_end();
    if (tags.kind() == TokenKind::EndTag)
      open.end(tags.name());
    else if (tags.kind() == TokenKind::StartTag && !tags.is_self_closed() &&
             !tags.element().has(kVoid))
      open.start(tags.name());
  }
  return false;
}

bool begins_with_address(std::string_view text) noexcept {
  if (!starts_with(text, "<")) return false;
  const std::size_t end = text.find_first_of(" \t\r\n\f<>", 1);
  if (end == std::string_view::npos || text[end] != '>') return false;
  const std::string_view address = text.substr(1, end - 1);
  const std::size_t colon = address.find(':');
  const std::size_t at = address.find('@');
  if (at != std::string_view::npos && at > 0 && at + 1 < address.size())
    return address.find_first_of("\"'=/") > at;
  if (colon == std::string_view::npos || colon < 2 || colon > 32) return false;
  const std::string_view scheme = address.substr(0, colon);
  const bool is_scheme =
      ascii_alpha(scheme[0]) && std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return ascii_alnum(c) || c == '+' || c == '.' || c == '-';
      });
  // The name of an element may have a prefix, too: <fb:like>.
  const std::string_view rest = address.substr(colon + 1);
  const bool is_name =
      !rest.empty() && ascii_alpha(rest[0]) && std::all_of(rest.begin(), rest.end(), [](char c) {
        return ascii_alnum(c) || c == '-' || c == '_' || c == '/';
      });
  return is_scheme && !is_name;
}

}  // namespace articles
