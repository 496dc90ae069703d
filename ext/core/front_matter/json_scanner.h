// The tokens of a text that may be JSON, without a judgement on its syntax: enough to find where an
// object ends and to take a malformed one apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace articles {

// Splits a text into tokens.
class JsonScanner {
 public:
  explicit JsonScanner(std::string_view text) noexcept;

  // The token that `rest` begins with: a string (to the end of its line if nothing closes it), a
  // comment (`//` to the end of its line, `/*…*/`), or any other single byte.
  // REQUIRES: !rest.empty(); rest is a suffix of the text
  std::string_view next_token(std::string_view rest) const noexcept;

 private:
  // The last "*/" of the text; nullptr if there is none. A comment that begins after it is not
  // closed, which takes no further search.
  const char* last_comment_end_;
};

bool is_json_comment(std::string_view token) noexcept;

// The key that the text begins with, quotes included: a string, or an unquoted name as JavaScript
// allows it; empty if there is none.
std::string_view json_key(std::string_view text) noexcept;

// The size of the object that the text begins with; npos if nothing closes it.
// REQUIRES: text begins with '{'
std::size_t json_object_size(std::string_view text) noexcept;

}  // namespace articles
