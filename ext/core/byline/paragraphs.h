// The paragraphs of a page, in the order in which a reader sees them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace articles {

struct Paragraph {
  std::string text;          // not empty; character references decoded, spaces at both ends removed
  bool is_editor = false;    // Sina's <p class="article-editor">
  bool after_image = false;  // directly after an image
};

// Splits HTML at its block-level elements; text without tags into lines. Captions of images and the
// notices that portals append (QR codes, advertisements, disclaimers) are left out. Linear.
std::vector<Paragraph> paragraphs(std::string_view html);

}  // namespace articles
