#include "articles/html.h"

#include "html/text/inner_text.h"
#include "html/text/one_pass.h"

namespace articles {

std::string strip_html(std::string_view html, Problems& problems,
                       const InterruptCheck& interrupted) {
  std::string text;
  text.reserve(html.size());
  if (try_strip_html(html, text)) return text;
  return strip_html_by_tree(html, problems, interrupted);
}

std::string strip_html(std::string_view html, const InterruptCheck& interrupted) {
  Problems unused;
  return strip_html(html, unused, interrupted);
}

}  // namespace articles
