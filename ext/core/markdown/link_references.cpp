// How much links by reference may expand to: https://github.com/commonmark/cmark/issues/354
#include <algorithm>

#include "markdown/rendering.h"

extern "C" {
cmark_map_entry* look_up(cmark_map* map, cmark_chunk* label) asm("__real_cmark_map_lookup");
cmark_map_entry* look_up_within_limit(cmark_map* map,
                                      cmark_chunk* label) asm("__wrap_cmark_map_lookup");

// Each use of a reference copies its address and its title. Together they may be as long as the
// text, and always 100 KB; a link beyond stays as typed. Later releases of the library do the same.
cmark_map_entry* look_up_within_limit(cmark_map* map, cmark_chunk* label) {
  using articles::markdown::Limit;
  using articles::markdown::Rendering;
  constexpr std::size_t kAlwaysAllowed = 100'000;
  cmark_map_entry* const entry = look_up(map, label);
  Rendering* const rendering = Rendering::current();
  if (entry == nullptr || rendering == nullptr || map != rendering->references) return entry;
  const auto* const reference = reinterpret_cast<const cmark_reference*>(entry);
  const std::size_t size =
      static_cast<std::size_t>(reference->url.len) + static_cast<std::size_t>(reference->title.len);
  const std::size_t allowed = std::max(kAlwaysAllowed, rendering->markdown().size());
  if (size > allowed - rendering->expanded_bytes) {
    rendering->limited(Limit::References, rendering->leaf_line);
    return nullptr;
  }
  rendering->expanded_bytes += size;
  return entry;
}
}
