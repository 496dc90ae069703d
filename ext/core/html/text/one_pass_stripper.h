// The fast path's state: what is read, what is open, what is seen. Its code is in html_fast.cpp
// (text and markup), html_fast_tree.cpp (start and end tags) and html_fast_svg.cpp. A method
// returns false where the HTML is for the parser.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "html/syntax/elements.h"
#include "html/text/text_flow.h"

namespace articles {

inline constexpr std::size_t kNoParagraph = 0;
inline constexpr std::size_t kMaxNameBytes = 15;  // of a tag; longer ones are declined

// Without initial values: two hundred of them lie on the stack, of which an article uses ten.
struct OpenTag {
  const Element* tag;
  const char* name;  // as written
  std::uint8_t name_size;
  bool had_child;  // of a table: a row; of a row: a cell
  bool preserves;
  bool hides_after;             // of a summary: what follows it in its details is hidden again
  std::size_t outer_paragraph;  // what paragraph_ was when this scope was opened

  bool is_named(std::string_view wanted) const {
    return same_ignoring_case({name, name_size}, wanted);
  }
};

// What the attributes of a tag say.
struct TagFacts {
  bool is_hidden = false;        // hidden, popover
  bool has_type = false;         // type, of input: the first counts
  bool is_hidden_input = false;  // type=hidden
  bool is_open = false;          // open, of details
  bool has_controls = false;     // controls, of audio
  bool has_odd_name = false;     // one that the parser might take for another if it stands twice
  bool is_self_closed = false;   // a slash of its own ends the tag

  bool is_special() const {
    return is_hidden || has_type || is_open || has_controls || has_odd_name;
  }
};

struct SvgState {
  bool in_text = false;
  std::size_t undrawn_from =
      0;  // depth of the outermost open element that is not drawn; 0: none is
};

class OnePassStripper {
 public:
  OnePassStripper(std::string_view html, std::string& text) : html_(html), shown_flow_(text) {
    open_[0] = {&kUnlistedElement, "", 0, false, false, false,
                kNoParagraph};  // the body, in which the fragment stands
  }
  bool run();

 private:
  static constexpr std::size_t kMaxDepth =
      200;  // well below the bounds on what the parser is given
  static constexpr std::size_t kMaxTagBytes =
      2'000;  // could hold more attributes than the parser is given
  static constexpr std::size_t kMaxSvgDepth = 64;

  OpenTag& top() { return open_[depth_ - 1]; }
  Role role() { return top().tag->role; }
  bool in_table_part() {
    return role() == Role::Table || role() == Role::Section || role() == Role::Row;
  }

  // --- Text
  bool word(std::string_view text) {
    if (in_table_part()) return false;  // the parser would move it out of the table
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

  // --- Start tags
  bool start_tag(const Element& tag, std::string_view name);
  static bool belongs_to_table(const Element& tag);
  bool is_open(const Element& tag, std::string_view name);
  bool push(const Element& tag, std::string_view name);
  bool push_scope(const Element& tag, std::string_view name);
  void hide();
  void unhide();
  void edge(const Element& tag) {
    if (tag.display == Display::Paragraph)
      flow_->block_edge(2);
    else if (is_block_level(tag.display))
      flow_->block_edge(1);
  }
  void pop();
  bool close_paragraph();
  bool close_sibling(Role sibling);
  bool has_implied_end() {
    return role() == Role::Paragraph || role() == Role::Item || role() == Role::Definition;
  }
  bool start_pre(const Element& tag, std::string_view name);
  bool start_details(const Element& tag, std::string_view name);
  bool start_summary(const Element& tag, std::string_view name);
  bool start_replaced(const Element& tag, std::string_view name);
  bool void_element(const Element& tag);
  bool raw_text(const Element& tag);

  // --- Tables. TAB and line feed stand between cells and rows, so they wait for the next one.
  bool close_cell();
  bool start_section(const Element& tag, std::string_view name);
  bool start_row(const Element& tag, std::string_view name);
  bool start_cell(const Element& tag, std::string_view name);

  // --- SVG: nothing is shown but what its text elements hold, each on lines of its own.
  bool svg();
  bool svg_text(bool in_text);
  bool svg_markup(std::array<std::string_view, kMaxSvgDepth>& open, std::size_t& depth,
                  bool& ended);
  void svg_text_edge();
  bool skip_cdata();
  static bool is_plain_svg(std::string_view name);
  bool svg_attributes(std::size_t begin);

  // --- End tags
  bool end_tag(const Element& tag, std::string_view name);
  bool end_paragraph();
  bool close_top();
  bool close_with_implied_ends(const Element& tag);
  bool close_to_section();
  std::string_view html_;
  TextFlow shown_flow_;
  std::string unseen_;  // what hidden elements hold
  TextFlow unseen_flow_{unseen_};
  TextFlow* flow_ = &shown_flow_;
  std::size_t hidden_from_ = 0;  // depth of the outermost hidden element that is open; 0: none is
  std::size_t details_ =
      0;  // depth of the closed details whose summary has not come yet; 0: there is none
  std::size_t offset_ = 0;
  std::array<OpenTag, kMaxDepth> open_;
  std::size_t depth_ = 1;
  std::size_t paragraph_ = kNoParagraph;  // depth of the p that is open in the innermost scope
  TagFacts tag_;                          // of the tag being read
  SvgState svg_;                          // of the svg being read
};

}  // namespace articles
