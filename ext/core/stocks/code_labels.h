// Labels that announce a code: 证券代码：600519, and the head of a column of codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "articles/stock_code.h"

namespace articles {

// What the codes behind a label are.
enum class LabelledKind : std::uint8_t { Any, Share, HongKong, Us, Fund, Bond, Index };

struct CodeLabel {
  std::string_view text;
  LabelledKind kind;
};

// The first that a text ends in counts. 代码 alone is not among them: it may be that of an error or
// a region. Nor are those of subscriptions and votes, whose numbers are not those of the share.
inline constexpr CodeLabel kCodeLabels[] = {
    {"证券代码", LabelledKind::Any},      {"股票代码", LabelledKind::Any},
    {"股份代号", LabelledKind::Any},      {"股份代码", LabelledKind::Any},
    {"证券代号", LabelledKind::Any},      {"股票代号", LabelledKind::Any},
    {"A股代码", LabelledKind::Share},     {"A股代号", LabelledKind::Share},
    {"B股代码", LabelledKind::Share},     {"H股代码", LabelledKind::HongKong},
    {"H股代号", LabelledKind::HongKong},  {"港股代码", LabelledKind::HongKong},
    {"港股代号", LabelledKind::HongKong}, {"美股代码", LabelledKind::Us},
    {"美股代号", LabelledKind::Us},       {"基金代码", LabelledKind::Fund},
    {"ETF代码", LabelledKind::Fund},      {"LOF代码", LabelledKind::Fund},
    {"场内代码", LabelledKind::Fund},     {"债券代码", LabelledKind::Bond},
    {"转债代码", LabelledKind::Bond},     {"指数代码", LabelledKind::Index},
};

// The label that `text` ends in; nullptr if there is none.
// REQUIRES: full-width forms in `text` are folded
const CodeLabel* label_at_end(std::string_view text);

// The label that is `text`; nullptr if there is none.
const CodeLabel* label_named(std::string_view text);

// Reads a code behind such a label. An open-end fund has no code, although its number is also that
// of a share; a Hong Kong number may lack its zeros.
std::optional<StockCode> read_labelled_code(LabelledKind kind, std::string_view text);

}  // namespace articles
