#include "base/ascii.h"
#include "html/syntax/bytes.h"
#include "html/syntax/svg_elements.h"
#include "html/syntax/tag_scanner.h"
#include "html/text/one_pass_stripper.h"

namespace articles {
namespace {

bool begins(std::string_view beginning, std::string_view name) {
  return same_ignoring_case(beginning, name.substr(0, beginning.size()));
}

}  // namespace

// SVG in the one-pass stripper: only its text elements are shown, each on lines of its own.

bool OnePassStripper::svg() {
  if (top().preserves) return false;
  flow_->atomic_begin();
  if (!tag_.is_self_closed) {
    std::array<std::string_view, kMaxSvgDepth> open;
    std::size_t depth = 0;
    svg_ = {};
    for (bool ended = false; !ended;) {
      if (!svg_text(svg_.in_text && svg_.undrawn_from == 0)) return false;
      if (!svg_markup(open, depth, ended)) return false;
    }
  }
  flow_->atomic_end();
  return true;
}

bool OnePassStripper::svg_text(bool in_text) {
  while (offset_ < html_.size() && html_[offset_] != '<') {
    const std::size_t special = find_special_in_text(html_, offset_);
    if (in_text && special > offset_) flow_->word(html_.substr(offset_, special - offset_));
    offset_ = special;
    if (offset_ >= html_.size() || html_[offset_] == '<') break;
    if (!in_text)
      ++offset_;
    else if (!special_byte())
      return false;
  }
  return offset_ < html_.size();
}

bool OnePassStripper::svg_markup(std::array<std::string_view, kMaxSvgDepth>& open,
                                 std::size_t& depth, bool& ended) {
  if (starts_with(html_.substr(offset_), "<![CDATA[")) return skip_cdata();
  const TokenKind kind = token_kind(html_, offset_);
  if (kind == TokenKind::Comment || kind == TokenKind::BogusComment) return comment();
  if (kind == TokenKind::Text) return false;
  const bool is_end = kind == TokenKind::EndTag;
  const std::size_t begin = offset_ + (is_end ? 2 : 1);
  const std::size_t size = read_tag_name(html_.substr(begin)).size;
  const std::size_t name_end = begin + size;
  const std::string_view name = html_.substr(begin, size);
  if (size > kMaxNameBytes || !svg_attributes(name_end)) return false;
  const bool is_text = same_ignoring_case(name, "text");
  if (is_end) {
    // gumbo reads what follows the name as part of it.
    if (offset_ != name_end + 1) return false;
    ended = depth == 0;
    if (!same_ignoring_case(name, ended ? "svg" : open[--depth])) return false;
    if (is_text) svg_text_edge();
    if (svg_.undrawn_from > depth) svg_.undrawn_from = 0;
    return true;
  }
  const std::string lower = ascii_lower(name);
  if (!is_plain_svg(lower) || (is_text && svg_.in_text) || depth == kMaxSvgDepth) return false;
  const bool drawn = svg_.in_text ? is_shown_in_svg_text(lower) : is_drawn_svg(lower);
  if (is_text) svg_text_edge();
  if (tag_.is_self_closed) {
    if (is_text) svg_text_edge();
    return true;
  }
  open[depth++] = name;
  if (svg_.undrawn_from == 0 && !drawn) svg_.undrawn_from = depth;
  return true;
}

void OnePassStripper::svg_text_edge() {
  svg_.in_text = !svg_.in_text;
  if (svg_.undrawn_from == 0) flow_->block_edge(1);
}

bool OnePassStripper::skip_cdata() {
  const std::size_t end = html_.find("]]>", offset_);
  if (end == std::string_view::npos || (svg_.in_text && svg_.undrawn_from == 0)) return false;
  offset_ = end + 3;
  return true;
}

bool OnePassStripper::is_special_in_svg(std::string_view attribute) {
  return same_ignoring_case(attribute, "display") || same_ignoring_case(attribute, "xml:space");
}

// title, desc and foreignObject contain HTML.
bool OnePassStripper::is_plain_svg(std::string_view name) {
  return name != "svg" && name != "font" && name != "title" && name != "desc" &&
         name != "foreignobject" && !element_named(name).has(kEndsForeign);
}

bool OnePassStripper::svg_attributes(std::size_t begin) {
  AttributeScanner scanner(html_.substr(begin));
  int beginnings = 0;  // names that gumbo may read as a special one if an attribute occurs twice
  while (scanner.next()) {
    const std::string_view name = scanner.name();
    if (!begins(name, "display") && !begins(name, "xml:space")) continue;
    if (is_special_in_svg(name) || ++beginnings > 1) return false;
  }
  offset_ = begin + scanner.end();
  tag_.is_self_closed = scanner.is_self_closed();
  return scanner.is_closed() && offset_ - begin < kMaxTagBytes;
}

}  // namespace articles
