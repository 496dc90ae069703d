// The tokenizer of the standard, one state and one byte at a time: slow and simple. TagScanner is
// compared with it. Not for production.
// https://html.spec.whatwg.org/multipage/parsing.html#tokenization
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "html/syntax/tag_scanner.h"

namespace articles {

struct ReferenceToken {
  TokenKind kind = TokenKind::Text;
  std::size_t begin = 0, end = 0, contents_end = 0;
  std::string name;                                             // in lower case
  std::vector<std::pair<std::string, std::string>> attributes;  // as written
  bool is_closed = false, is_self_closed = false;

  bool operator==(const ReferenceToken& other) const {
    return kind == other.kind && begin == other.begin && end == other.end &&
           contents_end == other.contents_end && name == other.name &&
           attributes == other.attributes && is_closed == other.is_closed &&
           is_self_closed == other.is_self_closed;
  }
};

class ReferenceTokenizer {
 public:
  explicit ReferenceTokenizer(std::string_view html) : html_(html) {}

  std::vector<ReferenceToken> run() {
    while (at_ < html_.size())
      if (html_[at_] == '<')
        tag_open();
      else
        ++at_;
    return std::move(tokens_);
  }

 private:
  static bool is_space(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
  static bool is_letter(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  // The byte at `offset` from at_; -1 behind the end of the text.
  int peek(std::size_t offset = 0) const {
    return at_ + offset < html_.size() ? static_cast<unsigned char>(html_[at_ + offset]) : -1;
  }

  void tag_open() {
    token_ = {};
    token_.begin = at_;
    const bool is_end = peek(1) == '/';
    if (is_letter(peek(is_end ? 2 : 1))) return tag(is_end);
    if (is_end && peek(2) == -1) return text();
    if (html_.substr(at_, 4) == "<!--") return comment();
    if (is_end || peek(1) == '!' || peek(1) == '?') return bogus_comment();
    text();
  }

  void text() { ++at_; }

  void emit(TokenKind kind) {
    token_.kind = kind;
    token_.end = token_.contents_end = at_;
    tokens_.push_back(token_);
  }

  void bogus_comment() {
    while (peek() != -1 && peek() != '>') ++at_;
    if (peek() == '>') ++at_;
    emit(TokenKind::BogusComment);
  }

  // The comment states, from "comment start" on.
  void comment() {
    enum class State { Start, StartDash, Comment, EndDash, End, EndBang } state = State::Start;
    for (at_ += 4; peek() != -1;) {
      const int c = peek();
      ++at_;
      if (c == '>' && state != State::Comment && state != State::EndDash) break;
      switch (state) {
        case State::Start:
          state = c == '-' ? State::StartDash : State::Comment;
          break;
        case State::StartDash:
        case State::EndDash:
          state = c == '-' ? State::End : State::Comment;
          break;
        case State::Comment:
          if (c == '-') state = State::EndDash;
          break;
        case State::End:
          if (c == '!')
            state = State::EndBang;
          else if (c != '-')
            state = State::Comment;
          break;
        case State::EndBang:
          state = c == '-' ? State::EndDash : State::Comment;
          break;
      }
    }
    emit(TokenKind::Comment);
  }

  void tag(bool is_end) {
    for (at_ += is_end ? 2 : 1; peek() != -1 && !is_space(peek()) && peek() != '/' && peek() != '>';
         ++at_)
      token_.name += ascii_lower(html_[at_]);
    while (before_attribute_name()) attribute();
    emit(is_end ? TokenKind::EndTag : TokenKind::StartTag);
    if (!is_end) raw_text();
  }

  // false: the tag ends
  bool before_attribute_name() {
    for (;; ++at_) {
      if (peek() == -1) return false;
      if (peek() == '>') {
        ++at_;
        token_.is_closed = true;
        return false;
      }
      if (peek() == '/') {
        token_.is_self_closed = peek(1) == '>';
      } else if (!is_space(peek())) {
        token_.is_self_closed = false;
        return true;
      }
    }
  }

  void attribute() {
    std::string name(1, html_[at_++]);
    while (peek() != -1 && !is_space(peek()) && peek() != '/' && peek() != '>' && peek() != '=')
      name += html_[at_++];
    token_.attributes.emplace_back(name, "");
    std::size_t spaces = 0;
    while (is_space(peek(spaces))) ++spaces;
    if (peek(spaces) != '=') return;
    at_ += spaces + 1;
    while (is_space(peek())) ++at_;
    std::string& value = token_.attributes.back().second;
    if (peek() == '"' || peek() == '\'') {
      const int quote = peek();
      for (++at_; peek() != -1 && peek() != quote; ++at_) value += html_[at_];
      if (peek() == quote) ++at_;
    } else {
      for (; peek() != -1 && peek() != '>' && !is_space(peek()); ++at_) value += html_[at_];
    }
  }

  // Raw text and escapable raw text end at the end tag of the same name; plaintext never ends.
  void raw_text() {
    if (!element_named(token_.name).holds_text_only()) return;
    for (; at_ < html_.size(); ++at_)
      if (token_.name != "plaintext" && is_end_tag_here()) break;
    tokens_.back().contents_end = at_;
  }

  bool is_end_tag_here() const {
    if (peek() != '<' || peek(1) != '/') return false;
    for (std::size_t i = 0; i < token_.name.size(); ++i)
      if (peek(2 + i) == -1 || ascii_lower(html_[at_ + 2 + i]) != token_.name[i]) return false;
    const int behind = peek(2 + token_.name.size());
    return behind == -1 || is_space(behind) || behind == '/' || behind == '>';
  }

  std::string_view html_;
  std::size_t at_ = 0;
  ReferenceToken token_;
  std::vector<ReferenceToken> tokens_;
};

// What TagScanner reads, in the same form.
inline std::vector<ReferenceToken> scanned_tokens(std::string_view html) {
  std::vector<ReferenceToken> tokens;
  TagScanner scanner(html);
  while (scanner.next()) {
    ReferenceToken token;
    token.kind = scanner.kind();
    token.begin = scanner.begin();
    token.end = scanner.end();
    token.contents_end = scanner.contents_end();
    if (scanner.is_tag()) {
      token.name = ascii_lower(scanner.name());
      AttributeScanner attributes = scanner.attributes();
      while (attributes.next())
        token.attributes.emplace_back(attributes.name(), attributes.value());
      token.is_closed = scanner.is_closed();
      token.is_self_closed = scanner.is_self_closed();
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace articles
