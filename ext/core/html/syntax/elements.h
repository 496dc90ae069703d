// The HTML elements: one row for each element that any stage treats specially.
// Display: the default style sheet, https://html.spec.whatwg.org/multipage/rendering.html, 15.3 to
// 15.6. Roles: the tree construction,
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody. Traits: the sources at
// each.
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

// The boxes that an element makes by default.
enum class Display : std::uint8_t {
  Inline,     // also any element that is not in the table
  None,       // no box
  Block,      // a line of its own; also list items
  Paragraph,  // p: an empty line around it
  Table,
  Caption,
  Columns,  // colgroup and col
  RowGroup,
  Row,
  Cell,
  Break,        // br
  Atomic,       // replaced: takes its place in the line; its contents are not shown
  InlineBlock,  // takes its place in the line; its contents are a flow of their own
  Select,       // InlineBlock that shows its optgroups and options only
  OptionGroup,  // a block that shows its options only
  Option,
};

// The rules of the tree construction for the tags of an element, as far as tags that nest as
// written need them (html/text/one_pass.h). From Table on: the parts of tables.
enum class Role : std::uint8_t {
  Ordinary,    // no rules of its own: any element that is not in the table
  Formatting,  // b, font …: the parser reopens it if it is left open
  Unique,      // a, nobr: formatting; its start tag closes another one that is open
  Block,       // closes an open p
  Paragraph,
  Heading,
  Item,        // li
  Definition,  // dd, dt
  Pre,         // its first line feed is dropped
  Form,        // cannot be nested
  Button,      // cannot be nested; a p that is open outside of it stays open
  Void,        // no contents
  VoidBlock,   // hr: closes an open p
  RawText,     // its contents are not markup and not shown
  Ignored,     // html, head, body: no effect within a fragment
  Svg,         // only its text elements are shown
  Details,     // if closed, only its first summary is shown
  Summary,
  Replaced,  // takes its place in the line; its contents are not shown
  Table,
  Caption,
  Columns,  // colgroup and col: nothing in them is shown
  Section,
  Row,
  Cell,
  Declined,  // needs the parser
};

// Bits of Element::traits.
using Traits = std::uint8_t;
// Has no contents and no end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements,
// the obsolete ones, and image, whose start tag is read as that of img.
inline constexpr Traits kVoid = 1;
// Tags and character references mean nothing in its contents:
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-html-fragments
inline constexpr Traits kRawText = 2;
// Tags mean nothing in its contents.
inline constexpr Traits kEscapableText = 4;
// Keeps white space (white-space: pre).
inline constexpr Traits kPreserves = 8;
// Text-level semantics (https://html.spec.whatwg.org/multipage/text-level-semantics.html), edits
// and their obsolete neighbours: the texts on the two sides of a tag are adjacent.
inline constexpr Traits kPhrasing = 16;
// Holds program text: $PATH is not a cashtag there.
inline constexpr Traits kProgramText = 32;
// Its start tag ends foreign content, as that of font does if it has color, face or size:
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
inline constexpr Traits kEndsForeign = 64;

struct Element {
  std::string_view name;  // in lower case; empty for an element that is not in the table
  Display display = Display::Inline;
  Role role = Role::Ordinary;
  Traits traits = 0;

  constexpr bool has(Traits any) const noexcept { return (traits & any) != 0; }
  // Tags mean nothing in its contents.
  constexpr bool holds_text_only() const noexcept { return has(kRawText | kEscapableText); }
  // https://html.spec.whatwg.org/multipage/parsing.html#formatting
  constexpr bool is_formatting() const noexcept {
    return role == Role::Formatting || role == Role::Unique;
  }
};

