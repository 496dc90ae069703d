// Claim: may_match() never denies a match of the parser's tree; what is left without the matches
// has a text that is UTF-8. Input: a selector, a line feed, the HTML. Aims at: names in references,
// elements that the parser makes, names cut off at the end.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/error.h"
#include "articles/html_document.h"
#include "base/utf8.h"
#include "html/query/selector_filter.h"

namespace {

std::optional<articles::Selector> selector_of(std::string_view text) {
  try {
    return articles::Selector(text);
  } catch (const articles::Error&) {
    return std::nullopt;
  }
}

[[noreturn]] void fail(const char* claim, std::string_view input) {
  std::fprintf(stderr, "%s\n%.*s\n", claim, static_cast<int>(input.size()), input.data());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input = articles::repair_utf8({reinterpret_cast<const char*>(data), size});
  const std::string_view line = std::string_view(input).substr(0, input.find('\n'));
  const std::string_view html =
      std::string_view(input).substr(std::min(line.size() + 1, input.size()));
  const std::optional<articles::Selector> selector = selector_of(line);
  if (!selector) return 0;
  const articles::HtmlDocument document(html);
  const std::vector<std::size_t> elements = document.select(*selector);
  if (!elements.empty() && !articles::may_match(selector->list(), html))
    fail("may_match() denies a match", input);
  if (!articles::is_utf8(document.text_without(elements))) fail("the text is not UTF-8", input);
  return 0;
}
