// The last parsed document and selector of a connection, so that several html_* calls on one value
// parse once.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "articles/html_document.h"

namespace articles::sql {

// Not shared between connections, which SQLite runs one call of at a time.
class HtmlCache {
 public:
  // The document of that very text; lives until the next call with another.
  // REQUIRES: html is valid UTF-8
  const std::shared_ptr<const HtmlDocument>& document(std::string_view html) {
    if (document_ == nullptr || html != html_) {
      document_ = nullptr;  // not both at once in memory
      ++parses_;
      html_ = html;
      document_ = std::make_shared<const HtmlDocument>(html_);
    }
    return document_;
  }

  // How often an HTML value was parsed.
  std::uint64_t parses() const noexcept { return parses_; }

  // Throws Error if it is no selector.
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
