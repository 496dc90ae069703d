#include "html_fast.h"

#include <array>
#include <cstdint>

#include "articles/ascii.h"
#include "articles/utf8.h"
#include "foreign_elements.h"
#include "html_bytes.h"
#include "html_entities.h"
#include "html_fast_tags.h"
#include "html_tag.h"
#include "text_flow.h"

namespace articles {
namespace {

constexpr std::size_t kMaxDepth = 200;       // well below the bounds on what the parser is given
constexpr std::size_t kMaxNameBytes = 15;    // longer names are declined
constexpr std::size_t kMaxTagBytes = 2'000;  // could hold more attributes than the parser is given
constexpr std::size_t kMaxSvgDepth = 64;
constexpr std::size_t kNoParagraph = 0;

struct Open {
  const FastTag* tag = &kOrdinaryTag;
  std::string_view name;  // as written
  bool had_child = false;  // of a table: a row; of a row: a cell
  bool preserves = false;
  std::size_t outer_paragraph = kNoParagraph;  // what paragraph_ was when this scope was opened
};

class FastText {
 public:
  FastText(std::string_view html, std::string& text) : html_(html), shown_flow_(text) {}

  bool run() {
    depth_ = 1;  // the body, in which the fragment stands
    while (at_ < html_.size()) {
      const std::size_t special = find_special_in_text(html_, at_);
      if (special > at_ && !word(html_.substr(at_, special - at_))) return false;
      at_ = special;
      if (at_ < html_.size() && !special_byte()) return false;
    }
    return true;
  }

 private:
  Open& top() { return open_[depth_ - 1]; }
  Role role() { return top().tag->role; }

  bool in_table_part() {
    return role() == Role::Table || role() == Role::Section || role() == Role::Row;
  }

  // --- Text

  bool word(std::string_view text) {
    if (in_table_part()) return false;  // the parser would move it out of the table
    if (top().preserves) flow_->preserved_text(text);
    else flow_->word(text);
    return true;
  }

  bool special_byte() {
    const char c = html_[at_];
    if (c == '<') return markup();
    if (c == '&') return reference();
    if (c == '\0') return false;
    if (!ascii_space(c) || c == '\f') return word(html_.substr(at_++, 1));
    return white_space();
  }

  bool white_space() {
    const std::size_t begin = at_;
    bool line_break = false;
    while (at_ < html_.size() && ascii_space(html_[at_]) && html_[at_] != '\f') {
      line_break = line_break || html_[at_] == '\n' || html_[at_] == '\r';
      ++at_;
    }
    if (in_table_part()) return true;
    if (!top().preserves) {
      flow_->space(line_break);
      return true;
    }
    const std::string_view text = html_.substr(begin, at_ - begin);
    if (text.find('\r') != std::string_view::npos) return false;
    flow_->preserved_text(text);
    return true;
  }

  bool reference() {
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : ' ';
    if (next == '#') return numeric_reference();
    if (!ascii_alnum(next)) return word(html_.substr(at_++, 1));
    std::size_t end = at_ + 1;
    while (end < html_.size() && ascii_alnum(html_[end])) ++end;
    if (end >= html_.size() || html_[end] != ';') {
      if (begins_with_legacy_name(html_.substr(at_ + 1))) return false;
      return word(html_.substr(at_++, 1));
    }
    const char32_t code = named_reference(html_.substr(at_ + 1, end - at_ - 1));
    if (code == 0) return false;
    at_ = end + 1;
    return character(code);
  }

  // `&#8220;`, `&#x201C;`; those that the standard maps to something else are declined.
  bool numeric_reference() {
    std::size_t at = at_ + 2;
    const bool hex = at < html_.size() && (html_[at] == 'x' || html_[at] == 'X');
    if (hex) ++at;
    const std::size_t begin = at;
    char32_t code = 0;
    for (; at < html_.size() && at - begin < 8; ++at) {
      const char c = ascii_lower(html_[at]);
      if (ascii_digit(c)) code = code * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
      else if (hex && c >= 'a' && c <= 'f') code = code * 16 + static_cast<char32_t>(c - 'a' + 10);
      else break;
    }
    if (at == begin || at >= html_.size() || html_[at] != ';') return false;
    const bool plain = code > 0x9F ? code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF) : code >= 0x20 && code < 0x7F;
    if (!plain) return false;
    at_ = at + 1;
    return character(code);
  }

  bool character(char32_t code) {
    std::string text;
    append_utf8(text, code);
    if (code != ' ') return word(text);
    if (in_table_part()) return false;
    if (top().preserves) flow_->preserved_text(text);
    else flow_->space(false);
    return true;
  }

