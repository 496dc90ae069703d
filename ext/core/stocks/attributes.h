// The attributes of a tag that may name a stock or lay out a table.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"

namespace articles {

enum class AttributeName : std::uint8_t { Id, Href, Code, Colspan, Rowspan, Other };

constexpr AttributeName attribute_name(std::string_view name) {
  const auto is = [&](std::string_view wanted) { return same_ignoring_case(name, wanted); };
  switch (name.size()) {
    case 2:
      return is("id") ? AttributeName::Id : AttributeName::Other;
    case 4:
      return is("href")   ? AttributeName::Href
             : is("code") ? AttributeName::Code
                          : AttributeName::Other;
    case 7:
      return is("colspan")   ? AttributeName::Colspan
             : is("rowspan") ? AttributeName::Rowspan
                             : AttributeName::Other;
    default:
      return AttributeName::Other;
  }
}

struct StockAttribute {
  AttributeName name;
  std::string_view value;  // as written
};

// The attributes of one tag, in the order in which they are written; the first of each name.
class StockAttributes {
 public:
  void clear() { count_ = 0; }

  // Adds the attribute, unless there is one of that name.
  // REQUIRES: attribute.name != AttributeName::Other
  void add(const StockAttribute& attribute) {
    if (count_ < all_.size() && find(attribute.name) == end()) all_[count_++] = attribute;
  }

  // The value of that attribute; "" if there is none.
  std::string_view value(AttributeName name) const {
    const StockAttribute* const found = find(name);
    return found == end() ? std::string_view() : found->value;
  }

  const StockAttribute* begin() const { return all_.data(); }
  const StockAttribute* end() const { return begin() + count_; }

 private:
  const StockAttribute* find(AttributeName name) const {
    return std::find_if(begin(), end(),
                        [&](const StockAttribute& one) { return one.name == name; });
  }

  std::array<StockAttribute, static_cast<std::size_t>(AttributeName::Other)> all_;
  std::size_t count_ = 0;
};

}  // namespace articles
