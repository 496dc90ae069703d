// Lines of Markdown among HTML.
#pragma once

#include <string_view>

namespace articles {

// Whether text outside of all elements has a line that Markdown makes a heading, a list item, a
// quote or a code fence, at the left margin. An element without an end tag goes on to the end of
// the one around it. Linear.
bool has_markdown_lines(std::string_view html) noexcept;

// Whether the text begins with an address in angle brackets, which is not a tag: `<https://…>`,
// `<a@b.c>`. https://spec.commonmark.org/0.31.2/#autolinks
bool begins_with_address(std::string_view text) noexcept;

}  // namespace articles
