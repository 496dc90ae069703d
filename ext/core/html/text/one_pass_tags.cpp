#include <gumbo.h>

#include <cassert>

#include "base/ascii.h"
#include "html/syntax/tag_scanner.h"
#include "html/text/one_pass_stripper.h"

namespace articles {
namespace {

// gumbo 0.10.1 takes all elements that it does not know for one and the same.
bool is_known_to_parser(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())) != GUMBO_TAG_UNKNOWN;
}

}  // namespace

// What the start tag and the end tag of each role do, in the order of Role.
struct OnePassStripper::Rules {
  using Handler = bool (OnePassStripper::*)(const Element&, std::string_view name);
  Role role;
  Handler start, end;
};

const OnePassStripper::Rules OnePassStripper::kRules[] = {
    {Role::Ordinary, &OnePassStripper::push, &OnePassStripper::end_top},
    {Role::Formatting, &OnePassStripper::push, &OnePassStripper::end_top},
    {Role::Unique, &OnePassStripper::start_unique, &OnePassStripper::end_top},
    {Role::Block, &OnePassStripper::start_block, &OnePassStripper::end_block},
    {Role::Paragraph, &OnePassStripper::start_paragraph, &OnePassStripper::end_paragraph},
    {Role::Heading, &OnePassStripper::start_heading, &OnePassStripper::end_heading},
    {Role::Item, &OnePassStripper::start_item, &OnePassStripper::end_item},
    {Role::Definition, &OnePassStripper::start_item, &OnePassStripper::end_item},
    {Role::Pre, &OnePassStripper::start_pre, &OnePassStripper::end_block},
    {Role::Form, &OnePassStripper::start_form, &OnePassStripper::end_block},
    {Role::Button, &OnePassStripper::start_button, &OnePassStripper::end_block},
    {Role::Void, &OnePassStripper::start_void, &OnePassStripper::end_void},
    {Role::VoidBlock, &OnePassStripper::start_rule, &OnePassStripper::end_void},
    {Role::RawText, &OnePassStripper::raw_text, &OnePassStripper::end_void},
    {Role::Ignored, &OnePassStripper::ignore, &OnePassStripper::ignore},
    {Role::Svg, &OnePassStripper::start_svg, &OnePassStripper::decline},
    {Role::Details, &OnePassStripper::start_details, &OnePassStripper::end_block},
    {Role::Summary, &OnePassStripper::start_summary, &OnePassStripper::end_block},
    {Role::Replaced, &OnePassStripper::start_replaced, &OnePassStripper::end_top},
    {Role::Table, &OnePassStripper::start_table, &OnePassStripper::end_table},
    {Role::Caption, &OnePassStripper::start_caption, &OnePassStripper::end_block},
    {Role::Columns, &OnePassStripper::start_columns, &OnePassStripper::end_columns},
    {Role::Section, &OnePassStripper::start_section, &OnePassStripper::end_section},
    {Role::Row, &OnePassStripper::start_row, &OnePassStripper::end_row},
    {Role::Cell, &OnePassStripper::start_cell, &OnePassStripper::end_block},
    {Role::Declined, &OnePassStripper::decline, &OnePassStripper::decline},
};

const OnePassStripper::Rules& OnePassStripper::rules_of(const Element& element) {
  const Rules& rules = kRules[static_cast<std::size_t>(element.role)];
  assert(rules.role == element.role);
  return rules;
}

// --- Start tags

bool OnePassStripper::start_tag(const Element& tag, std::string_view name) {
  if (tag_.is_hidden && tag.role == Role::Ignored) return true;
  if (in_table_part() && !belongs_to_table(tag)) return false;
  return (this->*rules_of(tag).start)(tag, name);
}

bool OnePassStripper::ignore(const Element& /*tag*/, std::string_view /*name*/) {
  return true;
}
bool OnePassStripper::decline(const Element& /*tag*/, std::string_view /*name*/) {
  return false;
}

