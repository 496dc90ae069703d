// Tables in linear time and memory.
#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/cmark.h"

namespace articles::markdown {

// A copy of the library's extension that renders the same, but for rows beyond the limits.
// REQUIRES: `core` is the extension "table"; it is not called for two different ones
cmark_syntax_extension guarded_table(const cmark_syntax_extension& core);

// The number of cells of a table row, as the library counts them: a cell ends at a pipe that no
// backslash in the cell precedes. REQUIRES: line has no line end
std::size_t count_cells(std::string_view line) noexcept;

// Whether the line is a delimiter row: https://github.github.com/gfm/#delimiter-row
// REQUIRES: line has no line end
bool is_delimiter_row(std::string_view line) noexcept;

}  // namespace articles::markdown
