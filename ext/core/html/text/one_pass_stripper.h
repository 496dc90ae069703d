// The state of the one-pass stripper: the offset read so far, the open elements and the text shown.
// Its methods are in one_pass.cpp (text and markup), one_pass_tags.cpp (start and end tags),
// one_pass_tables.cpp and one_pass_svg.cpp. A method returns false where the HTML needs the parser.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "html/syntax/element_index.h"
#include "html/text/text_flow.h"

namespace articles {

inline constexpr std::size_t kNoParagraph = 0;
inline constexpr std::size_t kMaxNameBytes = 15;  // a tag with a longer name is declined

// An open element. It has no initial values: there are two hundred on the stack, of which an
// article uses ten.
struct OpenTag {
  const Element* tag;
  const char* name;  // as written in the HTML
  std::uint8_t name_size;
  bool had_child;  // a table had a row, a row had a cell
  bool is_hidden;  // a details that is hidden itself
  bool preserves;
  bool hides_after;             // a summary: what follows it in its details is hidden
  std::size_t outer_paragraph;  // the value of paragraph_ before this scope was opened

  bool is_named(std::string_view wanted) const {
    return same_ignoring_case({name, name_size}, wanted);
  }
};

// The attributes of a tag that change what is shown.
struct TagFacts {
  bool is_hidden = false;        // hidden, popover
  bool has_type = false;         // type, of input: the first counts
  bool is_hidden_input = false;  // type=hidden
  bool is_image_input = false;   // type=image
  bool has_align = false;        // align, of an element that may float: the first counts
  bool floats = false;           // align=left or align=right
  bool is_open = false;          // open, of details
  bool has_controls = false;     // controls, of audio
  bool has_odd_name = false;     // gumbo may misread a name like this if an attribute occurs twice
  bool is_self_closed = false;   // the tag ends with `/>`

  bool is_special() const {
    return is_hidden || has_type || has_align || is_open || has_controls || has_odd_name;
  }
};

struct SvgState {
  bool in_text = false;
  std::size_t undrawn_from = 0;  // depth of the outermost open element that is not drawn, or 0
};

class OnePassStripper {
 public:
  OnePassStripper(std::string_view html, std::string& text) : html_(html), shown_flow_(text) {
    // The body, which the fragment is the contents of.
    open_[0] = {&kUnlistedElement, "", 0, false, false, false, false, kNoParagraph};
  }
  bool run();

 private:
  // Both are below the limits on the parser's input (html/tree/input_limits.h), which change the
  // text: 200 levels, and fewer bytes in a tag than two for each attribute.
  static constexpr std::size_t kMaxDepth = 200;
  static constexpr std::size_t kMaxTagBytes = 2'000;
  static constexpr std::size_t kMaxSvgDepth = 64;

  // --- Text
  bool word(std::string_view text) {
    if (in_table_part()) return false;  // the parser moves the text out of the table
    if (top().preserves)
      flow_->preserved_text(text);
    else
      flow_->word(text);
    return true;
  }
  bool special_byte();
  bool white_space();
  bool reference();
  bool numeric_reference();
  bool character(char32_t code);

  // --- Markup
  bool markup();
  bool comment();
  bool tag(std::size_t begin, bool is_end);
  bool attributes(std::size_t at, const Element& found);
  bool attribute(std::string_view name, std::string_view value, const Element& found);

  // --- Tags. Each handler returns false where the HTML needs the parser.
  struct Rules;
  static const Rules kRules[];
  static const Rules& rules_of(const Element& element);

