#include <gumbo.h>

#include "base/ascii.h"
#include "html/syntax/tag_scanner.h"
#include "html/text/one_pass_stripper.h"

namespace articles {
namespace {

// gumbo 0.10.1 takes all elements that it does not know for the same one.
bool is_known_to_parser(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())) != GUMBO_TAG_UNKNOWN;
}

}  // namespace

// --- Start tags

bool OnePassStripper::start_tag(const Element& tag, std::string_view name) {
  if (tag_.is_hidden && tag.role == Role::Ignored) return true;
  if (in_table_part() && !belongs_to_table(tag)) return false;
  switch (tag.role) {
    case Role::Ordinary:
    case Role::Formatting:
      return push(tag, name);
    case Role::Unique:
      return !is_open(tag, name) && !(tag.name == "nobr" && top().preserves) && push(tag, name);
    case Role::Button:
      return !is_open(tag, name) && push_scope(tag, name);
    case Role::Form:
      return !is_open(tag, name) && close_paragraph() && push(tag, name);
    case Role::Block:
      return close_paragraph() && push(tag, name);
    case Role::Paragraph:
      if (!close_paragraph() || !push(tag, name)) return false;
      paragraph_ = depth_;
      return true;
    case Role::Heading:
      return close_paragraph() && role() != Role::Heading && push(tag, name);
    case Role::Item:
    case Role::Definition:
      return close_sibling(tag.role) && close_paragraph() && push(tag, name);
    case Role::Pre:
      return start_pre(tag, name);
    case Role::Void:
      return void_element(tag);
    case Role::VoidBlock:
      if (!close_paragraph()) return false;
      if (tag_.is_hidden) return true;
      flow_->block_edge(1);
      flow_->block_edge(1);
      return true;
    case Role::RawText:
      return raw_text(tag);
    case Role::Ignored:
      return true;
    case Role::Svg:
      return svg();
    case Role::Details:
      return start_details(tag, name);
    case Role::Summary:
      return start_summary(tag, name);
    case Role::Replaced:
      return start_replaced(tag, name);
    case Role::Table:
      return close_paragraph() && !top().preserves && push_scope(tag, name);
    case Role::Caption:
      return role() == Role::Table && !top().had_child && push_scope(tag, name);
    case Role::Columns:
      return role() == Role::Table && !top().had_child;
    case Role::Section:
      return start_section(tag, name);
    case Role::Row:
      return start_row(tag, name);
    case Role::Cell:
      return start_cell(tag, name);
    case Role::Declined:
      break;
  }
  return false;
}

// What may stand right within a table, a section or a row.
bool OnePassStripper::belongs_to_table(const Element& tag) {
  switch (tag.role) {
    case Role::Caption:
    case Role::Columns:
    case Role::Section:
    case Role::Row:
    case Role::Cell:
      return true;
    default:
      return tag.name == "script" || tag.name == "style";
  }
}

bool OnePassStripper::is_open(const Element& tag, std::string_view name) {
  for (std::size_t i = depth_; i-- > 1;) {
    if (tag.role == Role::Heading ? open_[i].tag->role == Role::Heading : open_[i].tag == &tag)
      if (tag.role != Role::Ordinary || open_[i].is_named(name)) return true;
  }
  return false;
}

bool OnePassStripper::push(const Element& tag, std::string_view name) {
  if (depth_ == kMaxDepth) return false;
  const bool preserves = top().preserves || tag.has(kPreserves);
  open_[depth_++] = {&tag,  name.data(), static_cast<std::uint8_t>(name.size()), false, preserves,
                     false, kNoParagraph};
  if (tag_.is_hidden) hide();
  if (tag.display == Display::InlineBlock) flow_->atomic_begin();
  edge(tag);
  return true;
}

// An element beyond which the parser does not look for an open p.
bool OnePassStripper::push_scope(const Element& tag, std::string_view name) {
  if (!push(tag, name)) return false;
  top().outer_paragraph = paragraph_;
  paragraph_ = kNoParagraph;
  return true;
}

// Nothing is seen from here on until the top element is closed.
void OnePassStripper::hide() {
  if (hidden_from_ != 0) return;
  hidden_from_ = depth_;
  flow_ = &unseen_flow_;
}

