// Codes in the cells of tables: those below a cell that says 证券代码, and the one beside it.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "articles/stock_mentions.h"
#include "stocks/tags.h"

namespace articles {

// Follows the tables of one page as their tags come.
class StockTables {
 public:
  explicit StockTables(bool with_names) : with_names_(with_names) {}

  // `tag` is Table, Row or Cell; `colspan` and `rowspan` are those of a cell, 0 if it has none.
  void start_tag(StockTag tag, std::size_t colspan, std::size_t rowspan,
                 std::vector<Mention>& mentions);
  void end_tag(StockTag tag, std::vector<Mention>& mentions);
  // A text between two tags, which begins at `at` in the page.
  void text(std::string_view written, std::size_t at);

  bool in_table() const noexcept { return !tables_.empty(); }

 private:
  static constexpr std::size_t kColumns =
      64;  // more than tables of news have; the rest are not read

  struct Table {
    std::array<bool, kColumns> is_code{};
    std::array<bool, kColumns> is_name{};
    std::array<std::size_t, kColumns> rows_taken{};  // by a cell above, as its rowspan says
    std::size_t column = 0;                          // of the cell that is open or comes next
    bool has_head = false;       // the row has a cell 证券代码 or 证券简称
    bool of_funds = false;       // a head says 基金
    bool beside_head = false;    // the cell before says 证券代码
    std::size_t mention = npos;  // the row's, that has no name yet
    std::string name;            // the row's, that has no code yet
  };
  struct Cell {
    bool open = false;
    std::size_t columns = 1;
    std::size_t rows = 1;
    std::size_t at = 0;  // of its first character
    std::size_t first_mention = 0;
    std::string text;
  };
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  void begin_row();
  void begin_cell(std::size_t colspan, std::size_t rowspan, const std::vector<Mention>& mentions);
  void end_cell(std::vector<Mention>& mentions);
  void read_cell(std::vector<Mention>& mentions);
  void read_head(std::string_view text);
  void read_code(std::vector<Mention>& mentions);
  void read_name(std::vector<Mention>& mentions);

  bool with_names_;

  std::vector<Table> tables_;  // open, the innermost last
  std::size_t too_deep_ = 0;
  Cell cell_;
};

}  // namespace articles
