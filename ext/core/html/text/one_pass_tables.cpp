// Tables in the one-pass stripper. The TAB between cells and the line feed between rows are
// appended when the next cell or row begins.
#include "html/text/one_pass_stripper.h"

namespace articles {

// Whether the tag may occur directly within a table, a section or a row.
bool OnePassStripper::belongs_to_table(const Element& tag) {
  return is_table_part(tag) || tag.name == "script" || tag.name == "style";
}

bool OnePassStripper::start_table(const Element& tag, std::string_view name) {
  return close_paragraph() && !top().preserves && push_scope(tag, name);
}

bool OnePassStripper::start_caption(const Element& tag, std::string_view name) {
  return role() == Role::Table && !top().had_child && push_scope(tag, name);
}

bool OnePassStripper::start_columns(const Element& /*tag*/, std::string_view /*name*/) {
  return role() == Role::Table && !top().had_child;
}

bool OnePassStripper::close_cell() {
  while (has_implied_end()) pop();
  return role() == Role::Cell && close_top();
}

// Closes the cell that is open in the innermost row. false: another element is open within it.
bool OnePassStripper::close_open_cell() {
  return (role() != Role::Cell && !has_implied_end()) || close_cell();
}

bool OnePassStripper::start_section(const Element& tag, std::string_view name) {
  if (!close_open_cell()) return false;
  if (role() == Role::Row) pop();
  if (role() == Role::Section) pop();
  return role() == Role::Table && push(tag, name);
}

bool OnePassStripper::start_row(const Element& tag, std::string_view name) {
  if (!close_open_cell()) return false;
  if (role() == Role::Row) pop();
  if (role() == Role::Table && !push(element_named("tbody"), "tbody")) return false;
  if (role() != Role::Section) return false;
  OpenTag& table = open_[depth_ - 2];
  if (table.had_child) flow_->separator('\n');
  table.had_child = true;
  return push(tag, name);
}

bool OnePassStripper::start_cell(const Element& tag, std::string_view name) {
  if (!close_open_cell()) return false;
  const bool needs_row = role() == Role::Table || role() == Role::Section;
  if (needs_row && !start_row(element_named("tr"), "tr")) return false;
  if (role() != Role::Row) return false;
  if (top().had_child) flow_->separator('\t');
  top().had_child = true;
  if (!push_scope(tag, name)) return false;
  flow_->cell_edge();
  return true;
}

// Closes elements up to the innermost section, which is open if a row or a cell of its table is.
bool OnePassStripper::close_to_section() {
  if (role() != Role::Row && role() != Role::Section && !close_cell()) return false;
  if (role() == Role::Row) pop();
  return role() == Role::Section;
}

bool OnePassStripper::end_row(const Element& /*tag*/, std::string_view /*name*/) {
  if (role() != Role::Row && !close_cell()) return false;
  return role() == Role::Row && close_top();
}

bool OnePassStripper::end_section(const Element& tag, std::string_view /*name*/) {
  return close_to_section() && top().tag == &tag && close_top();
}

bool OnePassStripper::end_table(const Element& /*tag*/, std::string_view /*name*/) {
  if (role() != Role::Table) {
    if (!close_to_section()) return false;
    pop();
  }
  return role() == Role::Table && close_top();
}

bool OnePassStripper::end_columns(const Element& /*tag*/, std::string_view /*name*/) {
  return role() == Role::Table;
}

}  // namespace articles
