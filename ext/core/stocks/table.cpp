#include "stocks/table.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/folded_text.h"
#include "stocks/context.h"
#include "stocks/symbol.h"

namespace articles {
namespace {

constexpr std::size_t kDeepest = 8;     // tables within tables
constexpr std::size_t kCellBytes = 96;  // of text; a longer one is neither head nor code nor name

// What the words of a head end in.
constexpr std::string_view kHeadEnds[] = {"代码", "称"};

// References decoded, full-width forms narrow, no blanks.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : fold_width(decode_references(text)))
    if (!ascii_space(c)) result += c;
  return result;
}

bool is_code_head(std::string_view text) {
  return text == kColumnWord ||
         std::find(std::begin(kCodeWords), std::end(kCodeWords), text) != std::end(kCodeWords);
}

bool is_name_head(std::string_view text) {
  return std::find(std::begin(kNameWords), std::end(kNameWords), text) != std::end(kNameWords);
}

// 300577, 00700, 600519.SH, sh600519
std::optional<StockCode> code_in(std::string_view text) {
  if (text.empty() || !std::any_of(text.begin(), text.end(), ascii_digit)) return std::nullopt;
  return read_stock_code(text);
}

}  // namespace

void StockTables::start_tag(StockTag tag, std::size_t colspan, std::size_t rowspan,
                            std::vector<Mention>& mentions) {
  if (tag == StockTag::Table) {
    cell_ = {};  // a cell that holds a table is no code
    if (tables_.size() == kDeepest)
      ++too_deep_;
    else
      tables_.emplace_back();
    return;
  }
  if (!in_table() || too_deep_ > 0) return;
  end_cell(mentions);
  if (tag == StockTag::Cell)
    begin_cell(colspan, rowspan, mentions);
  else
    begin_row();
}

void StockTables::end_tag(StockTag tag, std::vector<Mention>& mentions) {
  if (!in_table()) return;
  end_cell(mentions);
  if (tag != StockTag::Table) return;
  if (too_deep_ > 0)
    --too_deep_;
  else
    tables_.pop_back();
}

void StockTables::text(std::string_view written, std::size_t at) {
  if (!cell_.open || cell_.text.size() > kCellBytes) return;
  const auto* const first = std::find_if_not(written.begin(), written.end(), ascii_space);
  if (cell_.text.empty()) {
    const auto blanks = static_cast<std::size_t>(first - written.begin());
    written.remove_prefix(blanks);
    cell_.at = at + blanks;
  }
  cell_.text += written.substr(0, kCellBytes + 1);
}

void StockTables::begin_row() {
  Table& table = tables_.back();
  table.column = 0;
  table.has_head = table.beside_head = false;
  table.mention = npos;
  table.name.clear();
  for (std::size_t& rows : table.rows_taken) rows -= rows > 0 ? 1 : 0;
}

void StockTables::begin_cell(std::size_t colspan, std::size_t rowspan,
                             const std::vector<Mention>& mentions) {
  Table& table = tables_.back();
  while (table.column < kColumns && table.rows_taken[table.column] > 0) ++table.column;
  cell_ = {};
  cell_.open = true;
  cell_.columns = std::clamp<std::size_t>(colspan, 1, kColumns);
  cell_.rows = std::max<std::size_t>(rowspan, 1);
  cell_.first_mention = mentions.size();
}

void StockTables::end_cell(std::vector<Mention>& mentions) {
  if (!cell_.open) return;
  Table& table = tables_.back();
  if (cell_.text.size() <= kCellBytes && table.column < kColumns) read_cell(mentions);
  for (std::size_t i = 0; i < cell_.columns && table.column < kColumns; ++i)
    table.rows_taken[table.column++] = cell_.rows;
  cell_ = {};
}

void StockTables::read_cell(std::vector<Mention>& mentions) {
  Table& table = tables_.back();
  const bool beside_head = std::exchange(table.beside_head, false);
  const bool may_be_head = std::any_of(std::begin(kHeadEnds), std::end(kHeadEnds), [&](auto end) {
    return cell_.text.find(end) != std::string::npos;
  });
  if (may_be_head) read_head(plain(cell_.text));
  if (table.beside_head) return;
  if (table.is_code[table.column] || beside_head) return read_code(mentions);
  if (table.is_name[table.column] && with_names_) read_name(mentions);
}

void StockTables::read_head(std::string_view text) {
  if (text.find(kFundWord) != std::string_view::npos) tables_.back().of_funds = true;
  const bool code = is_code_head(text);
  if (!code && !is_name_head(text)) return;
  Table& table = tables_.back();
  if (!std::exchange(table.has_head, true)) table.is_code = table.is_name = {};
  (code ? table.is_code : table.is_name)[table.column] = true;
  table.beside_head = code;
}

void StockTables::read_code(std::vector<Mention>& mentions) {
  Table& table = tables_.back();
  std::optional<StockCode> code = code_in(plain(cell_.text));
  if (!code || (table.of_funds && kind_of(*code) != StockKind::Fund)) return;
  // What the scanner found in the cell already is the same code.
  if (mentions.size() == cell_.first_mention)
    mentions.push_back({*code, MentionForm::Table, cell_.at, {}});
  Mention& mention = mentions.back();
  mention.form = MentionForm::Table;
  if (mention.name.empty()) mention.name = table.name;
  if (mention.name.empty()) table.mention = mentions.size() - 1;
}

void StockTables::read_name(std::vector<Mention>& mentions) {
  Table& table = tables_.back();
  table.name = clean_name(cell_.text);
  if (is_name_head(table.name)) table.name.clear();
  if (table.mention < mentions.size()) mentions[table.mention].name = table.name;
  table.mention = npos;
}

}  // namespace articles