  // --- Markup

  bool markup() {
    const char next = at_ + 1 < html_.size() ? html_[at_ + 1] : '\0';
    if (ascii_alpha(next)) return tag(at_ + 1, false);
    if (next == '/') {
      const char name = at_ + 2 < html_.size() ? html_[at_ + 2] : '\0';
      return ascii_alpha(name) && tag(at_ + 2, true);
    }
    if (next == '!') return comment();
    if (next == '?') return bogus_comment();
    if (next == '\0') return false;
    return word(html_.substr(at_++, 1));
  }

  bool comment() {
    if (starts_with(html_.substr(at_), "<!--")) {
      const std::size_t end = comment_end(html_, at_);
      if (end == html_.size() && !ends_with(html_, "-->")) return false;
      at_ = end;
      return true;
    }
    return bogus_comment();
  }

  // A doctype, `<?xml …>` and the like: nothing, up to the next '>'.
  bool bogus_comment() {
    const std::size_t close = html_.find('>', at_);
    if (close == std::string_view::npos) return false;
    at_ = close + 1;
    return true;
  }

  bool tag(std::size_t begin, bool is_end) {
    std::array<char, kMaxNameBytes> lower;
    std::size_t size = 0;
    while (begin + size < html_.size() && size < kMaxNameBytes) {
      const char c = html_[begin + size];
      if (ascii_space(c) || c == '>' || c == '/') break;
      if (c == '\0') return false;
      lower[size++] = ascii_lower(c);
    }
    if (size == kMaxNameBytes) return false;
    const std::string_view name(lower.data(), size);
    const FastTag& found = kFastTagTable.find(name);
    if (found.role == Role::Declined || !attributes(begin + size, found)) return false;
    const std::string_view written = html_.substr(begin, size);
    return is_end ? end_tag(found, written) : start_tag(found, written);
  }

  // Moves behind the tag. false: it is not closed, or has an attribute that changes what is shown.
  bool attributes(std::size_t at, const FastTag& found) {
    bool has_type = false;
    input_is_shown_ = true;
    is_hidden_ = false;
    const std::size_t begin = at;
    if (at < html_.size() && html_[at] != '>') {
      AttributeScanner scanner(html_.substr(at));
      while (scanner.next()) {
        const std::string_view name = scanner.name();
        if (name.size() == 6 && same_ignoring_case(name, "hidden")) {
          if (found.role >= Role::Table || !scanner.value().empty()) return false;
          is_hidden_ = true;
        }
        if (name.size() == 7 && same_ignoring_case(name, "popover")) is_hidden_ = true;
        if (name.size() == 6 && found.role == Role::Cell && same_ignoring_case(name, "nowrap")) return false;
        if (name.size() == 4 && found.name == "input" && same_ignoring_case(name, "type") && !has_type) {
          if (scanner.value().find('&') != std::string_view::npos) return false;
          has_type = true;
          input_is_shown_ = !same_ignoring_case(scanner.value(), "hidden");
        }
      }
      at += scanner.end();
    } else {
      ++at;
    }
    at_ = at;
    return at <= html_.size() && html_[at - 1] == '>' && at - begin < kMaxTagBytes;
  }

  // --- Start tags

  bool start_tag(const FastTag& tag, std::string_view name) {
    if (is_hidden_ && tag.role == Role::Ignored) return true;
    if (in_table_part() && !belongs_to_table(tag)) return false;
    switch (tag.role) {
      case Role::Ordinary:
      case Role::Formatting: return push(tag, name);
      case Role::Unique: return !is_open(tag, name) && !(tag.name == "nobr" && top().preserves) && push(tag, name);
      case Role::Button: return !is_open(tag, name) && push_scope(tag, name);
      case Role::Form: return !is_open(tag, name) && close_paragraph() && push(tag, name);
      case Role::Block: return close_paragraph() && push(tag, name);
      case Role::Paragraph:
        if (!close_paragraph() || !push(tag, name)) return false;
        paragraph_ = depth_;
        return true;
      case Role::Heading: return close_paragraph() && role() != Role::Heading && push(tag, name);
      case Role::Item:
      case Role::Definition: return close_sibling(tag.role) && close_paragraph() && push(tag, name);
      case Role::Pre: return start_pre(tag, name);
      case Role::Void: return void_element(tag);
      case Role::VoidBlock:
        if (!close_paragraph()) return false;
        if (is_hidden_) return true;
        flow_->block_edge(1);
        flow_->block_edge(1);
        return true;
      case Role::RawText: return raw_text(tag);
      case Role::Ignored: return true;
      case Role::Svg: return svg();
      case Role::Table: return close_paragraph() && !top().preserves && push_scope(tag, name);
      case Role::Caption: return role() == Role::Table && !top().had_child && push_scope(tag, name);
      case Role::Columns: return role() == Role::Table && !top().had_child;
      case Role::Section: return start_section(tag, name);
      case Role::Row: return start_row(tag, name);
      case Role::Cell: return start_cell(tag, name);
      case Role::Declined: break;
    }
    return false;
  }

