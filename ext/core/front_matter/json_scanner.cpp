#include "front_matter/json_scanner.h"

#include <algorithm>
#include <cassert>

#include "base/ascii.h"

namespace articles {
namespace {

// REQUIRES: text begins with '"'
std::size_t string_size(std::string_view text) {
  assert(starts_with(text, "\""));
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (text[at] == '\n' || text[at] == '\r') return at;
    if (text[at] == '"') return at + 1;
    if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n' && text[at + 1] != '\r')
      ++at;
  }
  return text.size();
}

}  // namespace

JsonScanner::JsonScanner(std::string_view text) noexcept {
  const std::size_t end = text.rfind("*/");
  last_comment_end_ = end == std::string_view::npos ? nullptr : text.data() + end;
}

std::string_view JsonScanner::next_token(std::string_view rest) const noexcept {
  assert(!rest.empty());
  if (rest.front() == '"') return rest.substr(0, string_size(rest));
  if (starts_with(rest, "//"))
    return rest.substr(0, std::min(rest.find_first_of("\r\n"), rest.size()));
  if (starts_with(rest, "/*") && last_comment_end_ != nullptr &&
      rest.data() + 2 <= last_comment_end_)
    return rest.substr(0, rest.find("*/", 2) + 2);
  return rest.substr(0, 1);
}

bool is_json_comment(std::string_view token) noexcept {
  return starts_with(token, "//") || starts_with(token, "/*");
}

std::string_view json_key(std::string_view text) noexcept {
  if (starts_with(text, "\"")) return text.substr(0, string_size(text));
  if (starts_with(text, "'")) {
    const std::size_t end = text.find_first_of("'\n", 1);
    const bool closed = end != std::string_view::npos && text[end] == '\'';
    return closed ? text.substr(0, end + 1) : std::string_view{};
  }
  std::size_t size = 0;
  while (size < text.size() && (ascii_alnum(text[size]) || text[size] == '_' || text[size] == '-' ||
                                !is_ascii(text[size])))
    ++size;
  return text.substr(0, size);
}

std::size_t json_object_size(std::string_view text) noexcept {
  assert(starts_with(text, "{"));
  const JsonScanner scanner(text);
  std::size_t depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view token = scanner.next_token(text.substr(at));
    if (token == "/" && starts_with(text.substr(at), "/*")) break;  // an open comment
    at += token.size();
    if (token == "{") ++depth;
    if (token == "}" && --depth == 0) return at;
  }
  return std::string_view::npos;
}

}  // namespace articles
