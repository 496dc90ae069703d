#include "stocks/ranges.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"

namespace articles {
namespace {

template <class Predicate>
const NumberRange* first_range(std::string_view number, Predicate fits) {
  const auto* const found = std::find_if(
      std::begin(kNumberRanges), std::end(kNumberRanges),
      [&](const NumberRange& range) { return starts_with(number, range.prefix) && fits(range); });
  return found == std::end(kNumberRanges) ? nullptr : found;
}

}  // namespace

const NumberRange* range_on(Exchange exchange, std::string_view number) {
  return first_range(number, [&](const NumberRange& range) { return range.exchange == exchange; });
}

bool is_listed(Exchange exchange, std::string_view number) {
  constexpr std::size_t kParticular = 3;
  const NumberRange* const range = range_on(exchange, number);
  return range != nullptr &&
         (exchange == Exchange::HongKong || range->alone || range->prefix.size() >= kParticular);
}

const NumberRange* range_alone(std::string_view number) {
  return first_range(number, [](const NumberRange& range) { return range.alone; });
}

const NumberRange* range_beside(std::string_view number, Beside name) {
  return first_range(number, [&](const NumberRange& range) {
    return range.beside == name && name != Beside::Nothing;
  });
}

}  // namespace articles