bool OnePassStripper::start_unique(const Element& tag, std::string_view name) {
  return !is_open(tag, name) && !(tag.name == "nobr" && top().preserves) && push(tag, name);
}

bool OnePassStripper::start_button(const Element& tag, std::string_view name) {
  return !is_open(tag, name) && push_scope(tag, name);
}

bool OnePassStripper::start_form(const Element& tag, std::string_view name) {
  return !is_open(tag, name) && start_block(tag, name);
}

bool OnePassStripper::start_block(const Element& tag, std::string_view name) {
  return close_paragraph() && push(tag, name);
}

bool OnePassStripper::start_paragraph(const Element& tag, std::string_view name) {
  if (!start_block(tag, name)) return false;
  paragraph_ = depth_;
  return true;
}

bool OnePassStripper::start_heading(const Element& tag, std::string_view name) {
  return close_paragraph() && role() != Role::Heading && push(tag, name);
}

bool OnePassStripper::start_item(const Element& tag, std::string_view name) {
  return close_sibling(tag.role) && start_block(tag, name);
}

bool OnePassStripper::start_pre(const Element& tag, std::string_view name) {
  if (!close_paragraph() || !push(tag, name)) return false;
  if (starts_with(html_.substr(offset_), "\n")) ++offset_;
  return html_.substr(offset_, 1) != "\r" &&
         html_.substr(offset_, 2) != "&#";  // the reference may be a line feed, too
}

bool OnePassStripper::start_rule(const Element& /*tag*/, std::string_view /*name*/) {
  if (!close_paragraph()) return false;
  if (tag_.is_hidden) return true;
  flow_->block_edge(1);
  flow_->block_edge(1);
  return true;
}

bool OnePassStripper::start_svg(const Element& /*tag*/, std::string_view /*name*/) {
  return svg();
}

