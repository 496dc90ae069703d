// Claim: if the fast path accepts front matter, fields, kinds, lines and problems are those of
// yaml-cpp and the salvage. Both end for every input. Aims at: unclosed quotes, colons and number
// signs beside blanks, unevenly indented lists, brackets, indicators, malformed titles.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../support/front_matter_text.h"
#include "front_matter/fast_yaml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view block(reinterpret_cast<const char*>(data), size);
  articles::FrontMatter fast;
  if (!articles::try_parse_yaml_front_matter(block, 2, fast)) return 0;
  const std::string taken = articles::text_of(fast);
  const std::string expected =
      articles::text_of(articles::parse_yaml_front_matter_in_full(block, 2));
  if (taken == expected) return 0;
  std::fprintf(stderr, "the two parsers disagree\nblock:\n%.*s\nfast: %s\nyaml: %s\n",
               static_cast<int>(size), data, taken.c_str(), expected.c_str());
  std::abort();
}