void OnePassStripper::unhide() {
  hidden_from_ = 0;
  unseen_.clear();
  flow_ = &shown_flow_;
}

void OnePassStripper::pop() {
  const Element& tag = *top().tag;
  if (tag.display == Display::Cell) flow_->cell_edge();
  if (tag.display == Display::InlineBlock) flow_->atomic_end();
  const bool hidden = hidden_from_ == depth_;
  const bool is_details = tag.role == Role::Details;
  if (hidden && is_details && !top().had_child) unhide();  // only its contents were hidden
  edge(tag);
  if (paragraph_ == depth_) paragraph_ = kNoParagraph;
  const bool is_scope = tag.role == Role::Button || tag.role == Role::Table ||
                        tag.role == Role::Caption || tag.role == Role::Cell;
  if (is_scope) paragraph_ = top().outer_paragraph;
  if (hidden_from_ == depth_) unhide();
  const bool hides_after = top().hides_after;
  if (details_ == depth_) details_ = 0;
  --depth_;
  if (hides_after) hide();
}

// Closes the p that is open in this scope, if any. false: something else is open within it.
bool OnePassStripper::close_paragraph() {
  if (paragraph_ == kNoParagraph) return true;
  if (paragraph_ != depth_) return false;
  pop();
  return true;
}

// The start of an li closes an open li, unless a list or another block stands between; so for dd
// and dt.
bool OnePassStripper::close_sibling(Role sibling) {
  for (std::size_t i = depth_; i-- > 1;) {
    const Element& tag = *open_[i].tag;
    if (tag.role == sibling) {
      while (depth_ > i + 1)
        if (!has_implied_end())
          return false;
        else
          pop();
      pop();
      return true;
    }
    // div, address and p are looked through; so is what is not special.
    const bool looked_through = tag.role == Role::Paragraph || tag.role == Role::Ordinary ||
                                tag.role == Role::Replaced || tag.role == Role::Formatting ||
                                tag.role == Role::Unique || tag.name == "div" ||
                                tag.name == "address";
    if (!looked_through) return true;
  }
  return true;
}

bool OnePassStripper::start_pre(const Element& tag, std::string_view name) {
  if (!close_paragraph() || !push(tag, name)) return false;
  if (starts_with(html_.substr(offset_), "\n")) ++offset_;
  return html_.substr(offset_, 1) != "\r" &&
         html_.substr(offset_, 2) != "&#";  // the reference might be a line feed, too
}

// A closed details shows its first summary alone. had_child marks one that is hidden itself.
bool OnePassStripper::start_details(const Element& tag, std::string_view name) {
  if (!close_paragraph()) return false;  // first: the p might be what hides
  const bool inherits_hidden = hidden_from_ != 0 || tag_.is_hidden;
  const bool closed = !tag_.is_open;
  if (!push(tag, name)) return false;
  top().had_child = tag_.is_hidden;
  if (!closed || inherits_hidden) return true;
  hide();
  details_ = depth_;
  return true;
}

bool OnePassStripper::start_summary(const Element& tag, std::string_view name) {
  if (!close_paragraph()) return false;
  const bool first = details_ != 0 && details_ == depth_ && hidden_from_ == depth_;
  if (first) {
    unhide();
    details_ = 0;
  }
  if (!push(tag, name)) return false;
  top().hides_after = first;
  return true;
}

// Takes its place in the line; what it holds is for those who cannot show it.
bool OnePassStripper::start_replaced(const Element& tag, std::string_view name) {
  const bool has_box = tag.name != "audio" || tag_.has_controls;
  if (has_box && !tag_.is_hidden) flow_->atomic();
  if (!push(tag, name)) return false;
  hide();
  return true;
}

bool OnePassStripper::void_element(const Element& tag) {
  if (tag_.is_hidden) return true;
  switch (tag.display) {
    case Display::Break:
      flow_->separator('\n');
      break;
    case Display::Atomic:
      if (tag.name != "input" || !tag_.is_hidden_input) flow_->atomic();
      break;
    default:
      break;
  }
  return true;
}

