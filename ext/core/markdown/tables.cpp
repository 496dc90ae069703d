#include "markdown/tables.h"

#include <algorithm>
#include <cstring>

#include "markdown/rendering.h"

namespace articles::markdown {
namespace {

cmark_open_block_func core_open = nullptr;
cmark_html_render_func core_render = nullptr;

// The library counts columns in 16 bits, and gives up beyond.
constexpr std::size_t kMaxColumns = 65'535;

// Cells that a document's rows have fewer than the headers of their tables: they are filled in, so
// that a few bytes become very many cells.
constexpr std::size_t kFilledCells = 100'000;
constexpr std::size_t kBytesPerFilledCell = 4;

// White space in a row, as the library has it.
constexpr bool is_blank(char c) noexcept {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

std::size_t skip_blanks(std::string_view line, std::size_t at) noexcept {
  while (at < line.size() && is_blank(line[at])) ++at;
  return at;
}

std::string_view without_line_end(std::string_view line) noexcept {
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  return line;
}

// What follows the indentation of the line that the parser reads.
std::string_view row_of(cmark_parser* parser, const unsigned char* input, int size) noexcept {
  const int begin = cmark_parser_get_first_nonspace(parser);
  return without_line_end(
      {reinterpret_cast<const char*>(input) + begin, static_cast<std::size_t>(size - begin)});
}

// Moves the lines above the last line of `paragraph` to a paragraph of their own in front of it, as
// the library does when a table begins below them. The library would look at the lines above for
// each line of them.
void split_off_lines_above(cmark_parser* parser, cmark_node* paragraph, std::size_t size) {
  const auto* const lines = reinterpret_cast<const char*>(paragraph->content.ptr);
  auto* const text = static_cast<char*>(parser->mem->calloc(1, size + 1));
  std::size_t length = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (lines[i] == '\\' && lines[i + 1] == '|') continue;
    if (length > 0 || cmark_isspace(lines[i]) == 0) text[length++] = lines[i];
  }
  while (length > 0 && cmark_isspace(text[length - 1]) != 0) text[--length] = '\0';
  cmark_node* const above = cmark_node_new_with_mem(CMARK_NODE_PARAGRAPH, parser->mem);
  above->start_line = paragraph->start_line;
  cmark_node_set_string_content(above, text);
  cmark_node_insert_before(paragraph, above);
  cmark_strbuf_drop(&paragraph->content, static_cast<bufsize_t>(size));
}

// A table begins if a delimiter row follows a row with as many cells.
cmark_node* open_table(cmark_syntax_extension* self, cmark_parser* parser, cmark_node* paragraph,
                       unsigned char* input, int size) {
  const std::string_view row = row_of(parser, input, size);
  if (!is_delimiter_row(row)) return nullptr;
  const std::string_view text =
      without_line_end({reinterpret_cast<const char*>(paragraph->content.ptr),
                        static_cast<std::size_t>(paragraph->content.size)});
  const std::size_t last_line = text.rfind('\n') + 1;  // 0 if there is no line above
  const std::size_t columns = count_cells(row);
  if (columns != count_cells(text.substr(last_line))) return nullptr;
  if (columns > kMaxColumns) {
    Rendering::current()->limited(Limit::TableCells, parser->line_number);
    return nullptr;
  }
  if (last_line > 0) split_off_lines_above(parser, paragraph, last_line);
  return core_open(self, 0, parser, paragraph, input, size);
}

cmark_node* open_row(cmark_syntax_extension* self, cmark_parser* parser, cmark_node* table,
                     unsigned char* input, int size) {
  if (cmark_parser_is_blank(parser) != 0) return nullptr;  // what is left of the delimiter row
  Rendering& rendering = *Rendering::current();
  const std::size_t columns = cmark_gfm_extensions_get_table_columns(table);
  const std::size_t cells = count_cells(row_of(parser, input, size));
  rendering.filled_cells += columns - std::min(columns, cells);
  if (rendering.filled_cells >
      std::max(kFilledCells, rendering.markdown().size() / kBytesPerFilledCell)) {
    rendering.limited(Limit::TableCells, parser->line_number);
    return nullptr;  // the row becomes a paragraph below the table
  }
  return core_open(self, 0, parser, table, input, size);
}

cmark_node* open(cmark_syntax_extension* self, int indented, cmark_parser* parser,
                 cmark_node* container, unsigned char* input, int size) {
  if (indented != 0) return nullptr;
  if (container->type == CMARK_NODE_PARAGRAPH)
    return open_table(self, parser, container, input, size);
  if (container->type == CMARK_NODE_TABLE) return open_row(self, parser, container, input, size);
  return nullptr;
}

// Whether the line is a row of the table.
int matches(cmark_syntax_extension* /*self*/, cmark_parser* parser, unsigned char* input, int size,
            cmark_node* container) {
  if (container->type != CMARK_NODE_TABLE) return 0;
  const std::size_t cells = count_cells(row_of(parser, input, size));
  if (cells > kMaxColumns) Rendering::current()->limited(Limit::TableCells, parser->line_number);
  return cells > 0 && cells <= kMaxColumns ? 1 : 0;
}

const char* alignment(cmark_node* cell, int column) {
  switch (cmark_gfm_extensions_get_table_alignments(cell->parent->parent)[column]) {
    case 'l':
      return " align=\"left\"";
    case 'c':
      return " align=\"center\"";
    case 'r':
      return " align=\"right\"";
    default:
      return "";
  }
}

// Cells are rendered here, because the library counts the cells in front of each of them.
void render(cmark_syntax_extension* self, cmark_html_renderer* renderer, cmark_node* node,
            cmark_event_type event, int options) {
  if (node->type != CMARK_NODE_TABLE_CELL) return core_render(self, renderer, node, event, options);
  cmark_strbuf* const html = renderer->html;
  const bool header = cmark_gfm_extensions_get_table_row_is_header(node->parent) != 0;
  if (event != CMARK_EVENT_ENTER) return cmark_strbuf_puts(html, header ? "</th>" : "</td>");
  int& column = Rendering::current()->column;
  column = node->prev == nullptr ? 0 : column + 1;
  if (html->size > 0 && html->ptr[html->size - 1] != '\n') cmark_strbuf_putc(html, '\n');
  cmark_strbuf_puts(html, header ? "<th" : "<td");
  cmark_strbuf_puts(html, alignment(node, column));
  cmark_strbuf_putc(html, '>');
}

}  // namespace

cmark_syntax_extension guarded_table(const cmark_syntax_extension& core) {
  core_open = core.try_opening_block;
  core_render = core.html_render_func;
  cmark_syntax_extension extension = core;
  extension.try_opening_block = open;
  extension.last_block_matches = matches;
  extension.html_render_func = render;
  return extension;
}

std::size_t count_cells(std::string_view line) noexcept {
  std::size_t cells = 0;
  std::size_t at = !line.empty() && line[0] == '|' ? skip_blanks(line, 1) : 0;
  while (at < line.size()) {
    std::size_t end = line.find('|', at);
    while (end != std::string_view::npos && end > at && line[end - 1] == '\\')
      end = line.find('|', end + 1);
    ++cells;
    if (end == std::string_view::npos) break;
    at = skip_blanks(line, end + 1);
  }
  return cells;
}

bool is_delimiter_row(std::string_view line) noexcept {
  std::size_t at = !line.empty() && line[0] == '|' ? 1 : 0;
  const auto skip = [&](char c) {
    const bool found = at < line.size() && line[at] == c;
    if (found) ++at;
    return found;
  };
  for (bool first = true;; first = false) {
    at = skip_blanks(line, at);
    if (!first && at == line.size()) return true;
    skip(':');
    if (!skip('-')) return false;
    while (skip('-')) {
    }
    skip(':');
    at = skip_blanks(line, at);
    if (at == line.size()) return true;
    if (!skip('|')) return false;
  }
}

}  // namespace articles::markdown

extern "C" {
cmark_llist* append(cmark_mem* memory, cmark_llist* list,
                    void* data) asm("__real_cmark_llist_append");
cmark_llist* append_at_once(cmark_mem* memory, cmark_llist* list,
                            void* data) asm("__wrap_cmark_llist_append");

// The library keeps the cells of a row in a list, and walks all of it to append one.
cmark_llist* append_at_once(cmark_mem* memory, cmark_llist* list, void* data) {
  using articles::markdown::Rendering;
  Rendering* const rendering = Rendering::current();
  if (rendering == nullptr) return append(memory, list, data);
  const bool known = list != nullptr && list == rendering->list;
  cmark_llist* const end = known ? append(memory, rendering->list_end, data) : nullptr;
  rendering->list = known ? list : append(memory, list, data);
  rendering->list_end = rendering->list;
  if (end != nullptr) rendering->list_end = end;
  while (rendering->list_end->next != nullptr) rendering->list_end = rendering->list_end->next;
  return rendering->list;
}
}
