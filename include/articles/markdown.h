// Markdown to HTML.
#pragma once

#include <string>
#include <string_view>

namespace articles {

// Renders GitHub's dialect (CommonMark with tables, strike-through, task lists and bare links) by
// md4c. HTML within the text stays as it is. Throws bad_alloc, or Error if md4c gives up. REQUIRES:
// markdown is valid UTF-8
std::string markdown_html(std::string_view markdown);

}  // namespace articles
