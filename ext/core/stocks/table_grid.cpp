#include "stocks/table_grid.h"

#include <algorithm>

#include "base/ascii.h"

namespace articles {

void TableGrid::start_table() {
  is_cell_open_ = false;
  if (tables_.size() == kMostTables)
    ++too_deep_;
  else
    tables_.emplace_back();
}

void TableGrid::end_table() {
  if (too_deep_ > 0)
    --too_deep_;
  else if (!tables_.empty())
    tables_.pop_back();
}

void TableGrid::start_row() {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  table.column = 0;
  for (std::size_t& rows : table.occupied_rows) rows -= rows > 0 ? 1 : 0;
}

void TableGrid::start_cell(std::size_t colspan, std::size_t rowspan) {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  while (table.column < kMostColumns && table.occupied_rows[table.column] > 0) ++table.column;
  cell_.text.clear();
  cell_.offset = 0;
  is_cell_open_ = true;
  cell_columns_ = std::clamp<std::size_t>(colspan, 1, kMostColumns);
  cell_rows_ = std::max<std::size_t>(rowspan, 1);
}

const TableCell* TableGrid::end_cell() {
  if (!is_cell_open_) return nullptr;
  is_cell_open_ = false;
  Table& table = tables_.back();
  cell_.column = table.column;
  for (std::size_t i = 0; i < cell_columns_ && table.column < kMostColumns; ++i)
    table.occupied_rows[table.column++] = cell_rows_;
  const bool is_reported = cell_.text.size() <= kMostCellBytes && cell_.column < kMostColumns;
  return is_reported ? &cell_ : nullptr;
}

void TableGrid::add_text(std::string_view text, std::size_t offset) {
  if (!is_cell_open_ || cell_.text.size() > kMostCellBytes) return;
  if (cell_.text.empty()) {
    const auto* const first = std::find_if_not(text.begin(), text.end(), ascii_space);
    const auto spaces = static_cast<std::size_t>(first - text.begin());
    text.remove_prefix(spaces);
    cell_.offset = offset + spaces;
  }
  cell_.text += text.substr(0, kMostCellBytes + 1);
}

}  // namespace articles
