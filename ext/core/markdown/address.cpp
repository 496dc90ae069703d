#include "markdown/address.h"

#include <algorithm>

#include "base/ascii.h"
#include "markdown/cmark.h"

namespace articles::markdown {
namespace {

bool is_any(char c, std::string_view characters) noexcept {
  return characters.find(c) != std::string_view::npos;
}

// Where the character reference begins that the `;` at the end of `address` ends, or else that `;`.
std::size_t reference_begin(std::string_view address) noexcept {
  const std::size_t last = address.size() - 1;
  if (last < 1) return last;
  std::size_t at = last - 1;
  while (at > 0 && ascii_alpha(address[at])) --at;
  return at < last - 1 && address[at] == '&' ? at : last;
}

// Whether `scheme` stands in front of `text[at]`, the `:` included, as a word of its own.
bool follows_scheme(std::string_view text, std::size_t at, std::string_view scheme) noexcept {
  if (!ends_with(text.substr(0, at), scheme)) return false;
  return at == scheme.size() || !ascii_alnum(text[at - scheme.size() - 1]);
}

}  // namespace

bool is_domain_begin(std::string_view text) noexcept {
  std::int32_t c = 0;
  const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (cmark_utf8proc_iterate(bytes, static_cast<bufsize_t>(text.size()), &c) < 0) return false;
  return cmark_utf8proc_is_space(c) == 0 && cmark_utf8proc_is_punctuation(c) == 0;
}

Domain read_domain(std::string_view text, bool dot_required) noexcept {
  Domain domain;
  std::size_t segment = 0;
  std::size_t dots = 0;
  bool underscore = false;  // in the segment
  bool underscore_before = false;
  std::size_t i = 1;
  for (; i + 1 < text.size(); ++i) {
    if (text[i] == '_') {
      underscore = true;
    } else if (text[i] == '.') {
      domain.last_two = segment;
      segment = i + 1;
      underscore_before = underscore;
      underscore = false;
      ++dots;
    } else if (text[i] != '-' && !is_domain_begin(text.substr(i))) {
      break;
    }
  }
  domain.read = i;
  domain.underscore = underscore || underscore_before;
  if (!domain.underscore && (dots > 0 || !dot_required)) domain.size = i;
  return domain;
}

std::string_view trim_address(std::string_view address) noexcept {
  address = address.substr(0, address.find('<'));
  const auto open = std::count(address.begin(), address.end(), '(');
  auto closed = std::count(address.begin(), address.end(), ')');
  while (!address.empty()) {
    const char last = address.back();
    std::size_t size = address.size() - 1;
    if (last == ';') {
      size = reference_begin(address);
    } else if (last == ')') {
      if (closed <= open) break;
      --closed;
    } else if (!is_any(last, "?!.,:*_~'\"")) {
      break;
    }
    address = address.substr(0, size);
  }
  return address;
}

Email read_email(std::string_view text, std::size_t from, std::size_t at) noexcept {
  Email email{at, at, false};
  bool xmpp = false;
  while (email.begin > from) {
    const char c = text[email.begin - 1];
    if (!ascii_alnum(c) && !is_any(c, ".+-_")) {
      if (follows_scheme(text, email.begin, "mailto:"))
        email.has_scheme = true;
      else if (follows_scheme(text, email.begin, "xmpp:"))
        email.has_scheme = xmpp = true;
      else
        break;
    }
    --email.begin;
  }
  if (email.begin == at) return {at, at, false};
  bool dot = false;
  std::size_t end = at + 1;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '@') return {at, at, false};
    if (c == '.' && end + 1 < text.size() && ascii_alnum(text[end + 1]))
      dot = true;
    else if (!ascii_alnum(c) && c != '-' && c != '_' && !(c == '/' && xmpp))
      break;
  }
  const char last = text[end - 1];
  if (end - at < 2 || !dot || (!ascii_alpha(last) && last != '.')) return {at, at, false};
  email.end = at + trim_address(text.substr(at, end - at)).size();
  return email;
}

}  // namespace articles::markdown
