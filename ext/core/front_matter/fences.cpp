#include "front_matter/fences.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/lines.h"
#include "front_matter/json_front_matter.h"
#include "front_matter/json_scanner.h"
#include "front_matter/salvage.h"
#include "front_matter/toml_front_matter.h"

namespace articles {
namespace {

using Outcome = BlockSearch::Outcome;

constexpr std::size_t kLeastRow = 3;
constexpr std::size_t kAnyLength = std::string_view::npos;

// An opening line: a row of one character, and a language behind it. The same row closes, blanks
// behind either do not count.
struct Row {
  char mark;
  bool opener_may_lack;  // Hexo's old form: the block begins with the document
  std::size_t longest;
  std::string_view language;      // in any case; "": none
  std::string_view other_closer;  // "": none
  FrontMatterParser parse;
};

constexpr Row kRows[] = {
    {'-', true, kAnyLength, "", "...", parse_front_matter},
    {'-', false, kLeastRow, "yaml", "...", parse_front_matter},
    {'-', false, kLeastRow, "yml", "...", parse_front_matter},
    {'-', false, kLeastRow, "toml", "", parse_toml_front_matter},
    {'-', false, kLeastRow, "json", "", parse_json_front_matter},
    {'+', false, kLeastRow, "", "", parse_toml_front_matter},
    {';', true, kAnyLength, "", "", parse_json_front_matter},
};

// An object that is its own fence: it ends where its braces do.
struct Braces {
  std::string_view before;
  std::string_view after;  // blanks and line ends may precede it
  FrontMatterParser parse;
};

constexpr Braces kBraces[] = {
    {"", "", parse_json_front_matter},
    {"<!--", "-->", parse_json_front_matter},
};

std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && ascii_blank(line.back())) line.remove_suffix(1);
  return line;
}

// Hugo takes an indented fence; from four blanks on it would be code to Markdown.
constexpr std::size_t kMostIndent = 3;

std::size_t indent_of(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  return indent <= kMostIndent ? indent : 0;
}

std::size_t row_size(std::string_view line) {
  return std::min(line.find_first_not_of(line.front()), line.size());
}

bool is_mark(char c) {
  return std::any_of(std::begin(kRows), std::end(kRows), [&](const Row& r) { return r.mark == c; });
}

struct Opener {
  const Row* row = nullptr;     // nullptr: the line opens nothing
  std::string_view marks;       // of the line
  bool names_language = false;  // and no row has it
};

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii_alnum);
}

Opener opener_of(std::string_view line) {
  if (line.empty() || !is_mark(line.front())) return {};
  const std::size_t size = row_size(line);
  std::string_view language = trim_blanks(line.substr(size));
  if (size < kLeastRow) return {};
  // To YAML the dashes begin a document, and a comment may follow them.
  if (line.front() == '-' && starts_with(language, "#") && ascii_blank(line[size])) language = {};
  for (const Row& row : kRows)
    if (row.mark == line.front() && size <= row.longest &&
        same_ignoring_case(row.language, language))
      return {&row, line.substr(0, size), false};
  return {nullptr, line.substr(0, size), is_name(line.substr(size))};
}

bool closes(std::string_view line, const Row& row, std::string_view marks) {
  line = without_trailing_blanks(line);
  return line == marks || (!row.other_closer.empty() && line == row.other_closer);
}

BlockSearch outcome(Outcome what, const Block& block = {}) {
  BlockSearch search;
  search.outcome = what;
  search.block = block;
  return search;
}

bool nearly_closes(std::string_view line, const Row& row, std::string_view marks,
                   std::size_t indent) {
  if (line.empty() || line.front() != row.mark || row_size(line) < kLeastRow) return false;
  return indent == 0 || without_trailing_blanks(line) == marks;
}

// Reads the lines of one prefix of a document. A line that the prefix cuts off cannot be judged,
// unless nothing follows it.
class BlockFinder {
 public:
  BlockFinder(std::string_view text, bool whole) : text_(text), whole_(whole), lines_(text) {}

  BlockSearch find() {
    do {
      if (!next_line()) return none();
    } while (without_trailing_blanks(lines_.text()).empty());
    const int line = lines_.number();
    BlockSearch search = find_from_here();
    search.line = line;
    return search;
  }

 private:
  BlockSearch find_from_here() {
    const std::size_t indent = indent_of(lines_.text());
    const Opener opener = opener_of(lines_.text().substr(indent));
    if (opener.row != nullptr) return find_closed(*opener.row, opener.marks, indent);
    if (opener.names_language) return find_unknown(opener.marks);
    for (const Braces& braces : kBraces)
      if (starts_with(lines_.text(), braces.before) &&
          lines_.text().substr(braces.before.size(), 1) == "{")
        return find_object(braces);
    return find_without_opener();
  }

  bool next_line() {
    if (!lines_.next() || (!lines_.ended() && !whole_)) {
      needs_more_ = !whole_;
      return false;
    }
    return true;
  }

  BlockSearch none() const { return outcome(needs_more_ ? Outcome::NeedsMore : Outcome::NotThere); }

