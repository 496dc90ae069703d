// The tags that matter to where codes may stand.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"
#include "html/syntax/bytes.h"
#include "html/syntax/tag_scanner.h"

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

// A tag's name of up to eight letters and digits in lower case, the first lowest.
constexpr std::uint64_t packed_name(std::string_view name) {
  std::uint64_t packed = 0;
  for (std::size_t i = name.size(); i-- > 0;)
    packed =
        packed << 8 | static_cast<std::uint64_t>(static_cast<unsigned char>(ascii_lower(name[i])));
  return packed;
}

// The length of the tag's name that `rest` begins with, and in `packed` the name; 0 there: a longer
// one.
inline std::size_t stock_tag_name_size(std::string_view rest, std::uint64_t& packed) {
  if (const std::size_t size = short_tag_name_size(rest, packed); size != 0) return size;
  std::size_t size = 0;
  while (size < rest.size() && !kEndsTagName(rest[size])) ++size;
  packed = size > sizeof packed ? 0 : packed_name(rest.substr(0, size));
  return size;
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

enum class AttributeName : std::uint8_t { Id, Href, Code, Colspan, Rowspan, Other };

constexpr AttributeName attribute_name(std::string_view name) {
  const auto is = [&](std::string_view wanted) { return same_ignoring_case(name, wanted); };
  switch (name.size()) {
    case 2:
      return is("id") ? AttributeName::Id : AttributeName::Other;
    case 4:
      return is("href")   ? AttributeName::Href
             : is("code") ? AttributeName::Code
                          : AttributeName::Other;
    case 7:
      return is("colspan")   ? AttributeName::Colspan
             : is("rowspan") ? AttributeName::Rowspan
                             : AttributeName::Other;
    default:
      return AttributeName::Other;
  }
}

struct StockAttribute {
  AttributeName name;
  std::string_view value;  // as written
};

// The attributes of a tag that matter, as they are written; the first of each name.
class StockAttributes {
 public:
  void clear() { count_ = 0; }
  void add(const StockAttribute& attribute) {
    if (count_ < all_.size() && find(attribute.name) == end()) all_[count_++] = attribute;
  }
  // Empty: there is none.
  std::string_view value(AttributeName name) const {
    const StockAttribute* const found = find(name);
    return found == end() ? std::string_view() : found->value;
  }
  const StockAttribute* begin() const { return all_.data(); }
  const StockAttribute* end() const { return begin() + count_; }

 private:
  const StockAttribute* find(AttributeName name) const {
    return std::find_if(begin(), end(),
                        [&](const StockAttribute& one) { return one.name == name; });
  }

  std::array<StockAttribute, static_cast<std::size_t>(AttributeName::Other)> all_;
  std::size_t count_ = 0;
};

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
