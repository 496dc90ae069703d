// Characters that gumbo 0.10.1 turns into U+FFFD though the standard keeps them: controls and
// noncharacters. They pass through it as private characters that the text does not hold.
#pragma once

#include <string>
#include <string_view>

namespace articles {

class Placeholders {
 public:
  // Puts a placeholder for each such character of `html`.
  void insert(std::string& html);

  bool in_use() const noexcept { return base_ != 0; }

  // Puts the characters back.
  void restore(std::string& text) const;

 private:
  char32_t base_ = 0;  // the first of the private characters in use; 0: none are
};

}  // namespace articles
