// Limits on the input of gumbo 0.10.1, which is quadratic in the depth of open elements, in the
// attributes of a tag and in the formatting elements that it reopens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace articles {

// As in Blink, which limits the depth of its trees to 512, too.
inline constexpr std::size_t kMaxOpenElements = 512;
// Formatting elements (b, font, a …) that are active at once: the parser opens all of them again in
// every paragraph.
inline constexpr std::size_t kMaxFormattingElements = 32;
inline constexpr std::size_t kMaxAttributes = 1'000;

enum class InputLimit : std::uint8_t {
  OpenElements,
  FormattingElements,
  Attributes,
  ParserStack,  // of a parse: GumboParse::End::TooDeep
};

// What the limit does to a page, as the reason of a Problem.
std::string reason_of(InputLimit limit);

struct LimitedInput {
  std::string html;
  InputLimit limit;        // the first limit that was exceeded
  std::size_t offset = 0;  // the offset in the original HTML of the tag that exceeded it
};

// The HTML without the tags and attributes that exceed a limit; all text stays. An element that is
// too deep is closed at once, `<p>` becomes `<p></p>`, so that lines break where they would. No
// value: the HTML keeps within the limits. Linear in time and memory.
std::optional<LimitedInput> limit_input(std::string_view html);

// What a text without structure keeps.
enum class Flattening : std::uint8_t { KeepRawText, DropAllTags };

// Removes the tags from `offset` on, so that no more elements are open behind it: a tag that breaks
// a line becomes a `<br>`, and all text stays. KeepRawText keeps script, style and the like with
// their contents, which are no text. Linear in time and memory.
void flatten_from(std::size_t offset, Flattening flattening, std::string& html);

}  // namespace articles
