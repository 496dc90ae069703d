#include "base/quote.h"

#include "base/utf8.h"

namespace articles {
namespace {

// Where the text can be cut so that no UTF-8 sequence is.
std::size_t cut_at(std::string_view text) {
  if (text.size() <= kMaxQuotedBytes) return text.size();
  constexpr std::size_t kLongestSequence = 4;
  std::size_t at = kMaxQuotedBytes;
  while (at > kMaxQuotedBytes - kLongestSequence && (byte_at(text, at) & 0xC0U) == 0x80) --at;
  return at;
}

}  // namespace

std::string quote(std::string_view text) {
  const std::size_t end = cut_at(text);
  std::string result = "'";
  for (const char c : repair_utf8(text.substr(0, end))) {
    if (c == '\0')
      result += kReplacementBytes;
    else
      result += c;
  }
  if (end < text.size()) result += "…";
  return result + "'";
}

}  // namespace articles
