// What xBestIndex decides and xFilter carries out, in the number and the text that SQLite passes
// between them.
#pragma once

#include <string>

namespace articles::sql {

// Which arguments xFilter gets, in this order.
struct Plan {
  bool dir = false;
  bool glob = false;
  bool file = false;       // file = ?
  bool file_glob = false;  // file GLOB ?
  bool rowid = false;      // rowid = ?

  static constexpr int kCount = 32;

  int encode() const noexcept {
    return (dir ? 1 : 0) | (glob ? 2 : 0) | (file ? 4 : 0) | (file_glob ? 8 : 0) | (rowid ? 16 : 0);
  }
  static Plan decode(int number) noexcept {
    return {(number & 1) != 0, (number & 2) != 0, (number & 4) != 0, (number & 8) != 0,
            (number & 16) != 0};
  }

  // For EXPLAIN QUERY PLAN: `dir glob file=? reads head`. `reads` is what the columns of the query
  // need.
  std::string describe(const char* reads) const {
    std::string text;
    if (dir) text += "dir ";
    if (glob) text += "glob ";
    if (file) text += "file=? ";
    if (file_glob) text += "file GLOB ? ";
    if (rowid) text += "rowid=? ";
    text += "reads ";
    text += reads;
    return text;
  }
};

}  // namespace articles::sql
