#include "stocks/code_labels.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "stocks/code_ranges.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

template <class Predicate>
const CodeLabel* find_label(Predicate matches) {
  const auto* const found = std::find_if(std::begin(kCodeLabels), std::end(kCodeLabels), matches);
  return found == std::end(kCodeLabels) ? nullptr : found;
}

bool is_share(const StockCode& code) {
  const StockKind kind = kind_of(code);
  return kind == StockKind::Stock || kind == StockKind::BseOrNeeq;
}

bool is_of_kind(LabelledKind kind, const StockCode& code) {
  switch (kind) {
    case LabelledKind::Any:
      return true;
    case LabelledKind::Share:
      return code.exchange != Exchange::HongKong && code.exchange != Exchange::Us && is_share(code);
    case LabelledKind::HongKong:
      return code.exchange == Exchange::HongKong;
    case LabelledKind::Us:
      return code.exchange == Exchange::Us;
    case LabelledKind::Fund:
      return kind_of(code) == StockKind::Fund;
    case LabelledKind::Bond:
      return kind_of(code) == StockKind::Bond;
    case LabelledKind::Index:
      return kind_of(code) == StockKind::Index;
  }
  return false;
}

std::optional<StockCode> read_number(LabelledKind kind, std::string_view number) {
  constexpr std::size_t kFewestDigits = 3;  // fewer may number something else
  if (kind == LabelledKind::HongKong) {
    if (number.size() < kFewestDigits) return std::nullopt;
    const std::optional<StockCode> code = make_code(Exchange::HongKong, number);
    return code && is_listed(code->exchange, code->symbol.text()) ? code : std::nullopt;
  }
  if (kind == LabelledKind::Index) {
    const CodeRange* const range = range_of_named_number(number, NameHint::Index);
    return range == nullptr ? std::nullopt : make_code(range->exchange, number);
  }
  return read_stock_code(number);
}

}  // namespace

const CodeLabel* label_at_end(std::string_view text) {
  return find_label([&](const CodeLabel& label) { return ends_with(text, label.text); });
}

const CodeLabel* label_named(std::string_view text) {
  return find_label([&](const CodeLabel& label) { return text == label.text; });
}

std::optional<StockCode> read_labelled_code(LabelledKind kind, std::string_view text) {
  const std::optional<StockCode> code =
      all_digits(text) ? read_number(kind, text) : read_stock_code(text);
  return code && is_of_kind(kind, *code) ? code : std::nullopt;
}

}  // namespace articles
