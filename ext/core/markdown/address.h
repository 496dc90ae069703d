// Where a bare address ends, as cmark-gfm has it:
// https://github.github.com/gfm/#autolinks-extension-
#pragma once

#include <cstddef>
#include <string_view>

namespace articles::markdown {

// Whether a domain may begin with the first character of `text`.
bool is_domain_begin(std::string_view text) noexcept;

struct Domain {
  std::size_t size = 0;      // 0: no valid domain
  std::size_t read = 0;      // how far the text was read
  std::size_t last_two = 0;  // where the last two segments begin
  bool underscore = false;   // not valid because of an underscore in these
};

// The domain that `text` begins with. Its first byte is not looked at.
// REQUIRES: !text.empty()
Domain read_domain(std::string_view text, bool dot_required) noexcept;

// `address`, which ends at white space or the end of the text, without what follows the address:
// what begins with `<`, punctuation, a character reference, closing parentheses without opening
// ones.
std::string_view trim_address(std::string_view address) noexcept;

struct Email {
  std::size_t begin = 0;
  std::size_t end = 0;      // begin == end: no address
  bool has_scheme = false;  // the text itself begins with mailto: or xmpp:
};

// The e-mail address around the `@` at `at`. REQUIRES: text[at] == '@'
// `from` is where the text that may belong to it begins.
Email read_email(std::string_view text, std::size_t from, std::size_t at) noexcept;

}  // namespace articles::markdown
