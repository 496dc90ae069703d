// Whether a body is HTML or Markdown.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

enum class Markup : std::uint8_t { Auto, Html, Markdown };

// HTML if the file's name ends in .html, .htm or .xhtml. Also if the body begins and ends with a
// tag, where blanks, comments, style and script elements at either end do not count, and addresses
// in angle brackets are not tags, and if no line outside of all elements is Markdown. Else
// Markdown. Never Auto.
Markup detect_markup(std::string_view file, std::string_view body) noexcept;

}  // namespace articles
