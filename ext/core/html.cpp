#include "articles/html.h"

#include "html_fast.h"
#include "html_text.h"

namespace articles {

std::string strip_html(std::string_view html) {
  std::string text;
  text.reserve(html.size());
  if (try_strip_html(html, text)) return text;
  return strip_html_by_tree(html);
}

}  // namespace articles
