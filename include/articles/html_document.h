// A parsed HTML document that selectors are matched against.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/error.h"
#include "articles/problem.h"
#include "articles/selector.h"

namespace articles {

// HTML that begins with a doctype or a tag of html, head or body is a document. Anything else is a
// fragment: no html, head and body are added to it. Thread-compatible.
//
// Elements are indices in document order. REQUIRES of all that take one: select() returned it.
class HtmlDocument {
 public:
  // Copies what it needs of `html`. Throws bad_alloc, and Interrupted soon after `interrupted`
  // returns true.
  // REQUIRES: html is valid UTF-8
  explicit HtmlDocument(std::string_view html, const InterruptCheck& interrupted = {});
  ~HtmlDocument();
  HtmlDocument(const HtmlDocument&) = delete;
  HtmlDocument& operator=(const HtmlDocument&) = delete;

  // What a limit of the parser changed in the HTML: at most one problem. `line` counts the lines of
  // the HTML.
  const Problems& problems() const noexcept;

  // The elements that the selector matches, in document order. Linear in elements × compounds.
  // `interrupted` as in the constructor.
  std::vector<std::size_t> select(const Selector& selector,
                                  const InterruptCheck& interrupted = {}) const;

  // The innerText of the element: what a reader sees of it.
  std::string text(std::size_t element) const;

  // The element and its contents, serialised by the rules of the standard.
  std::string outer_html(std::size_t element) const;

  // The element's name in lower case. Lives as long as the document.
  std::string_view tag(std::size_t element) const;

  // The value as written, with references decoded; no value if the element has no such attribute.
  // `name` ignores ASCII case.
  std::optional<std::string> attribute(std::size_t element, std::string_view name) const;

  // A JSON object of all attributes in document order.
  std::string attributes_json(std::size_t element) const;

  // The document without the elements and all in them, serialised.
  std::string without(const std::vector<std::size_t>& elements) const;

  // The text of the document without the elements and all in them, as by strip_html().
  std::string text_without(const std::vector<std::size_t>& elements) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace articles
