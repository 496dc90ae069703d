// A work-around for characters that gumbo 0.10.1 replaces by U+FFFD though the standard keeps them:
// controls and noncharacters. They pass through gumbo as private-use characters that do not occur
// in the text.
#pragma once

#include <string>
#include <string_view>

namespace articles {

class ControlCharacters {
 public:
  // Replaces each such character of `html` by its private-use character. Nothing is replaced if the
  // text uses every private-use character that could serve.
  void hide(std::string& html);

  bool in_use() const noexcept { return base_ != 0; }

  // Replaces the private-use characters by the original ones.
  void restore(std::string& text) const;

 private:
  char32_t base_ = 0;  // the first private-use character in use; 0 if none is
};

}  // namespace articles
