#include <cassert>

#include "articles/search.h"
#include "base/utf8.h"
#include "search/characters.h"

namespace articles {
namespace {

// next_code_point(), with the characters of ASCII and most of three bytes read here: it is called
// for every character of every article.
// REQUIRES: at < text.size()
inline char32_t next_code(std::string_view text, std::size_t& at) noexcept {
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  // The second byte has limits of its own behind E0 and ED.
  if (first > 0xE0 && first < 0xF0 && first != 0xED && at + 2 < text.size() &&
      (byte(at + 1) & 0xC0U) == 0x80 && (byte(at + 2) & 0xC0U) == 0x80) {
    const char32_t code =
        (first & 0xFU) << 12 | (byte(at + 1) & 0x3FU) << 6 | (byte(at + 2) & 0x3FU);
    at += 3;
    return code;
  }
  return next_code_point(text, at);
}

// One pass over a text.
template <class Sink>
class Splitter {
 public:
  Splitter(const Characters& characters, bool keeps_diacritics, std::string_view text, Sink sink)
      : characters_(characters), keeps_diacritics_(keeps_diacritics), text_(text), sink_(sink) {}

  // Whether the sink never said false.
  bool run() {
    while (at_ < text_.size()) {
      begin_ = at_;
      const Character character = next();
      switch (character.role) {
        case Role::Space:
          break;
        case Role::Separator:
        case Role::Mark:
          separated_ = true;
          break;
        case Role::Word:
          if (!word(character)) return false;
          break;
        case Role::Cjk:
          if (!cjk(character)) return false;
          break;
      }
    }
    return true;
  }

 private:
  Character next() noexcept {
    code_ = next_code(text_, at_);
    return characters_[code_];
  }

  bool cjk(Character character) {
    if (separated_ && after_cjk_ && !sink_(Token{kSeparatorToken, cjk_end_, begin_})) return false;
    after_cjk_ = true;
    separated_ = false;
    cjk_end_ = at_;
    if (character.folded == code_)
      return sink_(Token{text_.substr(begin_, at_ - begin_), begin_, at_});
    folded_.clear();
    append_utf8(folded_, character.folded);
    return sink_(Token{folded_, begin_, at_});
  }

  bool word(Character character) {
    folded_.clear();
    std::size_t end = at_;
    for (;;) {
      if (character.role == Role::Word || keeps_diacritics_) append_utf8(folded_, character.folded);
      end = at_;
      if (at_ == text_.size()) break;
      character = next();
      if (character.role != Role::Word && character.role != Role::Mark) break;
    }
    at_ = end;
    after_cjk_ = false;
    return sink_(Token{folded_, begin_, end});
  }

  const Characters& characters_;
  const bool keeps_diacritics_;
  const std::string_view text_;
  const Sink sink_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the character, or word, at hand
  char32_t code_ = 0;      // of the character read last
  // The token before was a Chinese, Japanese or Korean character, which ended at cjk_end_.
  bool after_cjk_ = false;
  std::size_t cjk_end_ = 0;
  bool separated_ = false;  // something but a space is between it and what follows
  std::string folded_;
};

}  // namespace

Tokenizer::Tokenizer(const TokenizerOptions& options)
    : characters_(&Characters::of(options)), keeps_diacritics_(options.remove_diacritics == 0) {
  assert(options.remove_diacritics >= 0 && options.remove_diacritics <= 2);
}

bool Tokenizer::split(std::string_view text, Sink sink, const void* callable) const {
  const auto emit = [sink, callable](const Token& token) { return sink(callable, token); };
  return Splitter(*characters_, keeps_diacritics_, text, emit).run();
}

}  // namespace articles
