// Guards around the library's inline parsing, which takes one block at a time.
#include <cstring>

#include "markdown/rendering.h"

namespace articles::markdown {
namespace {

// Every link makes the library pass all images that are still open.
constexpr int kMaxImages = 1'000;

// From each `<?` and `<!` without an end the library reads to the end of the block.
constexpr int kMaxUnclosedTags = 100;

// Puts a backslash into each `![` beyond the limit.
void limit_images(Rendering& rendering, cmark_node* block) {
  const cmark_strbuf text = block->content;
  const auto* at = reinterpret_cast<const char*>(text.ptr);
  const char* const end = at + text.size;
  const char* copied = nullptr;
  int images = 0;
  cmark_strbuf limited;
  while ((at = static_cast<const char*>(memmem(at, static_cast<std::size_t>(end - at), "![", 2))) !=
         nullptr) {
    ++at;
    if (++images <= kMaxImages) continue;
    if (copied == nullptr) {
      cmark_strbuf_init(text.mem, &limited, text.size);
      copied = reinterpret_cast<const char*>(text.ptr);
    }
    cmark_strbuf_put(&limited, reinterpret_cast<const unsigned char*>(copied),
                     static_cast<bufsize_t>(at - copied));
    cmark_strbuf_putc(&limited, '\\');
    copied = at;
  }
  if (copied == nullptr) return;
  cmark_strbuf_put(&limited, reinterpret_cast<const unsigned char*>(copied),
                   static_cast<bufsize_t>(end - copied));
  block->content = limited;
  rendering.limited(Limit::Images, rendering.leaf_line);
}

void begin_block(Rendering& rendering, cmark_node* block) {
  rendering.leaf_line = block->start_line;
  rendering.unclosed_tags = 0;
  rendering.bad_domain_to = nullptr;
  limit_images(rendering, block);
  rendering.leaf_text = block->content.ptr;
  rendering.leaf_size = block->content.size;
}

bool has_long_search(const unsigned char* tag) {
  return tag[0] == '?' || (tag[0] == '!' && tag[1] != '-');
}

}  // namespace
}  // namespace articles::markdown

extern "C" {
void parse_inlines(cmark_parser* parser, cmark_node* block, cmark_map* references,
                   int options) asm("__real_cmark_parse_inlines");
void parse_inlines_within_limits(cmark_parser* parser, cmark_node* block, cmark_map* references,
                                 int options) asm("__wrap_cmark_parse_inlines");
bufsize_t scan_tag(const unsigned char* text) asm("__real__scan_html_tag");
bufsize_t scan_tag_within_limit(const unsigned char* text) asm("__wrap__scan_html_tag");
void encode_character(std::int32_t c, cmark_strbuf* out) asm("__real_cmark_utf8proc_encode_char");
void encode_any_character(std::int32_t c,
                          cmark_strbuf* out) asm("__wrap_cmark_utf8proc_encode_char");

void parse_inlines_within_limits(cmark_parser* parser, cmark_node* block, cmark_map* references,
                                 int options) {
  using articles::markdown::Rendering;
  if (Rendering::current() != nullptr)
    articles::markdown::begin_block(*Rendering::current(), block);
  parse_inlines(parser, block, references, options);
}

// The length of the HTML tag whose `<` precedes `text`; 0 if there is none.
bufsize_t scan_tag_within_limit(const unsigned char* text) {
  using articles::markdown::Limit;
  using articles::markdown::Rendering;
  Rendering* const rendering = Rendering::current();
  const bool counts = rendering != nullptr && articles::markdown::has_long_search(text);
  if (counts && rendering->unclosed_tags >= articles::markdown::kMaxUnclosedTags) {
    rendering->limited(Limit::RawHtml, rendering->leaf_line);
    return 0;
  }
  const bufsize_t size = scan_tag(text);
  if (counts && size == 0) ++rendering->unclosed_tags;
  return size;
}

// The library writes the references &#xFFFE; and &#xFFFF; as bytes that are not UTF-8.
void encode_any_character(std::int32_t c, cmark_strbuf* out) {
  if (c != 0xFFFE && c != 0xFFFF) return encode_character(c, out);
  const unsigned char bytes[] = {0xEF, 0xBF, static_cast<unsigned char>(0x80 | (c & 0x3F))};
  cmark_strbuf_put(out, bytes, sizeof bytes);
}
}
