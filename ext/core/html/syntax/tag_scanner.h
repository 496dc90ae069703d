// The tokens of HTML text as the tokenizer of the standard sees them, without a tree.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"
#include "html/syntax/bytes.h"
#include "html/syntax/element_index.h"

namespace articles {

// The attributes of a tag, one after the other, as written.
class AttributeScanner {
 public:
  // `text` begins behind the tag's name. It may go on behind the tag.
  explicit AttributeScanner(std::string_view text) : text_(text) {}

  // Moves to the next attribute; false at the end of the tag.
  bool next() {
    const std::string_view text = text_;  // locals stay in registers
    std::size_t at = offset_;
    while (at < text.size() && kBetweenAttributes(text[at])) ++at;
    if (at >= text.size() || text[at] == '>') {
      is_self_closed_ = at > offset_ && text[at - 1] == '/';
      offset_ = at;
      return false;
    }
    const std::size_t begin = at++;  // an attribute's name may begin with '='
    while (at < text.size() && !kEndsAttributeName(text[at])) ++at;
    name_ = text.substr(begin, at - begin);
    std::size_t equals = at;
    while (equals < text.size() && ascii_space(text[equals])) ++equals;
    value_ = {};
    offset_ = at;
    if (equals < text.size() && text[equals] == '=') scan_value(equals + 1);
    return true;
  }

  std::string_view name() const noexcept { return name_; }
  std::string_view value() const noexcept { return value_; }  // references not decoded

  // Whether the tag ends with '>'. If not, the text ends within the tag.
  // REQUIRES: the last next() returned false
  bool is_closed() const noexcept { return offset_ < text_.size(); }

  // Whether the tag ends with `/>`. A slash behind an unquoted value is part of the value.
  // REQUIRES: the last next() returned false
  bool is_self_closed() const noexcept { return is_self_closed_ && is_closed(); }

  // The offset behind the tag's '>', or the end of the text if the tag is not closed.
  std::size_t end() const noexcept { return offset_ < text_.size() ? offset_ + 1 : text_.size(); }

 private:
  void scan_value(std::size_t at) {
    const std::string_view text = text_;
    while (at < text.size() && ascii_space(text[at])) ++at;
    offset_ = at;
    if (at >= text.size() || text[at] == '>') return;
    const char quote = text[at];
    if (quote == '"' || quote == '\'') {
      const std::size_t close = text.find(quote, at + 1);
      const std::size_t end = close == std::string_view::npos ? text.size() : close;
      value_ = text.substr(at + 1, end - at - 1);
      offset_ = end == text.size() ? end : end + 1;
      return;
    }
    const std::size_t begin = at;
    while (at < text.size() && !kEndsUnquotedValue(text[at])) ++at;
    value_ = text.substr(begin, at - begin);
    offset_ = at;
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  std::string_view name_;
  std::string_view value_;
  bool is_self_closed_ = false;
};

// The offset of the end tag of `name` that ends raw text which begins at `offset`; the end of the
// text if there is none.
std::size_t raw_text_end(std::string_view html, std::size_t offset, std::string_view name) noexcept;

// The offset behind the comment that begins at `offset` with `<!--`; the end of the text if it is
// not closed.
std::size_t comment_end(std::string_view html, std::size_t offset) noexcept;

enum class TokenKind : std::uint8_t {
  Text,  // a `<` that begins neither a tag nor a comment
  StartTag,
  EndTag,
  Comment,       // <!-- … -->
  BogusComment,  // a doctype, <?xml …>, </ >: to the next '>'
};

// The kind of what begins with the '<' at `offset`.
// REQUIRES: offset < html.size() && html[offset] == '<'
inline TokenKind token_kind(std::string_view html, std::size_t offset) noexcept {
  const char next = offset + 1 < html.size() ? html[offset + 1] : '\0';
  if (ascii_alpha(next)) return TokenKind::StartTag;
  if (next == '/') {
    if (offset + 2 >= html.size()) return TokenKind::Text;
    return ascii_alpha(html[offset + 2]) ? TokenKind::EndTag : TokenKind::BogusComment;
  }
  if (next == '?') return TokenKind::BogusComment;
  if (next != '!') return TokenKind::Text;
  return starts_with(html.substr(offset), "<!--") ? TokenKind::Comment : TokenKind::BogusComment;
}

// The offset behind the comment at `offset`; the end of the text if it is not closed.
// REQUIRES: token_kind(html, offset) is Comment or BogusComment
std::size_t any_comment_end(std::string_view html, std::size_t offset) noexcept;

// The name of a tag: its size in bytes, and the name in lower case.
struct TagName {
  std::size_t size = 0;
  PackedName packed;
};

// Reads the name of the tag that `rest` begins with behind `<` or `</`.
inline TagName read_tag_name(std::string_view rest) noexcept {
  std::uint64_t packed = 0;
  if (const std::size_t size = short_tag_name_size(rest, packed); size != 0)
    return {size, PackedName(packed)};
  std::size_t size = 0;
  while (size < rest.size() && !kEndsTagName(rest[size])) ++size;
  return {size, PackedName(rest.substr(0, size))};
}

// Moves from tag to tag through HTML text, over raw text: what stands in a script, a style or a
// textarea is not a tag. Linear: each byte is looked at once, but for raw text that no end tag
// ends.
class TagScanner {
 public:
  // `html` must outlive the scanner. Its bytes may change between two calls of next(), but for
  // those of the current tag's name.
  explicit TagScanner(std::string_view html) noexcept : html_(html) {}

  // Moves to the next tag or comment; false at the end. All that is text between end() of one token
  // (contents_end() of a start tag) and begin() of the next is text.
  bool next() noexcept;

  TokenKind kind() const noexcept { return kind_; }  // never Text
  bool is_tag() const noexcept {
    return kind_ == TokenKind::StartTag || kind_ == TokenKind::EndTag;
  }

  // Offsets of the token: of its '<', and behind its '>' or of the end of the text.
  std::size_t begin() const noexcept { return begin_; }
  std::size_t end() const noexcept { return end_; }

  // Reads the contents of a raw-text element as markup: within svg and math they are.
  void enter_contents() noexcept { skips_contents_ = false; }

  // --- Of a tag. REQUIRES: is_tag()
  std::string_view name() const noexcept { return html_.substr(name_begin_, name_size_); }
  std::size_t name_begin() const noexcept { return name_begin_; }
  const Element& element() const noexcept { return *element_; }
  AttributeScanner attributes() const noexcept {
    return AttributeScanner(html_.substr(name_begin_ + name_size_));
  }
  std::size_t attribute_count() const noexcept { return attribute_count_; }
  bool is_closed() const noexcept { return is_closed_; }            // by '>'
  bool is_self_closed() const noexcept { return is_self_closed_; }  // by '/>'

  // The offset of the end of the raw text that follows the start tag of a raw-text element; end()
  // for any other token.
  std::size_t contents_end() const noexcept;

 private:
  void read_tag() noexcept;

  std::string_view html_;
  TokenKind kind_ = TokenKind::Text;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t name_begin_ = 0;
  std::size_t name_size_ = 0;
  std::size_t attribute_count_ = 0;
  const Element* element_ = &kUnlistedElement;
  bool is_closed_ = false;
  bool is_self_closed_ = false;
  bool skips_contents_ = false;  // the contents are raw text; their end is searched for when needed
};

}  // namespace articles
