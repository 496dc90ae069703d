#include "stocks/text_scanner.h"

#include <algorithm>
#include <cassert>

#include "base/ascii.h"
#include "stocks/link_codes.h"
#include "stocks/names.h"
#include "stocks/number_forms.h"
#include "stocks/symbol_forms.h"
#include "stocks/text_anchors.h"

namespace articles {
namespace {

constexpr std::string_view kWideColon = "：";
constexpr char kWideLead = '\xEF';  // the first byte of a full-width form

constexpr bool is_url_char(char c) {
  constexpr std::string_view kEnds = "\"'<>()`{}|\\^";
  return c > ' ' && c < '\x7F' && kEnds.find(c) == std::string_view::npos;
}

// The name beside a code.
std::string name_of(const TextMatch& match, const RunningText& text) {
  if (!match.name.empty()) return clean_name(match.name);
  std::string line = text.line_before(match.name_end);
  line.resize(line.size() - match.label_size);
  const std::string_view before = trim_spaces(line);
  return ends_with(before, "(") ? name_at_end(before.substr(0, before.size() - 1))
                                : glued_name(line);
}

}  // namespace

TextScanner::TextScanner(const RunningText& folded, const TextScanner& unfolded,
                         std::size_t distance)
    : text_(folded), offset_(unfolded.offset_ - distance), options_(unfolded.options_) {
  assert(text_.is_folded() && unfolded.offset_ >= distance);
  consumed_until_ = unfolded.consumed_until_ > distance ? unfolded.consumed_until_ - distance : 0;
}

// Whether the anchor at `at` is followed by a full-width form, or a number by a character
// reference: 600519．SH, NYSE:ＢＡＢＡ, 600519&#46;SH.
inline bool TextScanner::continues_in_full_width(std::size_t at) const {
  constexpr std::size_t kWideBytes = 3;
  std::size_t end = at + (text_.char_at(at) == kWideLead ? kWideBytes : 1);
  if (ascii_digit(text_.char_at(at))) {
    end = text_.digits_end(end);
    if (text_.char_at(end) == '&') return true;
  }
  return text_.char_at(end) == kWideLead && is_wide_anchor(text_.text(), end);
}

// Whether and why a text that is not folded stops at the anchor `c`, which is at offset_.
inline std::optional<TextScanner::Stop> TextScanner::stop_at(char c) const {
  if (c == '<') return Stop::Less;
  if (c == '&' || continues_in_full_width(offset_)) return Stop::Fold;
  if (c == kWideLead && !starts_with(text_.text().substr(offset_), kWideColon)) return Stop::Fold;
  return std::nullopt;
}

TextScanner::Stop TextScanner::scan(std::vector<TextCode>& found) {
  const std::string_view text = text_.text();
  for (;;) {
    offset_ = find_stock_anchor(text, offset_);
    if (offset_ >= text.size()) return Stop::End;
    if (!text_.is_folded())
      if (const std::optional<Stop> stop = stop_at(text[offset_])) return *stop;
    scan_anchor(text[offset_], found);
  }
}

// Takes the code around the anchor at offset_, if there is one, and moves past the anchor.
void TextScanner::scan_anchor(char c, std::vector<TextCode>& found) {
  const std::size_t anchor = offset_;
  std::size_t size = 1;
  std::optional<TextMatch> match;
  if (ascii_digit(c)) {
    const std::size_t end = text_.digits_end(anchor);
    size = end - anchor;
    match = match_number(text_, anchor, end);
  } else if (c == '.') {
    match = match_us_suffix(text_, anchor);
  } else if (c == ':') {
    if (scan_url(found)) return;
    match = match_around_colon(text_, anchor, size);
  } else if (c == '$') {
    if (options_.with_cashtags) match = match_cashtag(text_, anchor);
  } else if (c == kWideLead && starts_with(text_.text().substr(anchor), kWideColon)) {
    size = kWideColon.size();
    match = match_around_colon(text_, anchor, size);
  }
  offset_ = anchor + size;
  if (match) take(*match, found);
}

// Reads the URL whose "://" is at offset_, and moves past it: other forms do not count within a
// URL.
bool TextScanner::scan_url(std::vector<TextCode>& found) {
  constexpr std::size_t kLongestScheme = 8;
  if (!starts_with(text_.text().substr(offset_), "://")) return false;
  std::size_t begin = offset_;
  while (begin > text_.begin() && offset_ - begin < kLongestScheme &&
         ascii_alpha(text_.char_at(begin - 1)))
    --begin;
  if (begin == offset_) return false;
  std::size_t end = offset_;
  while (is_url_char(text_.char_at(end))) ++end;
  std::vector<WrittenCode> codes;
  read_stock_url(text_.slice(begin, end), codes);
  for (const WrittenCode& code : codes)
    found.push_back({code.code, begin + code.offset, {}, /*is_link=*/true});
  offset_ = consumed_until_ = end;
  return true;
}

void TextScanner::take(const TextMatch& match, std::vector<TextCode>& found) {
  assert(match.end >= offset_);
  if (match.begin < consumed_until_) return;
  found.push_back(
      {match.code, match.begin, options_.with_names ? name_of(match, text_) : std::string()});
  offset_ = consumed_until_ = match.end;
}

}  // namespace articles
