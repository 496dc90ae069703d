// The last HTML document and selector that a connection parsed, so that several html_* calls on one
// value parse it once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "articles/html_document.h"

namespace articles::sql {

// Keeps the document, its text and the selector until others replace them or the connection closes.
// Belongs to one connection, whose mutex keeps calls apart.
class HtmlCache {
 public:
  // The document whose text is `html`. The reference lives until the next call. Throws Interrupted.
  // REQUIRES: html is valid UTF-8
  const std::shared_ptr<const HtmlDocument>& document(std::string_view html,
                                                      const InterruptCheck& interrupted) {
    if (document_ == nullptr || html != html_) {
      document_ = nullptr;  // so that memory never holds both
      ++parses_;
      html_ = html;
      document_ = std::make_shared<const HtmlDocument>(html_, interrupted);
    }
    return document_;
  }

  // The number of HTML values parsed.
  std::uint64_t parses() const noexcept { return parses_; }

  // The reference lives until the next call. Throws Error if `text` is not a selector.
  const Selector& selector(std::string_view text) {
    if (!selector_ || selector_->text() != text) selector_.emplace(text);
    return *selector_;
  }

 private:
  std::string html_;
  std::shared_ptr<const HtmlDocument> document_;
  std::optional<Selector> selector_;
  std::uint64_t parses_ = 0;
};

}  // namespace articles::sql
