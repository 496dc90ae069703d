// A parsed HTML document, and what selectors find in it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/selector.h"

namespace articles {

// HTML that begins with a doctype, html, head or body is a document; all else is a fragment, of
// which no html, head and body are made. Thread-compatible.
class HtmlDocument {
 public:
  // Throws bad_alloc only.
  // REQUIRES: html is valid UTF-8
  explicit HtmlDocument(std::string_view html);
  ~HtmlDocument();
  HtmlDocument(const HtmlDocument&) = delete;
  HtmlDocument& operator=(const HtmlDocument&) = delete;

  // The elements that the selector matches, in the order of the document: numbers for the calls
  // below. Linear in elements × compounds.
  std::vector<std::size_t> select(const Selector& selector) const;

  // What a reader sees of the element: its innerText.
  std::string text(std::size_t element) const;

  // The element and its contents by the standard's rules of serialisation.
  std::string outer_html(std::size_t element) const;

  // In lower case.
  std::string_view tag(std::size_t element) const;

  // As written, references decoded. `name` ignores ASCII case.
  std::optional<std::string> attribute(std::size_t element, std::string_view name) const;

  // A JSON object of all attributes in their order.
  std::string attributes_json(std::size_t element) const;

  // The whole without what the selector matches, serialised.
  std::string without(const Selector& selector) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace articles
