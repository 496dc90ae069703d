// Whether a body is HTML or Markdown.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

enum class Markup : std::uint8_t { Auto, Html, Markdown };

// HTML if the file's name ends in .html, .htm or .xhtml, or if the body begins and ends with a tag,
// where blanks, comments, style and script elements at either end do not count; else Markdown.
// Never Auto.
Markup detect_markup(std::string_view file, std::string_view body) noexcept;

}  // namespace articles