inline constexpr Element kElements[] = {
    // 15.3.1 Hidden elements
    {"area", Display::None, Role::Void, kVoid},
    {"base", Display::None, Role::Void, kVoid},
    {"basefont", Display::None, Role::Declined, kVoid},
    {"datalist", Display::None, Role::Declined},
    {"head", Display::None, Role::Ignored, kEndsForeign},
    {"link", Display::None, Role::Void, kVoid},
    {"meta", Display::None, Role::Void, kVoid | kEndsForeign},
    {"noembed", Display::None, Role::RawText, kRawText},
    {"noframes", Display::None, Role::RawText, kRawText},
    {"param", Display::None, Role::Declined, kVoid},
    {"rp", Display::None, Role::Declined},
    {"script", Display::None, Role::RawText, kRawText},
    {"style", Display::None, Role::RawText, kRawText},
    {"template", Display::None, Role::Declined},
    {"title", Display::None, Role::RawText, kEscapableText},
    // 15.3.2 The page, 15.3.3 Flow content
    {"html", Display::Block, Role::Ignored},
    {"body", Display::Block, Role::Ignored, kEndsForeign},
    {"address", Display::Block, Role::Block},
    {"blockquote", Display::Block, Role::Block, kEndsForeign},
    {"center", Display::Block, Role::Block, kEndsForeign},
    {"dialog", Display::Block, Role::Declined},
    {"div", Display::Block, Role::Block, kEndsForeign},
    {"figure", Display::Block, Role::Block},
    {"figcaption", Display::Block, Role::Block},
    {"footer", Display::Block, Role::Block},
    {"form", Display::Block, Role::Form},
    {"header", Display::Block, Role::Block},
    {"hr", Display::Block, Role::VoidBlock, kVoid | kEndsForeign},
    {"legend", Display::Block, Role::Declined},
    {"listing", Display::Block, Role::Pre, kPreserves | kProgramText | kEndsForeign},
    {"main", Display::Block, Role::Block},
    {"p", Display::Paragraph, Role::Paragraph, kEndsForeign},
    {"plaintext", Display::Block, Role::Declined, kRawText | kPreserves},
    {"pre", Display::Block, Role::Pre, kPreserves | kProgramText | kEndsForeign},
    {"search", Display::Block, Role::Declined},
    {"xmp", Display::Block, Role::Declined, kRawText | kPreserves},
    // 15.3.7 Sections and headings
    {"article", Display::Block, Role::Block},
    {"aside", Display::Block, Role::Block},
    {"h1", Display::Block, Role::Heading, kEndsForeign},
    {"h2", Display::Block, Role::Heading, kEndsForeign},
    {"h3", Display::Block, Role::Heading, kEndsForeign},
    {"h4", Display::Block, Role::Heading, kEndsForeign},
    {"h5", Display::Block, Role::Heading, kEndsForeign},
    {"h6", Display::Block, Role::Heading, kEndsForeign},
    {"hgroup", Display::Block, Role::Block},
    {"nav", Display::Block, Role::Block},
    {"section", Display::Block, Role::Block},
    // 15.3.8 Lists
    {"dir", Display::Block, Role::Declined},
    {"dd", Display::Block, Role::Definition, kEndsForeign},
    {"dl", Display::Block, Role::Block, kEndsForeign},
    {"dt", Display::Block, Role::Definition, kEndsForeign},
    {"menu", Display::Block, Role::Block, kEndsForeign},
    {"ol", Display::Block, Role::Block, kEndsForeign},
    {"ul", Display::Block, Role::Block, kEndsForeign},
    {"li", Display::Block, Role::Item, kEndsForeign},
    // 15.3.9 Tables
    {"table", Display::Table, Role::Table, kEndsForeign},
    {"caption", Display::Caption, Role::Caption},
    {"colgroup", Display::Columns, Role::Columns},
    {"col", Display::Columns, Role::Columns, kVoid},
    {"thead", Display::RowGroup, Role::Section},
    {"tbody", Display::RowGroup, Role::Section},
    {"tfoot", Display::RowGroup, Role::Section},
    {"tr", Display::Row, Role::Row},
    {"td", Display::Cell, Role::Cell},
    {"th", Display::Cell, Role::Cell},
    // 15.3.11 Form controls, 15.3.13 The fieldset and legend elements
    {"input", Display::Atomic, Role::Void, kVoid},
    {"textarea", Display::Atomic, Role::RawText, kEscapableText},
    {"button", Display::InlineBlock, Role::Button},
    {"select", Display::Select, Role::Declined},
    {"optgroup", Display::OptionGroup, Role::Declined},
    {"option", Display::Option, Role::Declined},
    {"meter", Display::Atomic, Role::Replaced},
    {"progress", Display::Atomic, Role::Replaced},
    {"fieldset", Display::Block, Role::Block},
    // 15.4 Replaced elements
    {"audio", Display::Atomic, Role::Replaced},
    {"canvas", Display::Atomic, Role::Replaced},
    {"embed", Display::Atomic, Role::Declined, kVoid | kEndsForeign},
    {"iframe", Display::Atomic, Role::RawText, kRawText},
    {"img", Display::Atomic, Role::Void, kVoid | kEndsForeign},
    {"object", Display::Atomic, Role::Declined},
    {"video", Display::Atomic, Role::Replaced},
    // 15.3.4 Phrasing content
    // white-space: nowrap, even within pre
    {"nobr", Display::Inline, Role::Unique, kPhrasing | kEndsForeign},
    // 15.5 Widgets
    {"details", Display::Block, Role::Details},
    {"summary", Display::Block, Role::Summary},
    {"marquee", Display::InlineBlock, Role::Declined},
    // 4.5.27 The br element
    {"br", Display::Break, Role::Void, kVoid | kEndsForeign},
    // Inline in the rendering section, or without a rule there
    {"a", Display::Inline, Role::Unique, kPhrasing},
    {"abbr", Display::Inline, Role::Ordinary, kPhrasing},
    {"acronym", Display::Inline, Role::Ordinary, kPhrasing},
    {"applet", Display::Inline, Role::Declined},
    {"b", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"bdi", Display::Inline, Role::Ordinary, kPhrasing},
    {"bdo", Display::Inline, Role::Ordinary, kPhrasing},
    {"bgsound", Display::Inline, Role::Declined, kVoid},
    {"big", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"cite", Display::Inline, Role::Ordinary, kPhrasing},
    {"code", Display::Inline, Role::Formatting, kPhrasing | kProgramText | kEndsForeign},
    {"data", Display::Inline, Role::Ordinary, kPhrasing},
    {"del", Display::Inline, Role::Ordinary, kPhrasing},
    {"dfn", Display::Inline, Role::Ordinary, kPhrasing},
    {"em", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"font", Display::Inline, Role::Formatting, kPhrasing},
    {"frame", Display::Inline, Role::Ignored, kVoid},
    {"frameset", Display::Inline, Role::Ignored},
    {"i", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"image", Display::Inline, Role::Declined, kVoid},
    {"ins", Display::Inline, Role::Ordinary, kPhrasing},
    {"isindex", Display::Inline, Role::Declined},
    {"kbd", Display::Inline, Role::Ordinary, kPhrasing | kProgramText},
    {"keygen", Display::Inline, Role::Declined, kVoid},
    {"mark", Display::Inline, Role::Ordinary, kPhrasing},
    {"math", Display::Inline, Role::Declined},
    {"menuitem", Display::Inline, Role::Declined},
    {"q", Display::Inline, Role::Ordinary, kPhrasing},
    {"rb", Display::Inline, Role::Declined},
    {"rt", Display::Inline, Role::Declined},
    {"rtc", Display::Inline, Role::Declined},
    {"ruby", Display::Inline, Role::Declined, kEndsForeign},
    {"s", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"samp", Display::Inline, Role::Ordinary, kPhrasing | kProgramText},
    {"small", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"source", Display::Inline, Role::Void, kVoid},
    {"span", Display::Inline, Role::Ordinary, kPhrasing | kEndsForeign},
    {"strike", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"strong", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"sub", Display::Inline, Role::Ordinary, kPhrasing | kEndsForeign},
    {"sup", Display::Inline, Role::Ordinary, kPhrasing | kEndsForeign},
    {"svg", Display::Inline, Role::Svg},
    {"time", Display::Inline, Role::Ordinary, kPhrasing},
    {"track", Display::Inline, Role::Void, kVoid},
    {"tt", Display::Inline, Role::Formatting, kPhrasing | kProgramText | kEndsForeign},
    {"u", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"var", Display::Inline, Role::Ordinary, kPhrasing | kProgramText | kEndsForeign},
    {"wbr", Display::Inline, Role::Void, kVoid | kPhrasing},
};

// The row of an element that is not in the table.
inline constexpr Element kUnlistedElement{};

// Whether the element is on lines of its own, so that the line breaks before and after it
// (innerText, step 9).
constexpr bool is_block_level(Display display) noexcept {
  switch (display) {
    case Display::Block:
    case Display::Paragraph:
    case Display::Table:
    case Display::Caption:
    case Display::OptionGroup:
    case Display::Option:
      return true;
    default:
      return false;
  }
}

}  // namespace articles
