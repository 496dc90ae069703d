#include "articles/markdown.h"

#include <utility>

#include "markdown/library.h"
#include "markdown/nesting.h"
#include "markdown/rendering.h"

namespace articles {
namespace {

using markdown::Limit;
using markdown::Rendering;

constexpr int kOptions = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;

void render(Rendering& rendering) {
  cmark_mem* const memory = Rendering::memory();
  cmark_parser* const parser = cmark_parser_new_with_mem(kOptions, memory);
  markdown::Extensions& extensions = markdown::extensions();
  for (cmark_syntax_extension* const extension :
       {&extensions.table, &extensions.strikethrough, &extensions.autolink, &extensions.tasklist})
    cmark_parser_attach_syntax_extension(parser, extension);
  rendering.references = parser->refmap;
  markdown::feed_within_nesting_limit(rendering, parser);
  cmark_node* const document = cmark_parser_finish(parser);
  rendering.html = cmark_render_html_with_mem(document, kOptions, nullptr, memory);
}

std::string as_typed(std::string_view markdown) {
  std::string html = "<pre>\n";  // the line feed does not count
  for (const char c : markdown) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else
      html += c;
  }
  html += "</pre>\n";
  return html;
}

}  // namespace

RenderedMarkdown render_markdown(std::string_view markdown, const InterruptCheck& interrupted,
                                 std::size_t max_memory) {
  markdown::extensions();  // set up here, not in a frame that a jump may leave
  Rendering rendering(markdown, max_memory, interrupted);
  RenderedMarkdown rendered;
  if (markdown.size() <= markdown::kMaxBlock && rendering.run(render)) {
    rendered.html = rendering.html;
  } else {
    rendering.limited(Limit::Memory, 0);
    rendered.html = as_typed(markdown);
  }
  rendered.problems = rendering.problems();
  return rendered;
}

std::string markdown_html(std::string_view markdown, const InterruptCheck& interrupted) {
  return std::move(render_markdown(markdown, interrupted).html);
}

}  // namespace articles
