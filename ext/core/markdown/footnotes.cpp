// Brackets that the library takes for footnote references and are not.
#include "markdown/rendering.h"

namespace articles::markdown {
namespace {

// Whether the reference, made of the bracket that `opener` begins, is `[^`, its label and `]`.
bool is_footnote_reference(const Rendering& rendering, const cmark_node* opener,
                           const cmark_node* reference) {
  const cmark_chunk& label = reference->as.literal;
  const unsigned char* const end = rendering.leaf_text + rendering.leaf_size;
  if (opener->start_line != reference->start_line) return false;
  if (label.data - rendering.leaf_text < 2 || label.data > end || label.len < 0) return false;
  return label.data[-2] == '[' && label.data[-1] == '^' && label.len < end - label.data &&
         label.data[label.len] == ']';
}

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
// node and all behind it. It measures the label by columns, behind a text node that begins with
// `^`. So it cuts off text (and UTF-8) if the bracket ends on a later line, and reads too far if
// the `^` is escaped or a character reference, or the bracket is that of an image. None of these is
// a footnote reference, because the label of a footnote has no white space: they stay text, with
// the inlines in them.
int insert_before_or_keep(cmark_node* node, cmark_node* sibling) {
  using articles::markdown::Rendering;
  const Rendering* const rendering = Rendering::current();
  if (sibling->type != CMARK_NODE_FOOTNOTE_REFERENCE || rendering == nullptr ||
      articles::markdown::is_footnote_reference(*rendering, node, sibling))
    return insert_before(node, sibling);
  cmark_mem* const memory = node->content.mem;
  const bool image = node->as.literal.len == 2;
  insert_before(node, articles::markdown::new_text(memory, image ? "![" : "["));
  cmark_node* const end = articles::markdown::new_text(memory, "]");
  cmark_node_insert_after(node->parent->last_child, end);
  return cmark_node_insert_after(end, node);
}
}
