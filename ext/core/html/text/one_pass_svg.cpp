#include "base/ascii.h"
#include "html/syntax/bytes.h"
#include "html/syntax/foreign_elements.h"
#include "html/syntax/tag.h"
#include "html/text/one_pass_stripper.h"

namespace articles {

// --- SVG: nothing is shown but what its text elements hold, each on lines of its own.

bool FastText::svg() {
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

bool FastText::svg_text(bool in_text) {
  while (at_ < html_.size() && html_[at_] != '<') {
    const std::size_t special = find_special_in_text(html_, at_);
    if (in_text && special > at_) flow_->word(html_.substr(at_, special - at_));
    at_ = special;
    if (at_ >= html_.size() || html_[at_] == '<') break;
    if (!in_text)
      ++at_;
    else if (!special_byte())
      return false;
  }
  return at_ < html_.size();
}

bool FastText::svg_markup(std::array<std::string_view, kMaxSvgDepth>& open, std::size_t& depth,
                          bool& ended) {
  const bool is_end = html_.substr(at_ + 1, 1) == "/";
  std::size_t name_end = at_ + (is_end ? 2 : 1);
  const std::size_t begin = name_end;
  if (begin >= html_.size()) return false;
  if (starts_with(html_.substr(at_), "<![CDATA[")) return skip_cdata();
  if (!ascii_alpha(html_[begin]))
    return (html_[begin] == '!' || html_[begin] == '?') && !is_end && markup();
  while (name_end < html_.size() && !kEndsTagName(html_[name_end])) ++name_end;
  const std::string_view name = html_.substr(begin, name_end - begin);
  if (name.size() > kMaxNameBytes || !svg_attributes(name_end)) return false;
  const bool is_text = same_ignoring_case(name, "text");
  if (is_end) {
    // gumbo takes what follows the name for a part of it.
    if (at_ != name_end + 1) return false;
    ended = depth == 0;
    if (!same_ignoring_case(name, ended ? "svg" : open[--depth])) return false;
    if (is_text) svg_text_edge();
    if (svg_.undrawn_from > depth) svg_.undrawn_from = 0;
    return true;
  }
  if (!is_plain_svg(ascii_lower(name)) || (is_text && svg_.in_text) || depth == kMaxSvgDepth)
    return false;
  if (is_text) svg_text_edge();
  if (tag_.is_self_closed) {
    if (is_text) svg_text_edge();
    return true;
  }
  open[depth++] = name;
  if (svg_.undrawn_from == 0 && is_undrawn_svg(ascii_lower(name))) svg_.undrawn_from = depth;
  return true;
}

void FastText::svg_text_edge() {
  svg_.in_text = !svg_.in_text;
  if (svg_.undrawn_from == 0) flow_->block_edge(1);
}

bool FastText::skip_cdata() {
  const std::size_t end = html_.find("]]>", at_);
  if (end == std::string_view::npos || (svg_.in_text && svg_.undrawn_from == 0)) return false;
  at_ = end + 3;
  return true;
}

// title, desc and foreignObject hold HTML.
bool FastText::is_plain_svg(std::string_view name) {
  return name != "svg" && name != "font" && name != "title" && name != "desc" &&
         name != "foreignobject" && !breaks_out_of_foreign_content(name);
}

bool FastText::svg_attributes(std::size_t begin) {
  AttributeScanner scanner(html_.substr(begin));
  while (scanner.next())
    if (same_ignoring_case(scanner.name(), "xml:space")) return false;
  at_ = begin + scanner.end();
  tag_.is_self_closed = scanner.is_self_closed();
  return scanner.is_closed() && at_ - begin < kMaxTagBytes;
}

}  // namespace articles
