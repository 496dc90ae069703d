#include "stocks/table_codes.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "stocks/name_words.h"
#include "stocks/names.h"

namespace articles {
namespace {

// The text of a cell for comparison: character references decoded, full-width forms folded, white
// space removed.
std::string plain_text(std::string_view text) {
  std::string result;
  for (const char c : fold_width(decode_references(text)))
    if (!ascii_space(c)) result += c;
  return result;
}

// What the column below a head holds; no value if the text is no head of a column of codes.
std::optional<LabelledKind> codes_below(std::string_view head) {
  if (head == kCodeWord) return LabelledKind::Any;
  const CodeLabel* const label = label_named(head);
  return label == nullptr ? std::nullopt : std::optional(label->kind);
}

// A quick test: every head of a column of codes or names contains one of these.
bool may_be_head(std::string_view text) {
  constexpr std::string_view kParts[] = {"代码", "代号", "称"};
  return std::any_of(std::begin(kParts), std::end(kParts), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

// 300577, 00700, 600519.SH, sh600519
std::optional<StockCode> read_cell_code(LabelledKind kind, std::string_view text) {
  const bool may_be_code =
      kind == LabelledKind::Us ? !text.empty() : std::any_of(text.begin(), text.end(), ascii_digit);
  return may_be_code ? read_labelled_code(kind, text) : std::nullopt;
}

}  // namespace

void TableCodes::start_tag(Role tag, std::size_t colspan, std::size_t rowspan,
                           std::vector<Mention>& mentions) {
  assert(is_table_part(tag));
  if (tag == Role::Table) {
    grid_.start_table();
    roles_.resize(grid_.depth());
    return;
  }
  if (!in_table() || grid_.is_too_deep()) return;
  end_cell(mentions);
  if (tag == Role::Row) return start_row();
  grid_.start_cell(colspan, rowspan);
  mentions_before_cell_ = mentions.size();
}

void TableCodes::end_tag(Role tag, std::vector<Mention>& mentions) {
  assert(is_table_part(tag));
  if (!in_table()) return;
  end_cell(mentions);
  if (tag != Role::Table) return;
  grid_.end_table();
  roles_.resize(grid_.depth());
}

void TableCodes::start_row() {
  grid_.start_row();
  Roles& roles = roles_.back();
  roles.row_has_head = false;
  roles.announced.reset();
  roles.nameless_code = npos;
  roles.name.clear();
}

void TableCodes::end_cell(std::vector<Mention>& mentions) {
  const TableCell* const cell = grid_.end_cell();
  if (cell == nullptr) return;
  Roles& roles = roles_.back();
  const std::optional<LabelledKind> announced = std::exchange(roles.announced, std::nullopt);
  if (may_be_head(cell->text)) read_head(plain_text(cell->text), cell->column);
  if (roles.announced) return;  // the cell is a head of codes
  // A US symbol is recognised by its column only: to the right of 美股代码 may be another head.
  const bool is_announced = announced && announced != LabelledKind::Us;
  const std::optional<LabelledKind> kind =
      is_announced ? announced : roles.holds_codes[cell->column];
  if (kind) return read_code(*cell, *kind, mentions);
  if (roles.holds_names[cell->column] && with_names_) read_name(cell->text, mentions);
}

// The heads of a row replace those of the rows above.
void TableCodes::read_head(std::string_view text, std::size_t column) {
  Roles& roles = roles_.back();
  if (text.find(kFundWord) != std::string_view::npos) roles.is_of_funds = true;
  const std::optional<LabelledKind> kind = codes_below(text);
  if (!kind && !is_one_of(text, kNameWords)) return;
  if (!std::exchange(roles.row_has_head, true)) roles.holds_codes = {}, roles.holds_names = {};
  if (kind)
    roles.holds_codes[column] = kind;
  else
    roles.holds_names[column] = true;
  roles.announced = kind;
}

void TableCodes::read_code(const TableCell& cell, LabelledKind kind,
                           std::vector<Mention>& mentions) {
  Roles& roles = roles_.back();
  const std::optional<StockCode> code = read_cell_code(kind, plain_text(cell.text));
  if (!code || (roles.is_of_funds && kind_of(*code) != StockKind::Fund)) return;
  // A mention that the page's scanner found in the cell is the same one.
  if (mentions.size() == mentions_before_cell_)
    mentions.push_back({*code, MentionForm::Table, cell.offset, {}});
  Mention& mention = mentions.back();
  mention.form = MentionForm::Table;
  if (mention.name.empty()) mention.name = roles.name;
  if (mention.name.empty()) roles.nameless_code = mentions.size() - 1;
}

void TableCodes::read_name(std::string_view text, std::vector<Mention>& mentions) {
  Roles& roles = roles_.back();
  roles.name = clean_name(text);
  if (is_one_of(roles.name, kNameWords)) roles.name.clear();
  if (roles.nameless_code < mentions.size()) mentions[roles.nameless_code].name = roles.name;
  roles.nameless_code = npos;
}

}  // namespace articles
