// Whether a body is HTML or Markdown.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

enum class Markup : std::uint8_t { Auto, Html, Markdown };

// Whether the file's name ends in .html, .htm or .xhtml, in any ASCII case.
bool is_named_html(std::string_view file) noexcept;

// Whether the text begins with a tag. Blanks, comments, style and script elements before it do not
// count, and an address in angle brackets is no tag.
bool begins_with_tag(std::string_view text) noexcept;

// HTML if is_named_html(file). Also if the body begins and ends with a
// tag, where blanks, comments, style and script elements at either end do not count, and addresses
// in angle brackets are not tags, and if no line outside of all elements is Markdown. Else
// Markdown. Never Auto.
Markup detect_markup(std::string_view file, std::string_view body) noexcept;

}  // namespace articles
