#include "markdown/strikethrough.h"

namespace articles::markdown {
namespace {

cmark_inline_from_delim_func core_insert = nullptr;

// `~` and `~~` do not match. The library leaves such a closer on the stack, and every later one
// passes it in search of an opener; one that cannot open anything serves no purpose there.
delimiter* insert(cmark_syntax_extension* self, cmark_parser* parser,
                  cmark_inline_parser* inline_parser, delimiter* opener, delimiter* closer) {
  if (opener->inl_text->as.literal.len == closer->inl_text->as.literal.len)
    return core_insert(self, parser, inline_parser, opener, closer);
  delimiter* const next = closer->next;
  if (closer->can_open == 0) cmark_inline_parser_remove_delimiter(inline_parser, closer);
  return next;
}

}  // namespace

cmark_syntax_extension guarded_strikethrough(const cmark_syntax_extension& core) {
  core_insert = core.insert_inline_from_delim;
  cmark_syntax_extension extension = core;
  extension.insert_inline_from_delim = insert;
  return extension;
}

}  // namespace articles::markdown
