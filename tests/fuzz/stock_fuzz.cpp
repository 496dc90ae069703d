// Claims, whatever the bytes: the scanner reads nothing outside them and ends. Positions are within
// the input and increase. stock_codes() is the distinct first column of stock_mentions(). Every
// code is read by read_stock_code() as the same code, also from each style that can write it; so is
// an input that is a code itself. The byline reader ends, and its JSON is valid UTF-8. Aims at:
// tags cut short, attributes in odd orders, character references, full-width forms, nested tables,
// brackets without an end, URLs in text.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "articles/byline.h"
#include "articles/stock_mentions.h"
#include "base/utf8.h"
#include "stocks/exchanges.h"

namespace {

[[noreturn]] void fail(const char* what, const std::string& about, std::string_view input) {
  std::fprintf(stderr, "%s: %s\ninput:\n%.*s\n", what, about.c_str(),
               static_cast<int>(input.size()), input.data());
  std::abort();
}

void check_code(const articles::StockCode& code, std::string_view input) {
  const std::string canonical = articles::canonical_code(code);
  for (const articles::StyleName& style : articles::kStyles) {
    const std::optional<std::string> written = articles::write_stock_code(code, style.style);
    if (!written && style.style == articles::CodeStyle::Sina)
      fail("Sina has no form for a code", canonical, input);
    if (!written) continue;
    const std::optional<articles::StockCode> back = articles::read_stock_code(*written);
    if (!back || !(*back == code))
      fail("a style loses a code", canonical + " as " + *written, input);
  }
  if (articles::kind_name(articles::kind_of(code)).empty()) fail("no kind", canonical, input);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  std::vector<std::string> distinct;
  std::size_t least = 0;
  for (const articles::Mention& mention : articles::stock_mentions(input)) {
    const std::string code = articles::canonical_code(mention.code);
    if (mention.position < least || mention.position >= size)
      fail("a position is out of order or outside", code, input);
    least = mention.position + 1;
    check_code(mention.code, input);
    if (std::find(distinct.begin(), distinct.end(), code) == distinct.end())
      distinct.push_back(code);
  }
  if (articles::stock_codes(input) != distinct) fail("stock_codes() differs", "", input);
  if (const std::optional<articles::StockCode> code = articles::read_stock_code(input))
    check_code(*code, input);
  const std::string json = articles::to_json(articles::read_byline(input));
  if (!articles::is_utf8(json)) fail("a byline is not UTF-8", json, input);
  return 0;
}
