#include "front_matter/fences.h"

#include <algorithm>
#include <cassert>

#include "base/ascii.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "front_matter/json_front_matter.h"
#include "front_matter/json_scanner.h"
#include "front_matter/toml_front_matter.h"
#include "front_matter/yaml_entries.h"
#include "front_matter/yaml_front_matter.h"

namespace articles {
namespace {

using Outcome = BlockSearch::Outcome;
// No value: more bytes are needed to decide.
using Found = std::optional<BlockSearch>;

constexpr std::size_t kMinRun = 3;
constexpr std::size_t kAnyLength = std::string_view::npos;

// An opening fence is a line that consists of a run of one character and an optional language name.
// The same run closes it. Trailing blanks are ignored.
struct FenceKind {
  char mark;
  bool opener_optional;  // Hexo's old form: the block begins where the document does
  std::size_t max_run;
  std::string_view language;      // ASCII case is ignored; "": none
  std::string_view other_closer;  // "": none
  FrontMatterParser parse;
};

constexpr FenceKind kFenceKinds[] = {
    {'-', true, kAnyLength, "", "...", parse_yaml_front_matter},
    {'-', false, kMinRun, "yaml", "...", parse_yaml_front_matter},
    {'-', false, kMinRun, "yml", "...", parse_yaml_front_matter},
    {'-', false, kMinRun, "toml", "", parse_toml_front_matter},
    {'-', false, kMinRun, "json", "", parse_json_front_matter},
    {'+', false, kMinRun, "", "", parse_toml_front_matter},
    {';', true, kAnyLength, "", "", parse_json_front_matter},
};

// An object that needs no fence, because it ends where its braces do.
struct ObjectKind {
  std::string_view before;
  std::string_view after;  // blanks and line ends may precede it
  FrontMatterParser parse;
};

constexpr ObjectKind kObjectKinds[] = {
    {"", "", parse_json_front_matter},
    {"<!--", "-->", parse_json_front_matter},
};

// Hugo accepts an indented fence. In Markdown, four blanks or more make it a code block.
constexpr std::size_t kMaxIndent = 3;

std::size_t fence_indent(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  return indent <= kMaxIndent ? indent : 0;
}

// REQUIRES: !line.empty()
std::size_t run_size(std::string_view line) {
  assert(!line.empty());
  return std::min(line.find_first_not_of(line.front()), line.size());
}

bool is_mark(char c) {
  return std::any_of(std::begin(kFenceKinds), std::end(kFenceKinds),
                     [&](const FenceKind& kind) { return kind.mark == c; });
}

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), ascii_alnum);
}

struct Opener {
  const FenceKind* kind = nullptr;  // nullptr: the line does not open a block
  std::string_view run;             // the marks of the line
  bool unknown_language = false;    // the line names a language that kFenceKinds does not have
};

Opener opener_of(std::string_view line) {
  if (line.empty() || !is_mark(line.front())) return {};
  const std::size_t size = run_size(line);
  if (size < kMinRun) return {};
  const std::string_view run = line.substr(0, size);
  std::string_view language = trim_blanks(line.substr(size));
  // In YAML the dashes begin a document, and a comment may follow them.
  if (line.front() == '-' && starts_with(language, "#") && ascii_blank(line[size])) language = {};
  for (const FenceKind& kind : kFenceKinds)
    if (kind.mark == line.front() && size <= kind.max_run &&
        same_ignoring_case(kind.language, language))
      return {&kind, run, false};
  return {nullptr, run, is_name(line.substr(size))};
}

bool closes(std::string_view line, const FenceKind& kind, std::string_view run) {
  line = trim_trailing_blanks(line);
  return line == run || (!kind.other_closer.empty() && line == kind.other_closer);
}

// Whether the line closes the block if no line does so exactly: it begins with a run of the same
// character, or it is the same run, indented deeper.
bool nearly_closes(std::string_view line, const FenceKind& kind, std::string_view run,
                   std::size_t indent) {
  if (line.empty() || line.front() != kind.mark || run_size(line) < kMinRun) return false;
  return indent == 0 || trim_trailing_blanks(line) == run;
}

BlockSearch outcome(Outcome what, const Block& block = {}) {
  BlockSearch search;
  search.outcome = what;
  search.block = block;
  return search;
}

// Reads the lines of a prefix of a document. The last line can only be judged if it has ended or if
// nothing follows it.
class BlockFinder {
 public:
  BlockFinder(std::string_view text, bool whole) : text_(text), whole_(whole), lines_(text) {}

  Found find() {
    do {
      if (!next_line()) return at_end(Outcome::NotThere);
    } while (trim_blanks(lines_.text()).empty());
    const int line = lines_.number();
    Found search = find_from_here();
    if (search) search->line = line;
    return search;
  }

 private:
  Found find_from_here() {
    const std::size_t indent = fence_indent(lines_.text());
    const Opener opener = opener_of(lines_.text().substr(indent));
    if (opener.kind != nullptr) return find_closed(*opener.kind, opener.run, indent);
    if (opener.unknown_language) return find_unknown(opener.run);
    for (const ObjectKind& kind : kObjectKinds)
      if (starts_with(lines_.text(), kind.before) &&
          starts_with(lines_.text().substr(kind.before.size()), "{"))
        return find_object(kind);
    return find_without_opener();
  }

  // A CR at the end of a prefix may be the first half of a CRLF.
  bool next_line() {
    if (!lines_.next()) return false;
    if (whole_) return true;
    return lines_.ended() && !(lines_.end() == text_.size() && text_.back() == '\r');
  }

  // The answer when the text has ended before anything else was found.
  Found at_end(Outcome what, const Block& block = {}) const {
    if (!whole_) return std::nullopt;
    return outcome(what, block);
  }

