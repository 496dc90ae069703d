#include "articles/document.h"

#include <algorithm>
#include <string>
#include <utility>

#include "articles/ascii.h"
#include "key_names.h"
#include "lines.h"
#include "salvage.h"

namespace articles {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::size_t kLeastFence = 3;

// The part of the text between two fences, both excluded.
struct Block {
  std::string_view text;
  int line = 0;          // of its first line
  std::size_t body = 0;  // offset behind the closing fence
  int body_line = 0;
};

// What a search has come to when the bytes at hand do not tell.
struct Search {
  enum class Outcome { Found, NotThere, NeedsMore };
  Outcome outcome = Outcome::NotThere;
  Block block;
};

std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && ascii_blank(line.back())) line.remove_suffix(1);
  return line;
}

// The row of fence characters if the line is nothing else; empty otherwise.
std::string_view fence_of(std::string_view line, std::string_view marks) {
  line = without_trailing_blanks(line);
  if (line.size() < kLeastFence || marks.find(line.front()) == std::string_view::npos) return {};
  return line.find_first_not_of(line.front()) == std::string_view::npos ? line : std::string_view{};
}

bool closes(std::string_view line, std::string_view opener) {
  line = without_trailing_blanks(line);
  return line == opener || (opener.front() == '-' && line == "...");
}

// Reads the lines of one prefix of a document. A line that the prefix cuts off cannot be judged,
// unless nothing follows it.
class BlockFinder {
 public:
  BlockFinder(std::string_view text, bool whole) : text_(text), whole_(whole), lines_(text) {}

  // Moves to the first line that is not blank. false: there is none, or more bytes are needed.
  bool skip_blank_lines() {
    while (next_line())
      if (!without_trailing_blanks(lines_.text()).empty()) return true;
    return false;
  }

  bool needs_more() const noexcept { return needs_more_; }
  std::string_view line() const noexcept { return lines_.text(); }
  int line_number() const noexcept { return lines_.number(); }

  // The block from the line after the current one to the first that closes it. If none is quite the
  // opening row, one that begins like a fence will do.
  Search find_closed(std::string_view opener) {
    const std::size_t begin = lines_.end();
    const int first_line = lines_.number() + 1;
    Search glued;
    while (next_line()) {
      if (closes(lines_.text(), opener))
        return found(begin, first_line, lines_.end(), lines_.number() + 1);
      if (opener.front() == '-' && glued.outcome == Search::Outcome::NotThere &&
          starts_with(lines_.text(), "---"))
        glued = found_glued(begin, first_line);
    }
    if (needs_more_) glued.outcome = Search::Outcome::NeedsMore;
    return glued;
  }

  // The block from the current line to a closing fence, as long as every line looks like front
  // matter.
  Search find_without_opener() {
    const std::size_t begin = lines_.begin();
    const int first_line = lines_.number();
    do {
      if (!fence_of(lines_.text(), "-").empty())
        return found(begin, first_line, lines_.end(), lines_.number() + 1);
      if (!is_front_matter_line(lines_.text())) return {};
    } while (next_line());
    Search none;
    if (needs_more_) none.outcome = Search::Outcome::NeedsMore;
    return none;
  }

 private:
  bool next_line() {
    if (!lines_.next() || (!lines_.ended() && !whole_)) {
      needs_more_ = !whole_;
      return false;
    }
    return true;
  }

  Search found(std::size_t begin, int first_line, std::size_t body, int body_line) const {
    const std::string_view text = text_.substr(begin, lines_.begin() - begin);
    return {Search::Outcome::Found, {text, first_line, body, body_line}};
  }

  // `---BODY` and `-----`: what follows the dashes is the body.
  Search found_glued(std::size_t begin, int first_line) const {
    const std::string_view line = lines_.text();
    const std::size_t dashes = std::min(line.find_first_not_of('-'), line.size());
    if (without_trailing_blanks(line.substr(dashes)).empty())
      return found(begin, first_line, lines_.end(), lines_.number() + 1);
    return found(begin, first_line, lines_.begin() + dashes, lines_.number());
  }

