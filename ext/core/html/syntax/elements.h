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
  Float,        // Atomic that is beside the line: the line breaks there
  Quote,        // Inline between two quotation marks, which are not part of the text
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
using Traits = std::uint16_t;
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
// The category "special": https://html.spec.whatwg.org/multipage/parsing.html#special. dialog and
// search are in it because the parser is given dir for them (html/tree/tag_renaming.h).
inline constexpr Traits kSpecial = 128;
// Ends the search for an element "in scope":
// https://html.spec.whatwg.org/multipage/parsing.html#has-an-element-in-scope
inline constexpr Traits kScope = 256;
// Floats if its attribute align is left or right; an input only if its type is image:
// https://html.spec.whatwg.org/multipage/rendering.html#attributes-for-embedded-content-and-images
inline constexpr Traits kAligned = 512;

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
    {"area", Display::None, Role::Void, kVoid | kSpecial},
    {"base", Display::None, Role::Void, kVoid | kSpecial},
    {"basefont", Display::None, Role::Declined, kVoid | kSpecial},
    {"datalist", Display::None, Role::Declined},
    {"head", Display::None, Role::Ignored, kEndsForeign | kSpecial},
    {"link", Display::None, Role::Void, kVoid | kSpecial},
    {"meta", Display::None, Role::Void, kVoid | kEndsForeign | kSpecial},
    {"noembed", Display::None, Role::RawText, kRawText | kSpecial},
    {"noframes", Display::None, Role::RawText, kRawText | kSpecial},
    {"param", Display::None, Role::Declined, kVoid | kSpecial},
    {"rp", Display::None, Role::Declined},
    {"script", Display::None, Role::RawText, kRawText | kSpecial},
    {"style", Display::None, Role::RawText, kRawText | kSpecial},
    {"template", Display::None, Role::Declined, kSpecial | kScope},
    {"title", Display::None, Role::RawText, kEscapableText | kSpecial},
    // 15.3.2 The page, 15.3.3 Flow content
    {"html", Display::Block, Role::Ignored, kSpecial | kScope},
    {"body", Display::Block, Role::Ignored, kEndsForeign | kSpecial},
    {"address", Display::Block, Role::Block, kSpecial},
    {"blockquote", Display::Block, Role::Block, kEndsForeign | kSpecial},
    {"center", Display::Block, Role::Block, kEndsForeign | kSpecial},
    {"dialog", Display::Block, Role::Declined, kSpecial},
    {"div", Display::Block, Role::Block, kEndsForeign | kSpecial},
    {"figure", Display::Block, Role::Block, kSpecial},
    {"figcaption", Display::Block, Role::Block, kSpecial},
    {"footer", Display::Block, Role::Block, kSpecial},
    {"form", Display::Block, Role::Form, kSpecial},
    {"header", Display::Block, Role::Block, kSpecial},
    {"hr", Display::Block, Role::VoidBlock, kVoid | kEndsForeign | kSpecial},
    {"legend", Display::Block, Role::Declined},
    {"listing", Display::Block, Role::Pre, kPreserves | kProgramText | kEndsForeign | kSpecial},
    {"main", Display::Block, Role::Block, kSpecial},
    {"p", Display::Paragraph, Role::Paragraph, kEndsForeign | kSpecial},
    {"plaintext", Display::Block, Role::Declined, kRawText | kPreserves | kSpecial},
    {"pre", Display::Block, Role::Pre, kPreserves | kProgramText | kEndsForeign | kSpecial},
    {"search", Display::Block, Role::Declined, kSpecial},
    {"xmp", Display::Block, Role::Declined, kRawText | kPreserves | kSpecial},
    // 15.3.7 Sections and headings
    {"article", Display::Block, Role::Block, kSpecial},
    {"aside", Display::Block, Role::Block, kSpecial},
    {"h1", Display::Block, Role::Heading, kEndsForeign | kSpecial},
    {"h2", Display::Block, Role::Heading, kEndsForeign | kSpecial},
    {"h3", Display::Block, Role::Heading, kEndsForeign | kSpecial},
    {"h4", Display::Block, Role::Heading, kEndsForeign | kSpecial},
    {"h5", Display::Block, Role::Heading, kEndsForeign | kSpecial},
    {"h6", Display::Block, Role::Heading, kEndsForeign | kSpecial},
    {"hgroup", Display::Block, Role::Block, kSpecial},
    {"nav", Display::Block, Role::Block, kSpecial},
    {"section", Display::Block, Role::Block, kSpecial},
    // 15.3.8 Lists
    {"dir", Display::Block, Role::Declined, kSpecial},
    {"dd", Display::Block, Role::Definition, kEndsForeign | kSpecial},
    {"dl", Display::Block, Role::Block, kEndsForeign | kSpecial},
    {"dt", Display::Block, Role::Definition, kEndsForeign | kSpecial},
    {"menu", Display::Block, Role::Block, kEndsForeign | kSpecial},
    {"ol", Display::Block, Role::Block, kEndsForeign | kSpecial},
    {"ul", Display::Block, Role::Block, kEndsForeign | kSpecial},
    {"li", Display::Block, Role::Item, kEndsForeign | kSpecial},
    // 15.3.9 Tables
    {"table", Display::Table, Role::Table, kEndsForeign | kSpecial | kScope},
    {"caption", Display::Caption, Role::Caption, kSpecial | kScope},
    {"colgroup", Display::Columns, Role::Columns, kSpecial},
    {"col", Display::Columns, Role::Columns, kVoid | kSpecial},
    {"thead", Display::RowGroup, Role::Section, kSpecial},
    {"tbody", Display::RowGroup, Role::Section, kSpecial},
    {"tfoot", Display::RowGroup, Role::Section, kSpecial},
    {"tr", Display::Row, Role::Row, kSpecial},
    {"td", Display::Cell, Role::Cell, kSpecial | kScope},
    {"th", Display::Cell, Role::Cell, kSpecial | kScope},
    // 15.3.11 Form controls, 15.3.13 The fieldset and legend elements
    {"input", Display::Atomic, Role::Void, kVoid | kSpecial | kAligned},
    {"textarea", Display::Atomic, Role::RawText, kEscapableText | kSpecial},
    {"button", Display::InlineBlock, Role::Button, kSpecial},
    {"select", Display::Select, Role::Declined, kSpecial},
    {"optgroup", Display::OptionGroup, Role::Declined},
    {"option", Display::Option, Role::Declined},
    {"meter", Display::Atomic, Role::Replaced},
    {"progress", Display::Atomic, Role::Replaced},
    {"fieldset", Display::Block, Role::Block, kSpecial},
    // 15.4 Replaced elements
    {"audio", Display::Atomic, Role::Replaced},
    {"canvas", Display::Atomic, Role::Replaced},
    {"embed", Display::Atomic, Role::Declined, kVoid | kEndsForeign | kSpecial | kAligned},
    {"iframe", Display::Atomic, Role::RawText, kRawText | kSpecial | kAligned},
    {"img", Display::Atomic, Role::Void, kVoid | kEndsForeign | kSpecial | kAligned},
    {"object", Display::Atomic, Role::Declined, kSpecial | kScope | kAligned},
    {"video", Display::Atomic, Role::Replaced},
    // 15.3.4 Phrasing content
    // white-space: nowrap, even within pre
    {"nobr", Display::Inline, Role::Unique, kPhrasing | kEndsForeign},
    // 15.5 Widgets
    {"details", Display::Block, Role::Details, kSpecial},
    {"summary", Display::Block, Role::Summary, kSpecial},
    {"marquee", Display::InlineBlock, Role::Declined, kSpecial | kScope},
    // 4.5.27 The br element
    {"br", Display::Break, Role::Void, kVoid | kEndsForeign | kSpecial},
    // Inline in the rendering section, or without a rule there
    {"a", Display::Inline, Role::Unique, kPhrasing},
    {"abbr", Display::Inline, Role::Ordinary, kPhrasing},
    {"acronym", Display::Inline, Role::Ordinary, kPhrasing},
    {"applet", Display::Inline, Role::Declined, kSpecial | kScope},
    {"b", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"bdi", Display::Inline, Role::Ordinary, kPhrasing},
    {"bdo", Display::Inline, Role::Ordinary, kPhrasing},
    {"bgsound", Display::Inline, Role::Declined, kVoid | kSpecial},
    {"big", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"cite", Display::Inline, Role::Ordinary, kPhrasing},
    {"code", Display::Inline, Role::Formatting, kPhrasing | kProgramText | kEndsForeign},
    {"data", Display::Inline, Role::Ordinary, kPhrasing},
    {"del", Display::Inline, Role::Ordinary, kPhrasing},
    {"dfn", Display::Inline, Role::Ordinary, kPhrasing},
    {"em", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"font", Display::Inline, Role::Formatting, kPhrasing},
    {"frame", Display::Inline, Role::Ignored, kVoid | kSpecial},
    {"frameset", Display::Inline, Role::Ignored, kSpecial},
    {"i", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"image", Display::Inline, Role::Declined, kVoid},
    {"ins", Display::Inline, Role::Ordinary, kPhrasing},
    {"isindex", Display::Inline, Role::Declined, kSpecial},
    {"kbd", Display::Inline, Role::Ordinary, kPhrasing | kProgramText},
    {"keygen", Display::Inline, Role::Declined, kVoid | kSpecial},
    {"mark", Display::Inline, Role::Ordinary, kPhrasing},
    {"math", Display::Inline, Role::Declined},
    {"menuitem", Display::Inline, Role::Declined},
    {"noscript", Display::Inline, Role::Ordinary, kSpecial},
    {"q", Display::Quote, Role::Ordinary, kPhrasing},
    {"rb", Display::Inline, Role::Declined},
    {"rt", Display::Inline, Role::Declined},
    {"rtc", Display::Inline, Role::Declined},
    {"ruby", Display::Inline, Role::Declined, kEndsForeign},
    {"s", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"samp", Display::Inline, Role::Ordinary, kPhrasing | kProgramText},
    {"small", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"source", Display::Inline, Role::Void, kVoid | kSpecial},
    {"span", Display::Inline, Role::Ordinary, kPhrasing | kEndsForeign},
    {"strike", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"strong", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"sub", Display::Inline, Role::Ordinary, kPhrasing | kEndsForeign},
    {"sup", Display::Inline, Role::Ordinary, kPhrasing | kEndsForeign},
    {"svg", Display::Inline, Role::Svg},
    {"time", Display::Inline, Role::Ordinary, kPhrasing},
    {"track", Display::Inline, Role::Void, kVoid | kSpecial},
    {"tt", Display::Inline, Role::Formatting, kPhrasing | kProgramText | kEndsForeign},
    {"u", Display::Inline, Role::Formatting, kPhrasing | kEndsForeign},
    {"var", Display::Inline, Role::Ordinary, kPhrasing | kProgramText | kEndsForeign},
    {"wbr", Display::Inline, Role::Void, kVoid | kPhrasing | kSpecial},
};

// Whether the element belongs in a table only.
constexpr bool is_table_part(const Element& element) noexcept {
  return element.role >= Role::Caption && element.role <= Role::Cell;
}

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