  // The block from the line after the current one to the first line that closes it, or else to the
  // first line that nearly does.
  Found find_closed(const FenceKind& kind, std::string_view run, std::size_t indent) {
    const std::size_t begin = lines_.end();
    const int first_line = lines_.number() + 1;
    Found nearly;
    while (next_line()) {
      const std::size_t own_indent = fence_indent(lines_.text());
      const std::string_view line = lines_.text().substr(own_indent);
      if (own_indent <= indent && closes(line, kind, run))
        return closed_before_line(begin, first_line, kind);
      if (!nearly && nearly_closes(line, kind, run, own_indent))
        nearly = closed_within_line(begin, first_line, kind);
    }
    if (nearly && whole_) return nearly;
    return at_end(Outcome::NotClosed,
                  {text_.substr(begin), first_line, kind.parse, text_.size(), 0});
  }

  // The current line is the closing fence.
  BlockSearch closed_before_line(std::size_t begin, int first_line, const FenceKind& kind) const {
    return outcome(Outcome::Found, {text_.substr(begin, lines_.begin() - begin), first_line,
                                    kind.parse, lines_.end(), lines_.number() + 1});
  }

  // The current line begins with the closing fence; what follows the run is the body.
  BlockSearch closed_within_line(std::size_t begin, int first_line, const FenceKind& kind) const {
    BlockSearch search = closed_before_line(begin, first_line, kind);
    const std::string_view line = trim_blanks(lines_.text());
    const std::size_t size = run_size(line);
    if (size == line.size()) return search;
    search.block.body = lines_.begin() + size;
    search.block.body_line = lines_.number();
    return search;
  }

  Found find_unknown(std::string_view run) {
    while (next_line())
      if (trim_trailing_blanks(lines_.text()) == run) return outcome(Outcome::UnknownLanguage);
    return at_end(Outcome::NotThere);
  }

  // The block from the current line to a closing fence, as long as every line has the form of front
  // matter.
  Found find_without_opener() {
    const std::size_t begin = lines_.begin();
    const int first_line = lines_.number();
    bool after_blank = false;
    do {
      const Opener fence = opener_of(lines_.text());
      if (fence.kind != nullptr && fence.kind->opener_optional) {
        BlockSearch search = closed_before_line(begin, first_line, *fence.kind);
        search.outcome = Outcome::FoundWithoutOpener;
        return search;
      }
      const std::string_view line = lines_.text();
      const bool is_blank = trim_blanks(line).empty();
      if (!is_blank && !is_front_matter_line(line)) return outcome(Outcome::NotThere);
      // After a blank line only a key can go on: a list or a comment may belong to the text.
      if (after_blank && !is_blank &&
          std::string_view(" \t-#").find(line[0]) != std::string_view::npos)
        return outcome(Outcome::NotThere);
      after_blank = is_blank;
    } while (next_line());
    return at_end(Outcome::NotThere);
  }

  // An object begins with a brace and then a key; anything else is a template or text.
  Found find_object(const ObjectKind& kind) {
    const std::size_t begin = lines_.begin() + kind.before.size();
    const std::size_t inside = after_comments(begin + 1);
    if (inside == std::string_view::npos) return at_end(Outcome::NotThere);
    const bool commented = text_.find('/', begin) < inside;  // MDX: {/* … */}
    if (text_[inside] != '"' && (text_[inside] != '}' || commented))
      return outcome(Outcome::NotThere);
    const std::size_t size = json_object_size(text_.substr(begin));
    Block block{text_.substr(begin), lines_.number(), kind.parse, text_.size(), 0};
    if (size == std::string_view::npos) return at_end(Outcome::NotClosed, block);
    std::size_t end = begin + size;
    block.text = text_.substr(begin, size);
    if (!kind.after.empty()) {
      end = std::min(text_.find_first_not_of(" \t\r\n", end), text_.size());
      if (end + kind.after.size() > text_.size()) return at_end(Outcome::NotThere);
      if (!starts_with(text_.substr(end), kind.after)) return outcome(Outcome::NotThere);
      end += kind.after.size();
    }
    return object_before(end, block);
  }

  // The offset of the first character from `at` on that is neither a blank, a line end nor part of
  // a JSON comment; npos if the text ends before it, or may do so.
  std::size_t after_comments(std::size_t at) const {
    for (;;) {
      at = text_.find_first_not_of(" \t\r\n", at);
      if (at == std::string_view::npos) return at;
      const std::string_view mark = text_.substr(at, 2);
      if (mark != "/*" && mark != "//") return mark == "/" && !whole_ ? std::string_view::npos : at;
      at = mark == "/*" ? text_.find("*/", at + 2) : text_.find_first_of("\r\n", at);
      if (at == std::string_view::npos) return at;
      if (mark == "/*") at += 2;
    }
  }

  // The block ends at `end`. Blanks and one line end after it do not belong to the body.
  Found object_before(std::size_t end, Block block) const {
    BlockFinder after(text_.substr(end), whole_);
    if (!after.next_line() && !whole_) return std::nullopt;
    block.body = trim_spaces(after.lines_.text()).empty() ? end + after.lines_.end() : end;
    block.body_line = count_line_ends(text_.substr(0, block.body)) + 1;
    return outcome(Outcome::Found, block);
  }

  std::string_view text_;
  bool whole_;
  Lines lines_;
};

}  // namespace

std::optional<BlockSearch> find_front_matter(std::string_view text, bool whole) {
  assert(!starts_with(text, kUtf8Bom));
  return BlockFinder(text, whole).find();
}

}  // namespace articles
