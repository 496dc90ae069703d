// Claim: Markdown renders to valid UTF-8 within the bounds, and, if no limit was met, as cmark-gfm
// itself renders it. Aims at: tables below and among other blocks, bare addresses, emphasis and
// strikethrough that overlap, footnotes, references, raw HTML cut short, nesting.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "articles/markdown.h"
#include "base/utf8.h"
#include "markdown/library.h"

namespace {

using articles::RenderedMarkdown;

constexpr int kOptions = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;

// The library with its own extensions. Character references, which it escapes twice in bare
// addresses, are left out of the comparison.
std::string by_the_library(std::string_view markdown) {
  articles::markdown::extensions();
  static cmark_mem memory{std::calloc, std::realloc, std::free};
  cmark_parser* const parser = cmark_parser_new_with_mem(kOptions, &memory);
  for (const char* const name : {"table", "strikethrough", "autolink", "tasklist"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  cmark_parser_feed(parser, markdown.data(), markdown.size());
  cmark_node* const document = cmark_parser_finish(parser);
  char* const html = cmark_render_html_with_mem(document, kOptions, nullptr, &memory);
  std::string result = html;
  std::free(html);
  cmark_node_free(document);
  cmark_parser_free(parser);
  return result;
}

// Whether all that begins with `[^` is a footnote's label. The library cuts off others.
bool has_labels_only(std::string_view text) {
  if (text.find("[\\^") != std::string_view::npos) return false;
  for (std::size_t at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 1))
    if (text.find_first_of("]", at) > text.find_first_of("[` <\\\t\r\n", at + 1)) return false;
  return true;
}

[[noreturn]] void fail(const char* claim, std::string_view markdown, std::string_view html,
                       std::string_view expected) {
  std::fprintf(stderr, "%s\nmarkdown: %.*s\nhtml: %.*s\nexpected: %.*s\n", claim,
               static_cast<int>(markdown.size()), markdown.data(), static_cast<int>(html.size()),
               html.data(), static_cast<int>(expected.size()), expected.data());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = articles::repair_utf8({reinterpret_cast<const char*>(data), size});
  const RenderedMarkdown rendered = articles::render_markdown(text);
  if (!articles::is_utf8(rendered.html)) fail("the HTML is not UTF-8", text, rendered.html, "");
  if (rendered.html.size() > 1'200'000 + 600 * text.size())
    fail("the HTML is too large", text, "", "");
  if (!rendered.problems.empty() || text.find('&') != std::string::npos || !has_labels_only(text))
    return 0;
  const std::string expected = by_the_library(text);
  if (rendered.html != expected)
    fail("the library renders it differently", text, rendered.html, expected);
  return 0;
}
