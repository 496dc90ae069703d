#include "articles/markdown.h"

#include <md4c-html.h>

#include <limits>

#include "articles/error.h"

namespace articles {
namespace {

struct Output {
  std::string html;
  bool out_of_memory = false;
};

// Called by md4c, through whose C frames no exception may pass.
void append(const MD_CHAR* text, MD_SIZE size, void* output) noexcept {
  auto& out = *static_cast<Output*>(output);
  try {
    out.html.append(text, size);
  } catch (const std::exception&) {
    out.out_of_memory = true;
  }
}

}  // namespace

std::string markdown_html(std::string_view markdown) {
  if (markdown.size() > std::numeric_limits<MD_SIZE>::max())
    throw Error("the text is too long for Markdown");
  Output output;
  const int code = md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &output,
                           MD_DIALECT_GITHUB, MD_HTML_FLAG_SKIP_UTF8_BOM);
  if (output.out_of_memory) throw std::bad_alloc();
  if (code != 0) throw Error("md4c cannot render the text");
  return std::move(output.html);
}

}  // namespace articles