  std::string_view text_;
  bool whole_;
  Lines lines_;
  bool needs_more_ = false;
};

Document all_body(std::size_t begin, Problems problems = {}) {
  Document document;
  document.front_matter.fields.kind = Value::Kind::Map;
  document.front_matter.problems = std::move(problems);
  document.body = begin;
  return document;
}

bool begins_with_blank_line(std::string_view block) {
  Lines lines(block);
  return lines.next() && without_trailing_blanks(lines.text()).empty();
}

Document document_of(const Block& block, std::size_t begin) {
  FrontMatter front_matter = parse_front_matter(block.text, block.line);
  if (front_matter.fields.is_null()) {
    // `---`, an empty line, prose: a rule, as Pandoc reads it too.
    if (begins_with_blank_line(block.text)) return all_body(begin);
    front_matter.problems.back().reason = "no front matter: " + front_matter.problems.back().reason;
    return all_body(begin, std::move(front_matter.problems));
  }
  Document document;
  document.front_matter = std::move(front_matter);
  document.body = begin + block.body;
  document.body_line = block.body_line;
  return document;
}

// An opening fence that nothing closes: the keys that follow it count, yet the body is all of the
// text.
Document unclosed_document(std::string_view after_opener, int first_line, std::size_t begin) {
  std::size_t end = 0;
  for (Lines lines(after_opener); lines.next() && is_front_matter_line(lines.text());)
    end = lines.end();
  FrontMatter front_matter = parse_front_matter(after_opener.substr(0, end), first_line);
  if (front_matter.fields.members.empty()) return all_body(begin);
  Document document = all_body(begin, std::move(front_matter.problems));
  document.front_matter.fields = std::move(front_matter.fields);
  document.front_matter.problems.push_back(
      {Severity::Lost, first_line - 1, "front matter is not closed"});
  return document;
}

// The keys one of which a block without an opening fence must have; else `Note: that\n---`, a
// heading, would be one.
bool has_usual_key(const Value& fields) {
  static constexpr std::string_view kUsual[] = {"title", "date",       "layout",
                                                "tags",  "categories", "permalink"};
  return std::any_of(fields.members.begin(), fields.members.end(), [](const Member& member) {
    return std::any_of(std::begin(kUsual), std::end(kUsual),
                       [&](std::string_view key) { return same_key(member.key, key); });
  });
}

}  // namespace

std::optional<Document> read_document(std::string_view bytes, bool whole) {
  if (bytes.size() >= kMaxFrontMatterBytes) {
    bytes = bytes.substr(0, kMaxFrontMatterBytes);
    whole = true;
  }
  if (!whole && bytes.find('\n') == std::string_view::npos) return std::nullopt;
  const std::size_t begin = starts_with(bytes, kBom) ? kBom.size() : 0;
  const std::string_view text = bytes.substr(begin);

  BlockFinder finder(text, whole);
  if (!finder.skip_blank_lines()) {
    if (finder.needs_more()) return std::nullopt;
    return all_body(begin);
  }
  if (const std::string_view opener = fence_of(finder.line(), "-"); !opener.empty()) {
    const int first_line = finder.line_number() + 1;
    const auto after = static_cast<std::size_t>(finder.line().data() - text.data());
    const Search search = finder.find_closed(opener);
    if (search.outcome == Search::Outcome::NeedsMore) return std::nullopt;
    if (search.outcome == Search::Outcome::Found) return document_of(search.block, begin);
    Lines opening(text.substr(after));
    opening.next();
    return unclosed_document(text.substr(after + opening.end()), first_line, begin);
  }
  const Search search = finder.find_without_opener();
  if (search.outcome == Search::Outcome::NeedsMore) return std::nullopt;
  if (search.outcome == Search::Outcome::NotThere) return all_body(begin);
  Document document = document_of(search.block, begin);
  if (!has_usual_key(document.front_matter.fields)) return all_body(begin);
  return document;
}

}  // namespace articles
