#include "stocks/code_ranges.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

template <class Predicate>
const CodeRange* first_range(std::string_view number, Predicate matches) {
  const auto* const found = std::find_if(
      std::begin(kCodeRanges), std::end(kCodeRanges),
      [&](const CodeRange& range) { return starts_with(number, range.prefix) && matches(range); });
  return found == std::end(kCodeRanges) ? nullptr : found;
}

}  // namespace

const CodeRange* range_on(Exchange exchange, std::string_view number) {
  return first_range(number, [&](const CodeRange& range) { return range.exchange == exchange; });
}

bool is_listed(Exchange exchange, std::string_view number) {
  constexpr std::size_t kSpecificDigits = 3;
  const CodeRange* const range = range_on(exchange, number);
  if (range == nullptr) return false;
  return exchange == Exchange::HongKong || range->bare || range->prefix.size() >= kSpecificDigits;
}

const CodeRange* range_of_bare_number(std::string_view number) {
  return first_range(number, [](const CodeRange& range) { return range.bare; });
}

const CodeRange* range_of_named_number(std::string_view number, NameHint name) {
  if (name == NameHint::None) return nullptr;
  if (number.size() == kHongKongDigits) {
    // Share classes as in 康方生物-B, and funds, are listed beside the other shares.
    const bool may_be_listed =
        name == NameHint::Company || name == NameHint::ShareB || name == NameHint::Fund;
    return may_be_listed && number[0] == '0' ? range_on(Exchange::HongKong, number) : nullptr;
  }
  return first_range(number, [&](const CodeRange& range) { return range.name == name; });
}

}  // namespace articles
