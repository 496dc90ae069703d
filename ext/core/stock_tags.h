// The tags that matter to where codes may stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "articles/ascii.h"
#include "html_tag.h"

namespace articles {

enum class StockTag : std::uint8_t {
  Other,    // ends the line: what stands before it is not beside what comes behind
  Inline,   // the line goes on
  Anchor,   // the same
  Code,     // of a program: the line goes on, and $PATH is no cashtag
  Listing,  // the same, of its own lines
  Raw,      // its contents are no markup and not shown as text
  Table,
  Row,
  Cell,
};

// A tag's name of up to eight letters and digits in lower case, packed; 0: a longer one.
constexpr std::uint64_t packed_name(std::string_view name) {
  if (name.size() > sizeof(std::uint64_t)) return 0;
  std::uint64_t packed = 0;
  for (const char c : name)
    packed = packed << 8 | static_cast<std::uint64_t>(static_cast<unsigned char>(ascii_lower(c)));
  return packed;
}

// https://html.spec.whatwg.org/multipage/text-level-semantics.html, and the presentational ones
constexpr StockTag stock_tag(std::uint64_t name) {
  switch (name) {
    case packed_name("a"):
      return StockTag::Anchor;
    case packed_name("abbr"):
    case packed_name("b"):
    case packed_name("big"):
    case packed_name("cite"):
    case packed_name("em"):
    case packed_name("font"):
    case packed_name("i"):
    case packed_name("ins"):
    case packed_name("mark"):
    case packed_name("q"):
    case packed_name("s"):
    case packed_name("small"):
    case packed_name("span"):
    case packed_name("strong"):
    case packed_name("sub"):
    case packed_name("sup"):
    case packed_name("u"):
    case packed_name("wbr"):
      return StockTag::Inline;
    case packed_name("code"):
    case packed_name("kbd"):
    case packed_name("samp"):
    case packed_name("tt"):
    case packed_name("var"):
      return StockTag::Code;
    case packed_name("pre"):
      return StockTag::Listing;
    case packed_name("script"):
    case packed_name("style"):
    case packed_name("title"):
    case packed_name("textarea"):
    case packed_name("iframe"):
    case packed_name("noembed"):
    case packed_name("noframes"):
    case packed_name("xmp"):
      return StockTag::Raw;
    case packed_name("table"):
      return StockTag::Table;
    case packed_name("tr"):
      return StockTag::Row;
    case packed_name("td"):
    case packed_name("th"):
      return StockTag::Cell;
    default:
      return StockTag::Other;
  }
}

// Behind the markup that begins at `at` with '<' and is no tag with a letter: a comment, a doctype,
// an end tag without a name. `at` + 1 if it is text.
inline std::size_t other_markup_end(std::string_view html, std::size_t at) {
  const std::string_view rest = html.substr(at);
  if (starts_with(rest, "<!--")) return comment_end(html, at);
  if (rest.size() < 2 || (rest[1] != '!' && rest[1] != '?' && rest[1] != '/')) return at + 1;
  const std::size_t close = html.find('>', at);
  return close == std::string_view::npos ? html.size() : close + 1;
}

}  // namespace articles
