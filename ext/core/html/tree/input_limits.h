// Bounds on what gumbo is given: it is quadratic in the depth of open elements and in the
// attributes of a tag.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

// Browsers bound their trees too (Blink: 512 levels).
inline constexpr std::size_t kMaxOpenElements = 10'000;
inline constexpr std::size_t kMaxAttributes = 1'000;

// The HTML without the tags and attributes that go beyond the bounds; the text in them stays. No
// value: it keeps to them as it is. Linear.
//
// Formatting elements (b, font, a …) are bounded to 256, since the parser opens all of them again
// in every paragraph; leaving them out changes no text. Where many tags stand deep within others,
// what lies deeper than 512 levels is left out as well.
std::optional<std::string> within_limits(std::string_view html);

}  // namespace articles
