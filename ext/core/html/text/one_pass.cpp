#include "html/text/one_pass.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/character_references.h"
#include "base/utf8.h"
#include "html/syntax/bytes.h"
#include "html/syntax/tag.h"
#include "html/text/one_pass_stripper.h"

namespace articles {
namespace {

// Whether an attribute stands twice: gumbo 0.10.1 then loses the one that follows.
bool has_duplicates(std::string_view attributes) {
  std::vector<std::string> names;
  for (AttributeScanner scanner(attributes); scanner.next();)
    names.push_back(ascii_lower(scanner.name()));
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) != names.end();
}

// Where the words from `at` on end that have one space each between them, which is kept as it is.
std::size_t words_end(std::string_view html, std::size_t at) {
  std::size_t end = find_special_in_text(html, at);
  while (end > at && end + 1 < html.size() && html[end] == ' ' &&
         !is_special_in_text(html[end + 1]))
    end = find_special_in_text(html, end + 1);
  return end;
}

// The length of the tag's name that `rest` begins with, and the name in lower case if it has no
// more than kMaxNameBytes.
std::size_t tag_name_size(std::string_view rest, PackedName& name) {
  if (const std::size_t size = short_tag_name_size(rest, name.low); size != 0) return size;
  name = {};
  std::size_t size = 0;
  for (; size < rest.size() && !kEndsTagName(rest[size]); ++size) {
    if (size == kMaxNameBytes) return size + 1;
    name.append(ascii_lower(rest[size]), size);
  }
  return size;
}

// The attributes that change what is shown.
constexpr std::string_view kTellingNames[] = {"hidden", "popover",  "open",
                                              "type",   "controls", "nowrap"};

// Behind a name that stands twice gumbo 0.10.1 adds the next name to it: `hid hid den` is hidden.
bool may_become_telling(std::string_view name) {
  return std::any_of(std::begin(kTellingNames), std::end(kTellingNames), [&](std::string_view one) {
    return name.size() < one.size() && ascii_lower(name.front()) == one.front() &&
           same_ignoring_case(name, one.substr(0, name.size()));
  });
}

}  // namespace

bool FastText::run() {
  if (html_.find('\0') != std::string_view::npos)
    return false;  // a NUL means something else everywhere
  while (at_ < html_.size()) {
    const std::size_t special = words_end(html_, at_);
    if (special > at_ && !word(html_.substr(at_, special - at_))) return false;
    at_ = special;
    if (at_ < html_.size() && !special_byte()) return false;
  }
  return true;
}

// --- Text

bool FastText::special_byte() {
  const char c = html_[at_];
  if (c == '<') return markup();
  if (c == '&') return reference();
  if (!collapses(c)) return word(html_.substr(at_++, 1));
  return white_space();
}

bool FastText::white_space() {
  const std::size_t begin = at_;
  const char* at = html_.data() + begin;
  const char* const end = html_.data() + html_.size();
  bool line_break = false;
  for (; at != end && collapses(*at); ++at) line_break |= *at == '\n' || *at == '\r';
  at_ += static_cast<std::size_t>(at - (html_.data() + begin));
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

bool FastText::reference() {
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
bool FastText::numeric_reference() {
  std::size_t at = at_ + 2;
  const bool hex = at < html_.size() && (html_[at] == 'x' || html_[at] == 'X');
  if (hex) ++at;
  const std::size_t begin = at;
  char32_t code = 0;
  for (; at < html_.size() && at - begin < 8; ++at) {
    const char c = ascii_lower(html_[at]);
    if (ascii_digit(c))
      code = code * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
    else if (hex && c >= 'a' && c <= 'f')
      code = code * 16 + static_cast<char32_t>(c - 'a' + 10);
    else
      break;
  }
  if (at == begin || at >= html_.size() || html_[at] != ';') return false;
  const bool plain = code > 0x9F ? code < 0xD800 || (code > 0xDFFF && code <= 0x10FFFF)
                                 : code >= 0x20 && code < 0x7F;
  if (!plain) return false;
  at_ = at + 1;
  return character(code);
}

bool FastText::character(char32_t code) {
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

bool FastText::markup() {
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

bool FastText::comment() {
  if (starts_with(html_.substr(at_), "<!--")) {
    const std::size_t end = comment_end(html_, at_);
    if (end == html_.size() && !ends_with(html_, "-->")) return false;
    at_ = end;
    return true;
  }
  return bogus_comment();
}

// A doctype, `<?xml …>` and the like: nothing, up to the next '>'.
bool FastText::bogus_comment() {
  const std::size_t close = html_.find('>', at_);
  if (close == std::string_view::npos) return false;
  at_ = close + 1;
  return true;
}

bool FastText::tag(std::size_t begin, bool is_end) {
  PackedName name;
  const std::size_t size = tag_name_size(html_.substr(begin), name);
  if (size > kMaxNameBytes) return false;
  const FastTag& found = kFastTagTable.find(name);
  if (found.role == Role::Declined || !attributes(begin + size, found)) return false;
  const std::string_view written = html_.substr(begin, size);
  return is_end ? end_tag(found, written) : start_tag(found, written);
}

// Moves behind the tag. false: it is not closed, or has an attribute that changes what is shown.
bool FastText::attributes(std::size_t at, const FastTag& found) {
  tag_ = {};
  if (html_.substr(at, 1) == ">") {
    at_ = at + 1;
    return true;
  }
  AttributeScanner scanner(html_.substr(at));
  while (scanner.next())
    if (!attribute(scanner.name(), scanner.value(), found)) return false;
  at_ = at + scanner.end();
  tag_.is_self_closed = scanner.is_self_closed();
  if (tag_.is_special() && has_duplicates(html_.substr(at, at_ - at))) return false;
  return scanner.is_closed() && at_ - at < kMaxTagBytes;
}

bool FastText::attribute(std::string_view name, std::string_view value, const FastTag& found) {
  if (may_become_telling(name)) tag_.has_odd_name = true;
  switch (name.size()) {
    case 4:
      if (same_ignoring_case(name, "open")) tag_.is_open = true;
      if (found.name == "input" && same_ignoring_case(name, "type") && !tag_.has_type) {
        if (value.find('&') != std::string_view::npos) return false;
        tag_.has_type = true;
        tag_.is_hidden_input = same_ignoring_case(value, "hidden");
      }
      return true;
    case 6:
      if (same_ignoring_case(name, "hidden")) {
        if (found.role >= Role::Table || !value.empty()) return false;
        tag_.is_hidden = true;
      }
      return found.role != Role::Cell || !same_ignoring_case(name, "nowrap");
    case 7:
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
  text.reserve(html.size());
  return FastText(html, text).run();
}

}  // namespace articles
