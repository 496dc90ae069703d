// Codes in the cells of tables: those below a cell 证券代码, and the one to the right of it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "articles/stock_mentions.h"
#include "html/syntax/elements.h"
#include "stocks/code_labels.h"
#include "stocks/table_grid.h"

namespace articles {

// Whether the tags of an element lay out the cells of a table: table, tr, td, th.
constexpr bool is_table_part(Role role) noexcept {
  return role == Role::Table || role == Role::Row || role == Role::Cell;
}

// Decides which columns of the page's tables hold codes and names, and adds their mentions. The
// list of mentions is the one that the page's scanner adds to.
class TableCodes {
 public:
  explicit TableCodes(bool with_names) : with_names_(with_names) {}

  // `colspan` and `rowspan` are those of a cell, or 0.
  // REQUIRES: is_table_part(tag)
  void start_tag(Role tag, std::size_t colspan, std::size_t rowspan,
                 std::vector<Mention>& mentions);
  // REQUIRES: is_table_part(tag)
  void end_tag(Role tag, std::vector<Mention>& mentions);

  // Adds a text between two tags, which begins at `offset` in the page.
  void add_text(std::string_view text, std::size_t offset) { grid_.add_text(text, offset); }

  bool in_table() const noexcept { return grid_.depth() > 0; }

 private:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

  // What the cells of one table have said so far.
  struct Roles {
    std::array<std::optional<LabelledKind>, TableGrid::kMostColumns> holds_codes{};
    std::array<bool, TableGrid::kMostColumns> holds_names{};
    bool is_of_funds = false;  // a column head contains 基金
    // Of the current row:
    bool row_has_head = false;  // a cell is the head of a column of codes or names
    // What the cell before the current one, such as 证券代码, announces.
    std::optional<LabelledKind> announced;
    std::size_t nameless_code = npos;  // the mention that has no name yet
    std::string name;                  // the name that has no code yet
  };

  void start_row();
  void end_cell(std::vector<Mention>& mentions);
  void read_head(std::string_view text, std::size_t column);
  void read_code(const TableCell& cell, LabelledKind kind, std::vector<Mention>& mentions);
  void read_name(std::string_view text, std::vector<Mention>& mentions);

  bool with_names_;
  TableGrid grid_;
  std::vector<Roles> roles_;  // of the open tables
  std::size_t mentions_before_cell_ = 0;
};

}  // namespace articles