bool OnePassStripper::raw_text(const Element& tag) {
  const std::size_t end = raw_text_end(html_, offset_, tag.name);
  const std::string_view contents = html_.substr(offset_, end - offset_);
  // Comments within a script may hide its end tag.
  if (end == html_.size() || contents.find("<!--") != std::string_view::npos) return false;
  const std::size_t close = html_.find('>', end);
  if (close == std::string_view::npos) return false;
  const std::size_t name_end = end + 2 + tag.name.size();
  if (!trim_spaces(html_.substr(name_end, close - name_end)).empty()) return false;
  offset_ = close + 1;
  if (tag.display == Display::Atomic && !tag_.is_hidden) flow_->atomic();
  return true;
}

// --- Tables. TAB and line feed stand between cells and rows, so they wait for the next one.

bool OnePassStripper::close_cell() {
  while (has_implied_end()) pop();
  if (role() != Role::Cell) return false;
  pop();
  return true;
}

bool OnePassStripper::start_section(const Element& tag, std::string_view name) {
  if (role() == Role::Cell || has_implied_end()) {
    if (!close_cell()) return false;
  }
  if (role() == Role::Row) pop();
  if (role() == Role::Section) pop();
  return role() == Role::Table && push(tag, name);
}

bool OnePassStripper::start_row(const Element& tag, std::string_view name) {
  if (role() == Role::Cell || has_implied_end()) {
    if (!close_cell()) return false;
  }
  if (role() == Role::Row) pop();
  if (role() == Role::Table && !push(element_named("tbody"), "tbody")) return false;
  if (role() != Role::Section) return false;
  OpenTag& table = open_[depth_ - 2];
  if (table.had_child) flow_->separator('\n');
  table.had_child = true;
  return push(tag, name);
}

bool OnePassStripper::start_cell(const Element& tag, std::string_view name) {
  if (role() == Role::Cell || has_implied_end()) {
    if (!close_cell()) return false;
  }
  if ((role() == Role::Table || role() == Role::Section) && !start_row(element_named("tr"), "tr"))
    return false;
  if (role() != Role::Row) return false;
  if (top().had_child) flow_->separator('\t');
  top().had_child = true;
  if (!push_scope(tag, name)) return false;
  flow_->cell_edge();
  return true;
}

// --- End tags

bool OnePassStripper::end_tag(const Element& tag, std::string_view name) {
  if (tag.role <= Role::Button && tag.role != Role::Paragraph && !is_open(tag, name))
    return tag.role != Role::Ordinary || is_known_to_parser(name);  // it closes nothing
  switch (tag.role) {
    case Role::Ordinary:
    case Role::Formatting:
    case Role::Replaced:
    case Role::Unique:
      return top().is_named(name) && depth_ > 1 && close_top();
    case Role::Paragraph:
      return end_paragraph();
    case Role::Block:
    case Role::Details:
    case Role::Summary:
    case Role::Button:
    case Role::Pre:
    case Role::Form:
    case Role::Caption:
      return close_with_implied_ends(tag);
    case Role::Heading:
      while (has_implied_end()) pop();
      return role() == Role::Heading && close_top();  // of any level
    case Role::Item:
    case Role::Definition:
      if (role() == Role::Paragraph) pop();
      return top().tag == &tag && close_top();
    case Role::Ignored:
      return true;
    case Role::Cell:
      return close_with_implied_ends(tag);
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
    case Role::Void:
      return tag.name != "br" && !in_table_part();  // of an element that never is open
    case Role::VoidBlock:
    case Role::RawText:
      return !in_table_part();
    case Role::Columns:
      return role() == Role::Table;
    case Role::Svg:
    case Role::Declined:
      break;
  }
  return false;
}

// An end tag without a p makes an empty one.
bool OnePassStripper::end_paragraph() {
  if (role() == Role::Paragraph) return close_top();
  if (paragraph_ != kNoParagraph || in_table_part()) return false;
  flow_->block_edge(2);
  return true;
}

bool OnePassStripper::close_top() {
  pop();
  return true;
}

bool OnePassStripper::close_with_implied_ends(const Element& tag) {
  while (has_implied_end()) pop();
  return top().tag == &tag && close_top();
}

// Up to the innermost section, which is open if anything of its table is.
bool OnePassStripper::close_to_section() {
  if (role() != Role::Row && role() != Role::Section && !close_cell()) return false;
  if (role() == Role::Row) pop();
  return role() == Role::Section;
}

}  // namespace articles
