// Claim: read_document() ends for all bytes. Its result for a prefix is that for the whole text, or
// that more is needed. The JSON of the fields is valid UTF-8. The body begins within the text, on
// the stated line. Aims at: truncated fences, unclosed braces and quotes, nearly valid TOML and
// JSON, nesting, CR beside LF, byte order marks, NULs.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "../support/front_matter_text.h"
#include "articles/document.h"
#include "base/lines.h"
#include "base/utf8.h"

namespace {

using articles::Document;

void require(bool holds, const char* claim, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "%s\n%.*s\n", claim, static_cast<int>(text.size()), text.data());
  std::abort();
}

std::string text_of(const Document& document) {
  return articles::text_of(document.front_matter) + '\n' + std::to_string(document.body) + ' ' +
         std::to_string(document.body_line);
}

void check_whole(const Document& document, std::string_view text) {
  require(document.body <= text.size(), "the body begins after the end", text);
  const std::string_view before = text.substr(0, document.body);
  require(
      document.body == text.size() || document.body_line == articles::count_line_ends(before) + 1,
      "the line of the body is wrong", text);
  const std::string json = articles::to_json(document.front_matter.fields);
  require(articles::is_utf8(json) && nlohmann::json::accept(json), "the JSON is invalid", text);
  require(articles::is_utf8(describe(document.front_matter.problems)), "error is not UTF-8", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Document whole = *articles::read_document(text, true);
  check_whole(whole, text);
  // All prefixes of a short text, some of a long one.
  for (std::size_t end = 0; end <= size; end += size / 64 + 1) {
    const auto part = articles::read_document(text.substr(0, end), false);
    if (part) require(text_of(*part) == text_of(whole), "a prefix gives another result", text);
  }
  return 0;
}