  // The block from the line after the current one to the first that closes it. If none is quite the
  // opening row, one that begins like a fence will do, or the row indented deeper.
  BlockSearch find_closed(const Row& row, std::string_view marks, std::size_t indent) {
    const std::size_t begin = lines_.end();
    const int first_line = lines_.number() + 1;
    BlockSearch nearly = outcome(Outcome::NeverClosed,
                                 {text_.substr(begin), first_line, row.parse, text_.size(), 0});
    while (next_line()) {
      const std::size_t own_indent = indent_of(lines_.text());
      const std::string_view line = lines_.text().substr(own_indent);
      if (own_indent <= indent && closes(line, row, marks))
        return found(begin, first_line, row, lines_.end(), 1);
      if (nearly.outcome == Outcome::NeverClosed && nearly_closes(line, row, marks, own_indent))
        nearly = found_glued(begin, first_line, row);
    }
    return needs_more_ ? none() : nearly;
  }

  // `---BODY` and `-----`: what follows the row is the body.
  BlockSearch found_glued(std::size_t begin, int first_line, const Row& row) const {
    const std::string_view line = trim_blanks(lines_.text());
    const std::size_t size = row_size(line);
    if (size == line.size()) return found(begin, first_line, row, lines_.end(), 1);
    return found(begin, first_line, row, lines_.begin() + size, 0);
  }

  BlockSearch find_unknown(std::string_view marks) {
    while (next_line())
      if (without_trailing_blanks(lines_.text()) == marks) return outcome(Outcome::UnknownLanguage);
    return none();
  }

  // The block from the current line to a closing fence, as long as every line looks like front
  // matter.
  BlockSearch find_without_opener() {
    const std::size_t begin = lines_.begin();
    const int first_line = lines_.number();
    bool after_blank = false;
    do {
      const Opener fence = opener_of(lines_.text());
      if (fence.row != nullptr && fence.row->opener_may_lack) {
        BlockSearch search = found(begin, first_line, *fence.row, lines_.end(), 1);
        search.outcome = Outcome::WithoutOpener;
        return search;
      }
      const std::string_view line = lines_.text();
      const bool is_blank = trim_blanks(line).empty();
      if (!is_blank && !is_front_matter_line(line)) return {};
      // Behind an empty line a key must follow: a list may be one of the text.
      if (after_blank && !is_blank &&
          (std::string_view(" \t-#").find(line[0]) != std::string_view::npos))
        return {};
      after_blank = is_blank;
    } while (next_line());
    return none();
  }

  // What begins with a brace and then neither a key nor a comment is a template or text.
  BlockSearch find_object(const Braces& braces) {
    const std::size_t begin = lines_.begin() + braces.before.size();
    const std::size_t inside = behind_comments(begin + 1);
    if (inside == std::string_view::npos) return undecided();
    const bool commented = text_.find('/', begin) < inside;  // MDX: {/* … */}
    if (text_[inside] != '"' && (text_[inside] != '}' || commented)) return {};
    const std::size_t size = json_object_size(text_.substr(begin));
    Block block{text_.substr(begin), lines_.number(), braces.parse, text_.size(), 0};
    if (size == std::string_view::npos) {
      if (!whole_) return undecided();
      return outcome(Outcome::NeverClosed, block);
    }
    std::size_t end = begin + size;
    block.text = text_.substr(begin, size);
    if (!braces.after.empty()) {
      end = std::min(text_.find_first_not_of(" \t\r\n", end), text_.size());
      if (end + braces.after.size() > text_.size() && !whole_) return undecided();
      if (!starts_with(text_.substr(end), braces.after)) return {};
      end += braces.after.size();
    }
    return found_object(block, end);
  }

  // Where something other than blanks and JSON's comments is; npos: the text ends before.
  std::size_t behind_comments(std::size_t at) const {
    for (;;) {
      at = text_.find_first_not_of(" \t\r\n", at);
      const std::string_view mark = at == std::string_view::npos ? "" : text_.substr(at, 2);
      if (mark != "/*" && mark != "//") return mark == "/" && !whole_ ? std::string_view::npos : at;
      const std::string_view end = mark == "/*" ? "*/" : "\n";
      at = text_.find(end, at + mark.size());
      if (at == std::string_view::npos) return at;
      at += end.size();
    }
  }

  BlockSearch undecided() const { return outcome(whole_ ? Outcome::NotThere : Outcome::NeedsMore); }

  // Blanks and one line end behind the object are no part of the body.
  BlockSearch found_object(Block block, std::size_t end) const {
    const char line_end = text_.find('\n') == std::string_view::npos ? '\r' : '\n';
    const std::size_t next = text_.find(line_end, end);
    if (next == std::string_view::npos && !whole_) return undecided();
    const std::string_view line = text_.substr(end, next - end);
    block.body = trim_spaces(line).empty() ? end + line.size() : end;
    if (block.body == next) ++block.body;
    block.body_line =
        static_cast<int>(std::count(text_.begin(), text_.begin() + block.body, line_end)) + 1;
    return outcome(Outcome::Found, block);
  }

  // `lines_on`: how many lines below the current one the body begins.
  BlockSearch found(std::size_t begin, int first_line, const Row& row, std::size_t body,
                    int lines_on) const {
    const std::string_view text = text_.substr(begin, lines_.begin() - begin);
    return outcome(Outcome::Found, {text, first_line, row.parse, body, lines_.number() + lines_on});
  }

  std::string_view text_;
  bool whole_;
  Lines lines_;
  bool needs_more_ = false;
};

}  // namespace

BlockSearch find_front_matter(std::string_view text, bool whole) {
  return BlockFinder(text, whole).find();
}

}  // namespace articles
