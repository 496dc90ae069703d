#include "stocks/page_scanner.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "stocks/names.h"
#include "stocks/symbol.h"
#include "stocks/text_anchors.h"

namespace articles {
namespace {

constexpr std::string_view kCommentOpen = "<!--";

// The text of the element `name` as the name of a company. Its contents begin at `at`; they are
// read without tags up to its first end tag, or given up where they are too long for a name.
std::string name_in_element(std::string_view html, std::size_t at, std::string_view name) {
  constexpr std::size_t kMostBytes = 100;
  constexpr std::size_t kMostTagBytes = 400;
  constexpr int kMostTags = 8;
  std::string text;
  for (int tags = 0; tags < kMostTags; ++tags) {
    const std::size_t less = html.substr(at, kMostBytes).find('<');
    if (less == std::string_view::npos) return {};
    text += html.substr(at, less);
    at += less;
    if (html.substr(at + 1, 1) == "/" && starts_with_ignoring_case(html.substr(at + 2), name))
      return clean_name(text);
    const std::size_t close = html.substr(at, kMostTagBytes).find('>');
    if (close == std::string_view::npos || text.size() > kMostBytes) return {};
    at += close + 1;
  }
  return {};
}

// The value of a colspan or rowspan; 0 if it is not a number. The standard limits it to 1000:
// https://html.spec.whatwg.org/multipage/tables.html#dom-tdth-colspan
std::size_t read_span(std::string_view value) {
  constexpr std::size_t kMost = 1'000;
  std::size_t number = 0;
  for (std::size_t i = 0; i < value.size() && ascii_digit(value[i]) && number < kMost; ++i)
    number = number * 10 + static_cast<std::size_t>(value[i] - '0');
  return number;
}

}  // namespace

// Reads the text from offset_ on, up to the next '<'.
inline void PageScanner::scan_text() {
  const std::size_t begin = offset_;
  offset_ = find_stock_anchor(html_, offset_);
  // Most texts have no anchor.
  if (offset_ < html_.size() && html_[offset_] != '<') scan_anchors(begin);
  const std::string_view written = html_.substr(begin, offset_ - begin);
  if (tables_.in_table()) tables_.add_text(written, begin);
  if (std::all_of(written.begin(), written.end(), ascii_space)) return;
  line_.add(written);
  text_since_markup_ = true;
}

// Reads the text that begins at `begin`, in which the first anchor is at offset_.
void PageScanner::scan_anchors(std::size_t begin) {
  TextScanner scanner(RunningText(html_, begin, line_), offset_, text_options());
  const TextScanner::Stop stop = scanner.scan(text_codes_);
  offset_ = scanner.offset();
  if (!text_codes_.empty()) add_text_codes([](std::size_t offset) { return offset; });
  if (stop == TextScanner::Stop::Fold) scan_folded_text(begin, scanner);
}

// Reads the rest of the text that begins at `begin`. `unfolded` has stopped at offset_, from where
// on the text must be folded.
void PageScanner::scan_folded_text(std::size_t begin, const TextScanner& unfolded) {
  const std::size_t end = std::min(html_.find('<', offset_), html_.size());
  FoldedText folded(html_.substr(begin, end - begin), offset_ - begin);
  TextScanner scanner(RunningText(folded.text(), line_, html_.substr(end)), unfolded, begin);
  scanner.scan(text_codes_);
  offset_ = end;
  add_text_codes([&](std::size_t offset) { return begin + folded.written_at(offset); });
}

// Adds text_codes_. `position_of` maps the offset of a code to its position in the page.
template <class PositionOf>
void PageScanner::add_text_codes(PositionOf position_of) {
  for (TextCode& found : text_codes_)
    mentions_.push_back({found.code, found.is_link ? MentionForm::Link : MentionForm::Text,
                         position_of(found.offset), std::move(found.name)});
  text_codes_.clear();
}

// Reads the comment at offset_, and moves past its `end`.
void PageScanner::scan_comment(std::size_t end) {
  const std::size_t begin = offset_ + kCommentOpen.size();
  codes_.clear();
  read_stock_keywords(html_.substr(begin, end - begin), codes_);
  for (const WrittenCode& code : codes_)
    mentions_.push_back({code.code, MentionForm::Keyword, begin + code.offset, {}});
  offset_ = end;
}

void PageScanner::count_program_text(bool is_end) {
  if (!is_end)
    ++open_programs_;
  else if (open_programs_ > 0)
    --open_programs_;
}

void PageScanner::add_table_tag(Role role, bool is_end) {
  if (is_end) return tables_.end_tag(role, mentions_);
  tables_.start_tag(role, read_span(attributes_.value(AttributeName::Colspan)),
                    read_span(attributes_.value(AttributeName::Rowspan)), mentions_);
}

void PageScanner::scan_attribute(const StockAttribute& attribute, std::string_view element) {
  if (attribute.name == AttributeName::Id) scan_id(attribute.value, element);
  if (attribute.name == AttributeName::Href) scan_href(attribute.value, element);
  if (attribute.name == AttributeName::Code && same_ignoring_case(element, "a"))
    scan_anchor_code(attribute.value, element);
}

void PageScanner::scan_id(std::string_view value, std::string_view element) {
  bool is_span = true;  // not the slot of a quote
  read_value(value, [&](std::string_view text) { is_span = read_stock_id(text, codes_); });
  if (codes_.empty()) return;
  const bool repeats = !is_span && !mentions_.empty() && mentions_.back().code == codes_[0].code;
  if (!repeats) add_markup_codes(MentionForm::Span, element);
}

void PageScanner::scan_href(std::string_view value, std::string_view element) {
  read_value(value, [&](std::string_view text) { read_stock_url(text, codes_); });
  if (!codes_.empty()) add_markup_codes(MentionForm::Link, element);
}

// STCN's hot words: <a href="…?stockcode=SS600517" code="600517">
void PageScanner::scan_anchor_code(std::string_view value, std::string_view element) {
  codes_.clear();
  if (value.size() != kMainlandDigits) return;
  const std::optional<StockCode> code = read_stock_code(value);
  if (!code) return;
  codes_.push_back({*code, static_cast<std::size_t>(value.data() - html_.data())});
  add_markup_codes(MentionForm::Link, element);
}

// Fills codes_ with what `read` finds in an attribute's value. A value with numeric character
// references is decoded first: then only its first code counts, at the position of the value.
template <class Read>
void PageScanner::read_value(std::string_view value, Read read) {
  codes_.clear();
  const auto begin = static_cast<std::size_t>(value.data() - html_.data());
  if (value.find("&#") == std::string_view::npos) {
    read(value);
    for (WrittenCode& code : codes_) code.offset += begin;
  } else {
    read(decode_references(value));
    if (codes_.size() > 1) codes_.resize(1);
    for (WrittenCode& code : codes_) code.offset = begin;
  }
}

// Adds codes_, except for a code that the markup before has named, with no text in between: a span,
// the link in it and the link's other attributes are one mention.
void PageScanner::add_markup_codes(MentionForm form, std::string_view element) {
  for (const WrittenCode& code : codes_) {
    if (!text_since_markup_ && !mentions_.empty() && mentions_.back().code == code.code) continue;
    mentions_.push_back({code.code, form, code.offset,
                         with_names_ ? name_in_element(html_, offset_, element) : std::string()});
    text_since_markup_ = false;
  }
}

// The functions that run for every text and tag are inlined here.

// Reads the attributes of the tag whose name ends at offset_, and moves past the tag.
inline void PageScanner::scan_attributes() {
  attributes_.clear();
  if (offset_ < html_.size() && html_[offset_] == '>') {
    ++offset_;
    return;
  }
  AttributeScanner scanner(html_.substr(offset_));
  while (scanner.next())
    if (const AttributeName name = attribute_name(scanner.name()); name != AttributeName::Other)
      attributes_.add({name, trim_spaces(scanner.value())});
  offset_ += scanner.end();
}

inline void PageScanner::scan_tag(TokenKind kind) {
  const bool is_end = kind == TokenKind::EndTag;
  const std::size_t name_begin = offset_ + (is_end ? 2 : 1);
  const TagName tag_name = read_tag_name(html_.substr(name_begin));
  const Element& element = kElementIndex.find(tag_name.packed);
  if (!element.has(kPhrasing)) line_.clear();
  if (element.has(kProgramText)) count_program_text(is_end);
  offset_ = name_begin + tag_name.size;
  scan_attributes();
  if (is_table_part(element.role)) add_table_tag(element.role, is_end);
  if (is_end) return;
  const std::string_view name = html_.substr(name_begin, tag_name.size);
  for (const StockAttribute& attribute : attributes_) scan_attribute(attribute, name);
  if (element.holds_text_only()) offset_ = raw_text_end(html_, offset_, name);
}

// Reads the tag, comment or other markup at offset_, which begins with '<'.
inline void PageScanner::scan_markup() {
  switch (const TokenKind kind = token_kind(html_, offset_)) {
    case TokenKind::StartTag:
    case TokenKind::EndTag:
      return scan_tag(kind);
    case TokenKind::Comment:
      return scan_comment(comment_end(html_, offset_));
    case TokenKind::BogusComment:
      offset_ = any_comment_end(html_, offset_);
      return;
    case TokenKind::Text:
      line_.clear();
      ++offset_;
  }
}

std::vector<Mention> PageScanner::scan() {
  while (offset_ < html_.size()) {
    if (html_[offset_] != '<') scan_text();
    if (offset_ < html_.size()) scan_markup();
  }
  return std::move(mentions_);
}

}  // namespace articles
