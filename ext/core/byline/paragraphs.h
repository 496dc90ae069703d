// The paragraphs of a page, for who asks which come first and last.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace articles {

struct Paragraph {
  std::string text;          // references decoded, blanks at both ends removed; not empty
  bool is_editor = false;    // Sina's <p class="article-editor">
  bool after_image = false;  // nothing stands between an image and it
};

// The paragraphs in order, but for captions of images and the trailers that portals append: QR
// codes, advertisements. Without tags, the lines. Linear.
std::vector<Paragraph> paragraphs(std::string_view html);

}  // namespace articles
