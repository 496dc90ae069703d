#include "articles/html.h"

#include "html/text/inner_text.h"
#include "html/text/one_pass.h"

namespace articles {

std::string strip_html(std::string_view html, const InterruptCheck& interrupted) {
  std::string text;
  text.reserve(html.size());
  if (try_strip_html(html, text)) return text;
  return strip_html_by_tree(html, interrupted);
}

}  // namespace articles