  // What may stand right within a table, a section or a row.
  static bool belongs_to_table(const FastTag& tag) {
    switch (tag.role) {
      case Role::Caption:
      case Role::Columns:
      case Role::Section:
      case Role::Row:
      case Role::Cell: return true;
      default: return tag.name == "script" || tag.name == "style";
    }
  }

  bool is_open(const FastTag& tag, std::string_view name) {
    for (std::size_t i = depth_; i-- > 1;) {
      if (tag.role == Role::Heading ? open_[i].tag->role == Role::Heading : open_[i].tag == &tag)
        if (tag.role != Role::Ordinary || same_ignoring_case(open_[i].name, name)) return true;
    }
    return false;
  }

  bool push(const FastTag& tag, std::string_view name) {
    if (depth_ == kMaxDepth) return false;
    const bool preserves = top().preserves || tag.element.preserves;
    open_[depth_++] = {&tag, name, false, preserves, kNoParagraph};
    if (is_hidden_ && hidden_from_ == 0) {
      hidden_from_ = depth_;
      flow_ = &unseen_flow_;
    }
    if (tag.element.display == Display::InlineBlock) flow_->atomic_begin();
    edge(tag);
    return true;
  }

  // An element beyond which the parser does not look for an open p.
  bool push_scope(const FastTag& tag, std::string_view name) {
    if (!push(tag, name)) return false;
    top().outer_paragraph = paragraph_;
    paragraph_ = kNoParagraph;
    return true;
  }

  void edge(const FastTag& tag) {
    if (tag.element.display == Display::Paragraph) flow_->block_edge(2);
    else if (is_block_level(tag.element.display)) flow_->block_edge(1);
  }

  void pop() {
    const FastTag& tag = *top().tag;
    if (tag.element.display == Display::Cell) flow_->cell_edge();
    if (tag.element.display == Display::InlineBlock) flow_->atomic_end();
    edge(tag);
    if (paragraph_ == depth_) paragraph_ = kNoParagraph;
    const bool is_scope = tag.role == Role::Button || tag.role == Role::Table || tag.role == Role::Caption || tag.role == Role::Cell;
    if (is_scope) paragraph_ = top().outer_paragraph;
    if (hidden_from_ == depth_) {
      hidden_from_ = 0;
      unseen_.clear();
      flow_ = &shown_flow_;
    }
    --depth_;
  }

  // Closes the p that is open in this scope, if any. false: something else is open within it.
  bool close_paragraph() {
    if (paragraph_ == kNoParagraph) return true;
    if (paragraph_ != depth_) return false;
    pop();
    return true;
  }

  // The start of an li closes an open li, unless a list or another block stands between; so for dd and dt.
  bool close_sibling(Role sibling) {
    for (std::size_t i = depth_; i-- > 1;) {
      const FastTag& tag = *open_[i].tag;
      if (tag.role == sibling) {
        while (depth_ > i + 1)
          if (!has_implied_end()) return false;
          else pop();
        pop();
        return true;
      }
      // div, address and p are looked through; so is what is not special.
      const bool looked_through = tag.role == Role::Paragraph || tag.role == Role::Ordinary || tag.role == Role::Formatting ||
                                  tag.role == Role::Unique || tag.name == "div" || tag.name == "address";
      if (!looked_through) return true;
    }
    return true;
  }

  bool has_implied_end() {
    return role() == Role::Paragraph || role() == Role::Item || role() == Role::Definition;
  }

  bool start_pre(const FastTag& tag, std::string_view name) {
    if (!close_paragraph() || !push(tag, name)) return false;
    if (starts_with(html_.substr(at_), "\n")) ++at_;
    return html_.substr(at_, 1) != "\r" && html_.substr(at_, 2) != "&#";  // the reference might be a line feed, too
  }

  bool void_element(const FastTag& tag) {
    if (is_hidden_) return true;
    switch (tag.element.display) {
      case Display::Break: flow_->separator('\n'); break;
      case Display::Atomic:
        if (tag.name != "input" || input_is_shown_) flow_->atomic();
        break;
      default: break;
    }
    return true;
  }

