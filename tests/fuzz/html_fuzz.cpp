// Claim: where the fast path takes HTML, its text is the parser's, byte for byte. For any input
// both end, stay in bounds and give valid UTF-8. Aims at: tags that close in the wrong order or not
// at all, tables, truncated references, raw text, svg, attributes with an open quote.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "articles/html.h"
#include "base/utf8.h"
#include "html/text/inner_text.h"
#include "html/text/one_pass.h"

namespace {

[[noreturn]] void fail(const char* claim, std::string_view html, std::string_view fast,
                       std::string_view tree) {
  std::fprintf(stderr, "%s\nhtml: %.*s\nfast: %.*s\ntree: %.*s\n", claim,
               static_cast<int>(html.size()), html.data(), static_cast<int>(fast.size()),
               fast.data(), static_cast<int>(tree.size()), tree.data());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string html = articles::repair_utf8({reinterpret_cast<const char*>(data), size});
  const std::string tree = articles::strip_html_by_tree(html);
  std::string fast;
  if (articles::try_strip_html(html, fast) && fast != tree)
    fail("the fast path and the parser disagree", html, fast, tree);
  if (!articles::is_utf8(tree)) fail("the text is not UTF-8", html, fast, tree);
  return 0;
}
