// The tokens of any text: their offsets lie inside it, increase and fall on borders of characters;
// the text between the borders of two tokens has the same tokens as there; repairing the UTF-8
// changes none.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "articles/search.h"
#include "base/utf8.h"

namespace {

struct Copy {
  std::string text;
  std::size_t begin, end;
};

std::vector<Copy> tokens_of(const articles::Tokenizer& tokenizer, std::string_view text) {
  std::vector<Copy> copies;
  tokenizer.tokens(text, [&](const articles::Token& token) {
    copies.push_back({std::string(token.text), token.begin, token.end});
    return true;
  });
  return copies;
}

std::vector<bool> borders_of(std::string_view text) {
  std::vector<bool> borders(text.size() + 1);
  for (std::size_t at = 0; at < text.size(); articles::next_code_point(text, at))
    borders[at] = true;
  borders[text.size()] = true;
  return borders;
}

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const articles::Tokenizer tokenizer({data[0] % 3, data[0] % 2 == 0});
  const std::string_view text(reinterpret_cast<const char*>(data) + 3, size - 3);
  const std::vector<Copy> tokens = tokens_of(tokenizer, text);

  const std::vector<bool> borders = borders_of(text);
  std::size_t last = 0;
  for (const Copy& token : tokens) {
    require(token.begin >= last && token.begin < token.end && token.end <= text.size());
    require(borders[token.begin] && borders[token.end]);
    require(!token.text.empty() && articles::is_utf8(token.text));
    last = token.end;
  }

  const std::vector<Copy> repaired = tokens_of(tokenizer, articles::repair_utf8(text));
  require(repaired.size() == tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) require(repaired[i].text == tokens[i].text);

  if (tokens.empty()) return 0;
  const std::size_t first = data[1] % tokens.size();
  const std::size_t past = first + 1 + data[2] % (tokens.size() - first);
  if (tokens[first].text == articles::kSeparatorToken ||
      tokens[past - 1].text == articles::kSeparatorToken)
    return 0;
  const std::vector<Copy> part = tokens_of(
      tokenizer, text.substr(tokens[first].begin, tokens[past - 1].end - tokens[first].begin));
  require(part.size() == past - first);
  for (std::size_t i = 0; i < part.size(); ++i) {
    require(part[i].text == tokens[first + i].text);
    require(part[i].begin == tokens[first + i].begin - tokens[first].begin);
  }
  return 0;
}