  bool raw_text(const FastTag& tag) {
    const std::size_t end = raw_text_end(html_, at_, tag.name);
    const std::string_view contents = html_.substr(at_, end - at_);
    // Comments within a script may hide its end tag.
    if (end == html_.size() || contents.find("<!--") != std::string_view::npos) return false;
    const std::size_t close = html_.find('>', end);
    if (close == std::string_view::npos || trim_spaces(html_.substr(end + 2 + tag.name.size(), close - end - 2 - tag.name.size())) != "")
      return false;
    at_ = close + 1;
    if (tag.element.display == Display::Atomic && !is_hidden_) flow_->atomic();
    return true;
  }

  // --- Tables. TAB and line feed stand between cells and rows, so they wait for the next one.

  bool close_cell() {
    while (has_implied_end()) pop();
    if (role() != Role::Cell) return false;
    pop();
    return true;
  }

  bool start_section(const FastTag& tag, std::string_view name) {
    if (role() == Role::Cell || has_implied_end()) {
      if (!close_cell()) return false;
    }
    if (role() == Role::Row) pop();
    if (role() == Role::Section) pop();
    return role() == Role::Table && push(tag, name);
  }

  bool start_row(const FastTag& tag, std::string_view name) {
    if (role() == Role::Cell || has_implied_end()) {
      if (!close_cell()) return false;
    }
    if (role() == Role::Row) pop();
    if (role() == Role::Table && !push(kFastTagTable.find("tbody"), "tbody")) return false;
    if (role() != Role::Section) return false;
    Open& table = open_[depth_ - 2];
    if (table.had_child) flow_->separator('\n');
    table.had_child = true;
    return push(tag, name);
  }

  bool start_cell(const FastTag& tag, std::string_view name) {
    if (role() == Role::Cell || has_implied_end()) {
      if (!close_cell()) return false;
    }
    if ((role() == Role::Table || role() == Role::Section) && !start_row(kFastTagTable.find("tr"), "tr")) return false;
    if (role() != Role::Row) return false;
    if (top().had_child) flow_->separator('\t');
    top().had_child = true;
    if (!push_scope(tag, name)) return false;
    flow_->cell_edge();
    return true;
  }

  // --- SVG: nothing is shown but what its text elements hold, each on lines of its own.

  bool svg() {
    if (top().preserves) return false;
    flow_->atomic_begin();
    if (!is_self_closed()) {
      std::array<std::string_view, kMaxSvgDepth> open;
      std::size_t depth = 0;
      bool in_text = false;
      for (bool ended = false; !ended;) {
        if (!svg_text(in_text)) return false;
        if (!svg_markup(open, depth, in_text, ended)) return false;
      }
    }
    flow_->atomic_end();
    return true;
  }

  // Whether the tag before at_ ends in a slash of its own. One behind an unquoted value belongs to that.
  bool is_self_closed() const {
    const std::string_view before = html_.substr(0, at_);
    return ends_with(before, "\"/>") || ends_with(before, "'/>") || ends_with(before, " />") || ends_with(before, "\n/>");
  }

  bool svg_text(bool in_text) {
    while (at_ < html_.size() && html_[at_] != '<') {
      const std::size_t special = find_special_in_text(html_, at_);
      if (in_text && special > at_) flow_->word(html_.substr(at_, special - at_));
      at_ = special;
      if (at_ >= html_.size() || html_[at_] == '<') break;
      if (html_[at_] == '\0') return false;
      if (!in_text) ++at_;
      else if (!special_byte()) return false;
    }
    return at_ < html_.size();
  }

  bool svg_markup(std::array<std::string_view, kMaxSvgDepth>& open, std::size_t& depth, bool& in_text, bool& ended) {
    const bool is_end = html_.substr(at_ + 1, 1) == "/";
    std::size_t name_end = at_ + (is_end ? 2 : 1);
    const std::size_t begin = name_end;
    if (begin >= html_.size() || starts_with(html_.substr(at_), "<![CDATA[")) return false;
    if (!ascii_alpha(html_[begin])) return (html_[begin] == '!' || html_[begin] == '?') && !is_end && markup();
    while (name_end < html_.size() && !ascii_space(html_[name_end]) && html_[name_end] != '>' && html_[name_end] != '/') ++name_end;
    const std::string_view name = html_.substr(begin, name_end - begin);
    if (name.size() > kMaxNameBytes || !svg_attributes(name_end)) return false;
    const bool is_text = same_ignoring_case(name, "text");
    if (is_end) {
      ended = depth == 0;
      if (!same_ignoring_case(name, ended ? "svg" : open[--depth])) return false;
      if (is_text) svg_text_edge(in_text);
      return true;
    }
    if (!is_plain_svg(ascii_lower(name)) || (is_text && in_text) || depth == kMaxSvgDepth) return false;
    if (is_text) svg_text_edge(in_text);
    if (!is_self_closed()) open[depth++] = name;
    else if (is_text) svg_text_edge(in_text);
    return true;
  }

