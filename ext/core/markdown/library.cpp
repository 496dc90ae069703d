#include "markdown/library.h"

#include <cstddef>
#include <cstring>

#include "markdown/autolinks.h"
#include "markdown/strikethrough.h"
#include "markdown/tables.h"

// The library's own function.
extern "C" void add_special_character(unsigned char c, bool emphasis) asm(
    "__real_cmark_inlines_add_special_character");

namespace articles::markdown {
namespace {

// Memory for the registration, which needs about 1,500 bytes: the library's own allocator would
// call abort() if there were none.
alignas(std::max_align_t) unsigned char registration_memory[8192];
std::size_t registration_used = 0;

void* allocate_registration(std::size_t count, std::size_t size) {
  constexpr std::size_t kAlignment = alignof(std::max_align_t);
  void* const block = registration_memory + registration_used;
  registration_used += (count * size + kAlignment - 1) / kAlignment * kAlignment;
  return registration_used <= sizeof registration_memory ? block : nullptr;
}

void* never_reallocate(void* /*block*/, std::size_t /*size*/) {
  return nullptr;
}

void keep(void* /*block*/) {}

// The characters at which inline parsing asks the extensions.
void add_special_characters(const cmark_syntax_extension& extension) {
  for (const cmark_llist* one = extension.special_inline_chars; one != nullptr; one = one->next)
    add_special_character(static_cast<unsigned char>(reinterpret_cast<std::size_t>(one->data)),
                          extension.emphasis);
}

Extensions set_up() {
  *cmark_get_default_mem_allocator() = {allocate_registration, never_reallocate, keep};
  cmark_gfm_core_extensions_ensure_registered();
  Extensions all{guarded_table(*cmark_find_syntax_extension("table")),
                 guarded_strikethrough(*cmark_find_syntax_extension("strikethrough")),
                 linear_autolink(*cmark_find_syntax_extension("autolink")),
                 *cmark_find_syntax_extension("tasklist")};
  add_special_characters(all.strikethrough);
  add_special_characters(all.autolink);
  return all;
}

}  // namespace

Extensions& extensions() {
  static Extensions all = set_up();
  return all;
}

}  // namespace articles::markdown

// The library has one table of special characters for all threads. Every parse sets those of its
// extensions and clears them at its end, so that a parse that runs on another thread at that time
// loses links and strikethrough. Here set_up() sets them once, and they stay: no parse writes them.
extern "C" {
void add_special_character_in_parse(unsigned char c, bool emphasis) asm(
    "__wrap_cmark_inlines_add_special_character");
void remove_special_character_in_parse(unsigned char c, bool emphasis) asm(
    "__wrap_cmark_inlines_remove_special_character");

void add_special_character_in_parse(unsigned char /*c*/, bool /*emphasis*/) {}
void remove_special_character_in_parse(unsigned char /*c*/, bool /*emphasis*/) {}
}
