// Front matter that YAML rejects: each top-level key on its own. The rule is that of no standard;
// it gives every value that a person can read on the line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "front_matter/front_matter.h"

namespace articles {

// A top-level key of the block, found by its line alone.
struct FrontMatterEntry {
  std::string key;
  bool strict = true;  // `key: value`, as YAML wants it; false: a known key glued to its value, or
                       // a full-width colon
  std::string_view text;       // the lines of the entry
  std::string_view first;      // what follows the colon on the first line
  std::string_view following;  // the lines after the first
  int line = 0;                // of the file
};

struct FrontMatterLines {
  std::vector<FrontMatterEntry> entries;
  std::vector<int> lost;  // lines that belong to no key
};

FrontMatterLines scan_front_matter_lines(std::string_view block, int first_line);

// Whether the line is `key: value`, `key:` or a comment at the beginning, or continues such a line.
// A document without an opening fence has front matter only if all its lines down to the fence are
// such.
bool is_front_matter_line(std::string_view line) noexcept;

// The fields of a block that parse_yaml rejected with `cause`: an entry that is good YAML by itself
// keeps its full meaning, of the others the text as typed counts.
FrontMatter salvage(const FrontMatterLines& lines, const Problem& cause);

// What a person would read in the `text` behind a key: a list where the key is known to hold one,
// else the text; Null if it is blank.
Value salvaged_value(std::string_view key, std::string_view text);

// The text that a person would read in `first`, quotes and blanks around it removed.
std::string salvaged_text(std::string_view first);

}  // namespace articles
