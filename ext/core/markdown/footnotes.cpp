// Brackets that begin with `[^` and go on over a line end.
#include "markdown/rendering.h"

namespace articles::markdown {
namespace {

cmark_node* new_text(cmark_mem* memory, const char* text) {
  cmark_node* const node = cmark_node_new_with_mem(CMARK_NODE_TEXT, memory);
  node->as.literal = cmark_chunk_literal(text);
  return node;
}

}  // namespace
}  // namespace articles::markdown

extern "C" {
int insert_before(cmark_node* node, cmark_node* sibling) asm("__real_cmark_node_insert_before");
int insert_before_or_keep(cmark_node* node,
                          cmark_node* sibling) asm("__wrap_cmark_node_insert_before");

// The library inserts a footnote reference before the text node of its `[`, and then deletes that
// node and all behind it. It measures the reference by columns, and so cuts off text (and UTF-8)
// where the bracket ends on a later line. Such a bracket is never a reference, because the label of
// a footnote has no white space: here it stays text, with the inlines in it.
int insert_before_or_keep(cmark_node* node, cmark_node* sibling) {
  if (sibling->type != CMARK_NODE_FOOTNOTE_REFERENCE || sibling->start_line == node->start_line ||
      articles::markdown::Rendering::current() == nullptr)
    return insert_before(node, sibling);
  cmark_mem* const memory = node->content.mem;
  insert_before(node, articles::markdown::new_text(memory, "["));
  cmark_node* const end = articles::markdown::new_text(memory, "]");
  cmark_node_insert_after(node->parent->last_child, end);
  return cmark_node_insert_after(end, node);
}
}
