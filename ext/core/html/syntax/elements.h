// How an HTML element is displayed by default: the standard's rendering section, one row an
// element. https://html.spec.whatwg.org/multipage/rendering.html, 15.3 to 15.6
#pragma once

#include <cstdint>
#include <string_view>

namespace articles {

enum class Display : std::uint8_t {
  Inline,     // of any element that is not in the table, too
  None,       // no box
  Block,      // a line of its own; list items as well
  Paragraph,  // p: an empty line around it
  Table,
  Caption,
  Columns,  // colgroup and col
  RowGroup,
  Row,
  Cell,
  Break,        // br
  Atomic,       // replaced: takes its place in the line, its contents are not shown
  InlineBlock,  // takes its place in the line, its contents are a flow of their own
  Select,       // InlineBlock, shows its optgroups and options only
  OptionGroup,  // a block, shows its options only
  Option,
};

struct Element {
  std::string_view name;
  Display display;
  bool preserves = false;  // white-space: pre
};

inline constexpr Element kElements[] = {
    // 15.3.1 Hidden elements
    {"area", Display::None},
    {"base", Display::None},
    {"basefont", Display::None},
    {"datalist", Display::None},
    {"head", Display::None},
    {"link", Display::None},
    {"meta", Display::None},
    {"noembed", Display::None},
    {"noframes", Display::None},
    {"param", Display::None},
    {"rp", Display::None},
    {"script", Display::None},
    {"style", Display::None},
    {"template", Display::None},
    {"title", Display::None},
    // 15.3.2 The page, 15.3.3 Flow content
    {"html", Display::Block},
    {"body", Display::Block},
    {"address", Display::Block},
    {"blockquote", Display::Block},
    {"center", Display::Block},
    {"dialog", Display::Block},
    {"div", Display::Block},
    {"figure", Display::Block},
    {"figcaption", Display::Block},
    {"footer", Display::Block},
    {"form", Display::Block},
    {"header", Display::Block},
    {"hr", Display::Block},
    {"legend", Display::Block},
    {"listing", Display::Block, true},
    {"main", Display::Block},
    {"p", Display::Paragraph},
    {"plaintext", Display::Block, true},
    {"pre", Display::Block, true},
    {"search", Display::Block},
    {"xmp", Display::Block, true},
    // 15.3.7 Sections and headings
    {"article", Display::Block},
    {"aside", Display::Block},
    {"h1", Display::Block},
    {"h2", Display::Block},
    {"h3", Display::Block},
    {"h4", Display::Block},
    {"h5", Display::Block},
    {"h6", Display::Block},
    {"hgroup", Display::Block},
    {"nav", Display::Block},
    {"section", Display::Block},
    // 15.3.8 Lists
    {"dir", Display::Block},
    {"dd", Display::Block},
    {"dl", Display::Block},
    {"dt", Display::Block},
    {"menu", Display::Block},
    {"ol", Display::Block},
    {"ul", Display::Block},
    {"li", Display::Block},
    // 15.3.9 Tables
    {"table", Display::Table},
    {"caption", Display::Caption},
    {"colgroup", Display::Columns},
    {"col", Display::Columns},
    {"thead", Display::RowGroup},
    {"tbody", Display::RowGroup},
    {"tfoot", Display::RowGroup},
    {"tr", Display::Row},
    {"td", Display::Cell},
    {"th", Display::Cell},
    // 15.3.11 Form controls, 15.3.13 The fieldset and legend elements
    {"input", Display::Atomic},
    {"textarea", Display::Atomic},
    {"button", Display::InlineBlock},
    {"select", Display::Select},
    {"optgroup", Display::OptionGroup},
    {"option", Display::Option},
    {"meter", Display::Atomic},
    {"progress", Display::Atomic},
    {"fieldset", Display::Block},
    // 15.4 Replaced elements
    {"audio", Display::Atomic},
    {"canvas", Display::Atomic},
    {"embed", Display::Atomic},
    {"iframe", Display::Atomic},
    {"img", Display::Atomic},
    {"object", Display::Atomic},
    {"video", Display::Atomic},
    // 15.3.4 Phrasing content
    {"nobr", Display::Inline},  // white-space: nowrap, even within pre
    // 15.5 Widgets
    {"details", Display::Block},
    {"summary", Display::Block},
    {"marquee", Display::InlineBlock},
    // 4.5.27 The br element
    {"br", Display::Break},
};

// The row of an element; an inline one without a name if the table has none.
// REQUIRES: name is in lower case
constexpr Element element_named(std::string_view name) noexcept {
  for (const Element& element : kElements)
    if (element.name == name) return element;
  return {{}, Display::Inline};
}

// Whether the element lies on lines of its own and so breaks the line before and after it
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
