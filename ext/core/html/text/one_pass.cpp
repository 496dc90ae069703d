#include "html/text/one_pass.h"

#include <algorithm>
#include <cassert>
#include <vector>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/utf8.h"
#include "html/syntax/bytes.h"
#include "html/syntax/tag_scanner.h"
#include "html/text/one_pass_stripper.h"

namespace articles {
namespace {

// Whether an attribute occurs twice: gumbo 0.10.1 then loses the attribute that follows.
bool has_duplicates(std::string_view attributes) {
  std::vector<std::string> names;
  for (AttributeScanner scanner(attributes); scanner.next();)
    names.push_back(ascii_lower(scanner.name()));
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

// The end of the words from `at` on that are separated by single spaces: these are kept as they
// are.
std::size_t words_end(std::string_view html, std::size_t at) {
  std::size_t end = find_special_in_text(html, at);
  while (end > at && end + 1 < html.size() && html[end] == ' ' &&
         !is_special_in_text(html[end + 1]))
    end = find_special_in_text(html, end + 1);
  return end;
}

// The attributes that change what is shown.
constexpr std::string_view kSpecialAttributes[] = {"hidden",   "popover", "open",  "type",
                                                   "controls", "nowrap",  "align", "display"};

// Whether a special name begins with `name`. After an attribute that occurs twice gumbo 0.10.1
// appends the next name to it: it reads `hid hid den` as hidden.
bool begins_special_attribute(std::string_view name) {
  return std::any_of(
      std::begin(kSpecialAttributes), std::end(kSpecialAttributes), [&](std::string_view one) {
        return name.size() < one.size() && ascii_lower(name.front()) == one.front() &&
               same_ignoring_case(name, one.substr(0, name.size()));
      });
}

}  // namespace

bool OnePassStripper::run() {
  if (html_.find('\0') != std::string_view::npos)
    return false;  // each state of the parser treats a NUL in its own way
  while (offset_ < html_.size()) {
    const std::size_t special = words_end(html_, offset_);
    if (special > offset_ && !word(html_.substr(offset_, special - offset_))) return false;
    offset_ = special;
    if (offset_ < html_.size() && !special_byte()) return false;
  }
  while (depth_ > 1) pop();  // the end of an element may show white space
  return true;
}

// --- Text

bool OnePassStripper::special_byte() {
  const char c = html_[offset_];
  if (c == '<') return markup();
  if (c == '&') return reference();
  if (!collapses(c)) return word(html_.substr(offset_++, 1));
  return white_space();
}

bool OnePassStripper::white_space() {
  const std::size_t begin = offset_;
  const char* at = html_.data() + begin;
  const char* const end = html_.data() + html_.size();
  bool line_break = false;
  for (; at != end && collapses(*at); ++at) line_break |= *at == '\n' || *at == '\r';
  offset_ += static_cast<std::size_t>(at - (html_.data() + begin));
  if (in_table_part()) return true;
  if (!top().preserves) {
    flow_->space(line_break);
    return true;
  }
  const std::string_view text = html_.substr(begin, offset_ - begin);
  if (text.find('\r') != std::string_view::npos) return false;
  flow_->preserved_text(text);
  return true;
}

bool OnePassStripper::reference() {
  const char next = offset_ + 1 < html_.size() ? html_[offset_ + 1] : ' ';
  if (next == '#') return numeric_reference();
  if (!ascii_alnum(next)) return word(html_.substr(offset_++, 1));
  std::size_t end = offset_ + 1;
  while (end < html_.size() && ascii_alnum(html_[end])) ++end;
  if (end >= html_.size() || html_[end] != ';') {
    if (begins_with_legacy_name(html_.substr(offset_ + 1))) return false;
    return word(html_.substr(offset_++, 1));
  }
  const char32_t code = named_reference(html_.substr(offset_ + 1, end - offset_ - 1));
  if (code == 0) return false;
  offset_ = end + 1;
  return character(code);
}

// `&#8220;`, `&#x201C;`. Declines the numbers that the standard replaces by another character.
bool OnePassStripper::numeric_reference() {
  const NumericReference reference = read_numeric_reference(html_, offset_ + 2);
  const char32_t code = reference.code;
  if (reference.digits == 0 || html_.substr(reference.end, 1) != ";") return false;
  const bool plain = code > 0x9F ? code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF)
                                 : code >= 0x20 && code < 0x7F;
  if (!plain) return false;
  offset_ = reference.end + 1;
  return character(code);
}

bool OnePassStripper::character(char32_t code) {
  std::string text;
  append_utf8(text, code);
  if (code != ' ') return word(text);
  if (in_table_part()) return false;
  if (top().preserves)
    flow_->preserved_text(text);
  else
    flow_->space(false);
  return true;
}

// --- Markup

bool OnePassStripper::markup() {
  switch (token_kind(html_, offset_)) {
    case TokenKind::StartTag:
      return tag(offset_ + 1, false);
    case TokenKind::EndTag:
      return tag(offset_ + 2, true);
    case TokenKind::Comment:
    case TokenKind::BogusComment:
      return comment();
    case TokenKind::Text:
      break;
  }
  if (offset_ + 1 >= html_.size() || html_[offset_ + 1] == '/') return false;
  return word(html_.substr(offset_++, 1));
}

// gumbo reads `</` before anything but a letter in its own way.
bool OnePassStripper::comment() {
  if (html_[offset_ + 1] == '/') return false;
  const std::string_view end_mark = token_kind(html_, offset_) == TokenKind::Comment ? "-->" : ">";
  const std::size_t end = any_comment_end(html_, offset_);
  if (end == html_.size() && !ends_with(html_, end_mark)) return false;
  offset_ = end;
  return true;
}

bool OnePassStripper::tag(std::size_t begin, bool is_end) {
  const TagName name = read_tag_name(html_.substr(begin));
  if (name.size > kMaxNameBytes) return false;
  const Element& found = kElementIndex.find(name.packed);
  if (found.role == Role::Declined || !attributes(begin + name.size, found)) return false;
  const std::string_view written = html_.substr(begin, name.size);
  return is_end ? end_tag(found, written) : start_tag(found, written);
}

// Reads the attributes and moves behind the tag. false: the tag is not closed, or an attribute
// needs the parser.
bool OnePassStripper::attributes(std::size_t at, const Element& found) {
  tag_ = {};
  if (html_.substr(at, 1) == ">") {
    offset_ = at + 1;
    return true;
  }
  AttributeScanner scanner(html_.substr(at));
  while (scanner.next())
    if (!attribute(scanner.name(), scanner.value(), found)) return false;
  offset_ = at + scanner.end();
  tag_.is_self_closed = scanner.is_self_closed();
  if (tag_.is_special() && has_duplicates(html_.substr(at, offset_ - at))) return false;
  return scanner.is_closed() && offset_ - at < kMaxTagBytes;
}

bool OnePassStripper::attribute(std::string_view name, std::string_view value,
                                const Element& found) {
  if (begins_special_attribute(name)) tag_.has_odd_name = true;
  switch (name.size()) {
    case 4:
      if (same_ignoring_case(name, "open")) tag_.is_open = true;
      if (found.name == "input" && same_ignoring_case(name, "type") && !tag_.has_type) {
        if (value.find('&') != std::string_view::npos) return false;
        tag_.has_type = true;
        tag_.is_hidden_input = same_ignoring_case(value, "hidden");
        tag_.is_image_input = same_ignoring_case(value, "image");
      }
      return true;
    case 5:
      if (!found.has(kAligned) || !same_ignoring_case(name, "align") || tag_.has_align) return true;
      tag_.has_align = true;
      tag_.floats = same_ignoring_case(value, "left") || same_ignoring_case(value, "right");
      return value.find('&') == std::string_view::npos;
    case 6:
      if (same_ignoring_case(name, "hidden")) {
        if (found.role >= Role::Table || !value.empty()) return false;
        tag_.is_hidden = true;
      }
      return found.role != Role::Cell || !same_ignoring_case(name, "nowrap");
    case 7:
      if (found.role == Role::Svg && same_ignoring_case(name, "display")) return false;
      if (same_ignoring_case(name, "popover")) {
        if (found.role >= Role::Table) return false;
        tag_.is_hidden = true;
      }
      return true;
    case 8:
      if (same_ignoring_case(name, "controls")) tag_.has_controls = true;
      return true;
    default:
      return true;
  }
}

bool try_strip_html(std::string_view html, std::string& text) {
  assert(text.empty());
  text.reserve(html.size());
  return OnePassStripper(html, text).run();
}

}  // namespace articles