  void svg_text_edge(bool& in_text) {
    in_text = !in_text;
    flow_->block_edge(1);
  }

  static bool is_plain_svg(std::string_view name) {
    return name != "svg" && name != "font" && name != "foreignobject" && !is_undrawn_svg(name) && !breaks_out_of_foreign_content(name);
  }

  bool svg_attributes(std::size_t begin) {
    AttributeScanner scanner(html_.substr(begin));
    while (scanner.next())
      if (same_ignoring_case(scanner.name(), "xml:space")) return false;
    at_ = begin + scanner.end();
    // A slash that might belong to a value or to the tag is the parser's.
    return html_[at_ - 1] == '>' && at_ - begin < kMaxTagBytes && (html_[at_ - 2] != '/' || is_self_closed());
  }

  // --- End tags

  bool end_tag(const FastTag& tag, std::string_view name) {
    if (tag.role <= Role::Button && tag.role != Role::Paragraph && !is_open(tag, name)) return true;  // it closes nothing
    switch (tag.role) {
      case Role::Ordinary:
      case Role::Formatting:
      case Role::Unique: return same_ignoring_case(top().name, name) && depth_ > 1 && close_top();
      case Role::Paragraph: return end_paragraph();
      case Role::Block:
      case Role::Button:
      case Role::Pre:
      case Role::Form:
      case Role::Caption: return close_with_implied_ends(tag);
      case Role::Heading:
        while (has_implied_end()) pop();
        return role() == Role::Heading && close_top();  // of any level
      case Role::Item:
      case Role::Definition:
        if (role() == Role::Paragraph) pop();
        return top().tag == &tag && close_top();
      case Role::Ignored: return true;
      case Role::Cell: return close_with_implied_ends(tag);
      case Role::Row:
        if (role() != Role::Row && !close_cell()) return false;
        return role() == Role::Row && close_top();
      case Role::Section:
        if (!close_to_section()) return false;
        return top().tag == &tag && close_top();
      case Role::Table:
        if (role() != Role::Table) {
          if (!close_to_section()) return false;
          pop();
        }
        return role() == Role::Table && close_top();
      case Role::Void: return tag.name != "br" && !in_table_part();  // of an element that never is open
      case Role::VoidBlock:
      case Role::RawText: return !in_table_part();
      case Role::Columns: return role() == Role::Table;
      case Role::Svg:
      case Role::Declined: break;
    }
    return false;
  }

  // An end tag without a p makes an empty one.
  bool end_paragraph() {
    if (role() == Role::Paragraph) return close_top();
    if (paragraph_ != kNoParagraph || in_table_part()) return false;
    flow_->block_edge(2);
    return true;
  }

  bool close_top() {
    pop();
    return true;
  }

  bool close_with_implied_ends(const FastTag& tag) {
    while (has_implied_end()) pop();
    return top().tag == &tag && close_top();
  }

  // Up to the innermost section, which is open if anything of its table is.
  bool close_to_section() {
    if (role() != Role::Row && role() != Role::Section && !close_cell()) return false;
    if (role() == Role::Row) pop();
    return role() == Role::Section;
  }

  std::string_view html_;
  TextFlow shown_flow_;
  std::string unseen_;  // what hidden elements hold
  TextFlow unseen_flow_{unseen_};
  TextFlow* flow_ = &shown_flow_;
  std::size_t hidden_from_ = 0;  // depth of the outermost hidden element that is open; 0: none is
  std::size_t at_ = 0;
  std::array<Open, kMaxDepth> open_;
  std::size_t depth_ = 0;
  std::size_t paragraph_ = kNoParagraph;  // depth of the p that is open in the innermost scope
  bool input_is_shown_ = true;  // the tag being read is no <input type=hidden>
  bool is_hidden_ = false;      // it has an attribute that hides its element
};

}  // namespace

bool try_strip_html(std::string_view html, std::string& text) {
  return FastText(html, text).run();
}

}  // namespace articles