  bool start_tag(const Element& tag, std::string_view name);
  bool ignore(const Element& tag, std::string_view name);
  bool decline(const Element& tag, std::string_view name);
  bool start_unique(const Element& tag, std::string_view name);
  bool start_button(const Element& tag, std::string_view name);
  bool start_form(const Element& tag, std::string_view name);
  bool start_block(const Element& tag, std::string_view name);
  bool start_paragraph(const Element& tag, std::string_view name);
  bool start_heading(const Element& tag, std::string_view name);
  bool start_item(const Element& tag, std::string_view name);
  bool start_pre(const Element& tag, std::string_view name);
  bool start_rule(const Element& tag, std::string_view name);
  bool start_svg(const Element& tag, std::string_view name);
  bool start_details(const Element& tag, std::string_view name);
  bool start_summary(const Element& tag, std::string_view name);
  bool start_replaced(const Element& tag, std::string_view name);
  bool start_void(const Element& tag, std::string_view name);
  void replaced(const Element& tag);
  bool raw_text(const Element& tag, std::string_view name);

  bool end_tag(const Element& tag, std::string_view name);
  bool end_top(const Element& tag, std::string_view name);
  bool end_block(const Element& tag, std::string_view name);
  bool end_paragraph(const Element& tag, std::string_view name);
  bool end_heading(const Element& tag, std::string_view name);
  bool end_item(const Element& tag, std::string_view name);
  bool end_void(const Element& tag, std::string_view name);

  // --- Tables
  static bool belongs_to_table(const Element& tag);
  bool start_table(const Element& tag, std::string_view name);
  bool start_caption(const Element& tag, std::string_view name);
  bool start_columns(const Element& tag, std::string_view name);
  bool start_section(const Element& tag, std::string_view name);
  bool start_row(const Element& tag, std::string_view name);
  bool start_cell(const Element& tag, std::string_view name);
  bool end_row(const Element& tag, std::string_view name);
  bool end_section(const Element& tag, std::string_view name);
  bool end_table(const Element& tag, std::string_view name);
  bool end_columns(const Element& tag, std::string_view name);
  bool close_cell();
  bool close_open_cell();
  bool close_to_section();

  // --- The stack of open elements
  OpenTag& top() { return open_[depth_ - 1]; }
  Role role() { return top().tag->role; }
  bool in_table_part() {
    return role() == Role::Table || role() == Role::Section || role() == Role::Row;
  }
  bool has_implied_end() {
    return role() == Role::Paragraph || role() == Role::Item || role() == Role::Definition;
  }
  bool is_open(const Element& tag, std::string_view name);
  bool push(const Element& tag, std::string_view name);
  bool push_scope(const Element& tag, std::string_view name);
  void pop();
  bool close_top();
  bool close_paragraph();
  bool close_sibling(Role sibling);
  void hide();
  void unhide();
  void edge(const Element& tag) {
    if (tag.display == Display::Paragraph)
      flow_->block_edge(2);
    else if (is_block_level(tag.display))
      flow_->block_edge(1);
  }

  // --- SVG: only its text elements are shown, each on lines of its own.
  bool svg();
  bool svg_text(bool in_text);
  bool svg_markup(std::array<std::string_view, kMaxSvgDepth>& open, std::size_t& depth,
                  bool& ended);
  void svg_text_edge();
  bool skip_cdata();
  static bool is_plain_svg(std::string_view name);
  // Whether an attribute changes what is shown of an SVG element.
  static bool is_special_in_svg(std::string_view attribute);
  bool svg_attributes(std::size_t begin);

  std::string_view html_;
  TextFlow shown_flow_;
  std::string unseen_;  // the text of hidden elements, which is dropped
  TextFlow unseen_flow_{unseen_};
  TextFlow* flow_ = &shown_flow_;
  std::size_t hidden_from_ = 0;  // depth of the outermost open element that is hidden, or 0
  std::size_t details_ = 0;      // depth of a closed details that had no summary yet, or 0
  std::size_t offset_ = 0;
  std::array<OpenTag, kMaxDepth> open_;
  std::size_t depth_ = 1;
  std::size_t paragraph_ = kNoParagraph;  // depth of the p that is open in the innermost scope
  TagFacts tag_;                          // facts of the current tag
  SvgState svg_;                          // state of the current svg
};

}  // namespace articles
