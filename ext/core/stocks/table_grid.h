// The tables of an HTML page, followed tag by tag: which cell is in which column. A cell belongs to
// the innermost open table. What is missing in the markup (end tags of rows and cells) is implied.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace articles {

struct TableCell {
  std::size_t column = 0;  // from 0, colspan and rowspan of the cells before it taken into account
  std::size_t offset = 0;  // in bytes, of the first character in the page
  std::string text;        // as written, without tags and without leading white space
};

class TableGrid {
 public:
  // Limits: later columns are not reported, nor is what lies within more tables than kMostTables.
  static constexpr std::size_t kMostColumns = 64;
  static constexpr std::size_t kMostTables = 8;
  // A cell with a longer text is not reported.
  static constexpr std::size_t kMostCellBytes = 96;

  // A start tag of a table drops the open cell: a cell that contains a table has no text of its
  // own.
  void start_table();
  void end_table();
  void start_row();
  // `colspan` and `rowspan` are those of the tag, or 0.
  void start_cell(std::size_t colspan, std::size_t rowspan);
  // Ends the open cell. nullptr if there is none, or its limits are exceeded. The cell is valid
  // until the next one starts.
  const TableCell* end_cell();
  // Adds text to the open cell, if there is one. `offset` is that of the text in the page.
  void add_text(std::string_view text, std::size_t offset);

  // The number of open tables, at most kMostTables.
  std::size_t depth() const noexcept { return tables_.size(); }
  // Whether the current table is one of those within kMostTables.
  bool is_too_deep() const noexcept { return too_deep_ > 0; }

 private:
  struct Table {
    // How many rows from the current one on a cell occupies in each column.
    std::array<std::size_t, kMostColumns> occupied_rows{};
    std::size_t column = 0;  // of the open cell or the next one
  };
  std::vector<Table> tables_;  // the innermost last
  std::size_t too_deep_ = 0;   // open tables beyond kMostTables
  TableCell cell_;             // the open or the last one
  bool is_cell_open_ = false;
  std::size_t cell_columns_ = 1;  // occupied by the open cell
  std::size_t cell_rows_ = 1;
};

}  // namespace articles