// Only the first summary of a closed details is shown.
bool OnePassStripper::start_details(const Element& tag, std::string_view name) {
  if (!close_paragraph()) return false;  // first, since the p may be what is hidden
  const bool inherits_hidden = hidden_from_ != 0 || tag_.is_hidden;
  const bool closed = !tag_.is_open;
  if (!push(tag, name)) return false;
  top().is_hidden = tag_.is_hidden;
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

// A replaced element takes its place in the line. Its contents are a fallback that is not shown.
bool OnePassStripper::start_replaced(const Element& tag, std::string_view name) {
  const bool has_box = tag.name != "audio" || tag_.has_controls;
  if (has_box && !tag_.is_hidden) flow_->atomic();
  if (!push(tag, name)) return false;
  hide();
  return true;
}

bool OnePassStripper::start_void(const Element& tag, std::string_view /*name*/) {
  if (tag_.is_hidden) return true;
  switch (tag.display) {
    case Display::Break:
      flow_->separator('\n');
      break;
    case Display::Atomic:
      replaced(tag);
      break;
    default:
      break;
  }
  return true;
}

// A replaced element without contents: img, input, iframe, textarea.
void OnePassStripper::replaced(const Element& tag) {
  const bool is_input = tag.name == "input";
  if (is_input && tag_.is_hidden_input) return;
  if (tag_.floats && (!is_input || tag_.is_image_input))
    flow_->floating();
  else
    flow_->atomic();
}

bool OnePassStripper::raw_text(const Element& tag, std::string_view /*name*/) {
  const std::size_t end = raw_text_end(html_, offset_, tag.name);
  const std::string_view contents = html_.substr(offset_, end - offset_);
  // A comment in a script may hide its end tag.
  if (end == html_.size() || contents.find("<!--") != std::string_view::npos) return false;
  const std::size_t close = html_.find('>', end);
  if (close == std::string_view::npos) return false;
  const std::size_t name_end = end + 2 + tag.name.size();
  if (!trim_spaces(html_.substr(name_end, close - name_end)).empty()) return false;
  offset_ = close + 1;
  if (tag.display == Display::Atomic && !tag_.is_hidden) replaced(tag);
  return true;
}

// --- End tags

bool OnePassStripper::end_tag(const Element& tag, std::string_view name) {
  const bool needs_open = tag.role <= Role::Button && tag.role != Role::Paragraph;
  // An end tag without an open element has no effect.
  if (needs_open && !is_open(tag, name))
    return tag.role != Role::Ordinary || is_known_to_parser(name);
  return (this->*rules_of(tag).end)(tag, name);
}

bool OnePassStripper::end_top(const Element& /*tag*/, std::string_view name) {
  return depth_ > 1 && top().is_named(name) && close_top();
}

// Closes the elements whose end tags may be left out, then the element itself.
bool OnePassStripper::end_block(const Element& tag, std::string_view /*name*/) {
  while (has_implied_end()) pop();
  return top().tag == &tag && close_top();
}

// An end tag without a p makes an empty p.
bool OnePassStripper::end_paragraph(const Element& /*tag*/, std::string_view /*name*/) {
  if (role() == Role::Paragraph) return close_top();
  if (paragraph_ != kNoParagraph || in_table_part()) return false;
  flow_->block_edge(2);
  return true;
}

// The end tag of a heading closes a heading of any level.
bool OnePassStripper::end_heading(const Element& /*tag*/, std::string_view /*name*/) {
  while (has_implied_end()) pop();
  return role() == Role::Heading && close_top();
}

bool OnePassStripper::end_item(const Element& tag, std::string_view /*name*/) {
  if (role() == Role::Paragraph) pop();
  return top().tag == &tag && close_top();
}

// The end tag of an element that is never open. That of br makes a br.
bool OnePassStripper::end_void(const Element& tag, std::string_view /*name*/) {
  return tag.name != "br" && !in_table_part();
}

// --- The stack of open elements

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
  open_[depth_++] = {&tag,  name.data(), static_cast<std::uint8_t>(name.size()),
                     false, false,       preserves,
                     false, kNoParagraph};
  if (tag_.is_hidden) hide();
  if (tag.display == Display::InlineBlock) flow_->atomic_begin();
  if (tag.display == Display::Quote) flow_->atomic();
  edge(tag);
  return true;
}

// Pushes an element beyond which the parser does not look for an open p.
bool OnePassStripper::push_scope(const Element& tag, std::string_view name) {
  if (!push(tag, name)) return false;
  top().outer_paragraph = paragraph_;
  paragraph_ = kNoParagraph;
  return true;
}

// Shows nothing until the top element is closed.
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
  if (tag.display == Display::Quote) flow_->atomic();
  const bool hidden = hidden_from_ == depth_;
  const bool is_details = tag.role == Role::Details;
  if (hidden && is_details && !top().is_hidden) unhide();  // only its contents were hidden
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

// Closes the p that is open in this scope. false: another element is open within it.
bool OnePassStripper::close_paragraph() {
  if (paragraph_ == kNoParagraph) return true;
  if (paragraph_ != depth_) return false;
  pop();
  return true;
}

// The start tag of li closes an open li, unless a list or another block is open within it; likewise
// those of dd and dt. false: an element is open within it that the parser reopens or keeps.
bool OnePassStripper::close_sibling(Role sibling) {
  for (std::size_t i = depth_; i-- > 1;) {
    const Element& tag = *open_[i].tag;
    if (tag.role == sibling) {
      for (; depth_ > i + 1; pop())
        if (!has_implied_end()) return false;
      pop();
      return true;
    }
    // The parser looks through div, address, p and elements that are not special.
    const bool looked_through = tag.role == Role::Paragraph || tag.role == Role::Ordinary ||
                                tag.role == Role::Replaced || tag.role == Role::Formatting ||
                                tag.role == Role::Unique || tag.name == "div" ||
                                tag.name == "address";
    if (!looked_through) return true;
  }
  return true;
}

bool OnePassStripper::close_top() {
  pop();
  return true;
}

}  // namespace articles
