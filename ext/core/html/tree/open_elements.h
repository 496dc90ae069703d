// An upper bound on the elements that the parser has open, without a parser.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "html/syntax/elements.h"

namespace articles {

// A model of the stack of open elements and of the list of active formatting elements while tags
// are read: https://html.spec.whatwg.org/multipage/parsing.html#parse-state.
//
// Invariant: each element of a tag that the parser has open is in the model, in the same order. So
// size() is never too small. The model may keep elements that the parser has closed: where the
// effect of a tag depends on what is unknown, nothing is removed, and the elements concerned are no
// longer certain. An element that is certain is open in the parser.
//
// Elements that the parser adds itself are not counted: tbody, tr and the like, a few for each
// table, and formatting elements that it reopens, at most formatting() of them.
class OpenElements {
 public:
  std::size_t size() const noexcept { return entries_.size(); }

  // At least the length of the list of active formatting elements.
  std::size_t formatting() const noexcept { return formatting_; }

  // Whether a start tag would leave an element open, at this place.
  bool opens(const Element& element, bool is_self_closed) const;

  // Whether svg, math or another element may be open in which raw text is not raw.
  bool may_be_foreign() const noexcept { return unusual_ > 0; }

  // Closes the elements that a start tag closes.
  void close_before(std::string_view name, const Element& element);

  // Adds the element of a start tag, after close_before(). `name` must outlive the model.
  void push(std::string_view name, const Element& element);

  // Closes the elements that an end tag closes.
  void end_tag(std::string_view name, const Element& element);

 private:
  struct Entry {
    std::string_view name;  // as written
    const Element* element;
    bool certain;
    std::size_t formatting_before;  // formatting() when it was opened
  };

  // Closes the innermost entry for which `matches` is true, with all in it, unless an entry for
  // which `blocks` is true is above it. Returns whether an entry was removed.
  template <class Matches, class Blocks>
  bool close(Matches matches, Blocks blocks);
  void close_table_context(const Element& element);
  void close_table_before_table();
  void close_on_top(std::string_view name);
  void remove_from(std::size_t index);
  void remove_one(std::size_t index);
  void doubt_from(std::size_t index);

  std::vector<Entry> entries_;
  std::size_t formatting_ = 0;
  std::size_t unusual_ = 0;  // open elements in which other rules hold: select, svg, math, template
};

}  // namespace articles
