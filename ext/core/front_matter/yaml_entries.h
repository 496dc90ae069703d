// The top-level keys of a YAML block, found line by line: what a person sees, even if YAML rejects
// the block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace articles {

// One top-level key. The views are parts of the block.
struct YamlEntry {
  std::string key;
  // `key: value` as YAML requires it; false: a known key without a blank after its colon, or with a
  // full-width colon.
  bool strict = true;
  std::string_view text;       // all lines of the entry
  std::string_view first;      // what follows the colon on the first line
  std::string_view following;  // the lines after the first
  int line = 0;                // of the file
};

struct YamlEntries {
  std::string_view text;  // the block
  std::vector<YamlEntry> entries;
  std::vector<int> lost;  // the lines of the file that belong to no key, in ascending order
};

// Entries begin at the indent of the first line that is neither blank nor a comment. A key that is
// indented below the plain value of another counts as well, since YAML allows no key there.
// `first_line` is the line of the file that `block` begins on. The result lives as long as `block`.
YamlEntries scan_yaml_entries(std::string_view block, int first_line);

// Whether the line is `key: value`, `key:` or a comment, at the margin, or continues such a line.
// This is what all lines of front matter without an opening fence must be.
bool is_front_matter_line(std::string_view line) noexcept;

}  // namespace articles
